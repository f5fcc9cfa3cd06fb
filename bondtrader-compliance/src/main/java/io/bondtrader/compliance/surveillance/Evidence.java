package io.bondtrader.compliance.surveillance;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What an alert will say, gathered step by step. */
final class Evidence {

    final Detector detector;
    final Activity who;
    private final FlowEvent trigger;
    private final List<Condition> conditions = new ArrayList<>();
    private final TreeSet<Long> events = new TreeSet<>();
    private final TreeSet<String> others = new TreeSet<>();
    private long from;

    Evidence(Detector detector, Activity who, FlowEvent trigger) {
        this.detector = detector;
        this.who = who;
        this.trigger = trigger;
        this.from = trigger.timeNanos();
    }

    Evidence atLeast(String name, double measured) {
        return atLeast(name, measured, detector.value(name));
    }

    Evidence atLeast(String name, double measured, double bound) {
        conditions.add(new Condition(name, measured, true, bound));
        return this;
    }

    Evidence atMost(String name, double measured) {
        conditions.add(new Condition(name, measured, false, detector.value(name)));
        return this;
    }

    Evidence event(long index) {
        if (events.size() < SurveillanceAlert.MOST_EVENTS - 1) {
            events.add(index);
        }
        return this;
    }

    Evidence other(String owner) {
        if (!owner.equals(who.owner)) {
            others.add(owner);
        }
        return this;
    }

    Evidence since(long nanos) {
        from = Math.min(from, nanos);
        return this;
    }

    SurveillanceAlert alert() {
        events.add(trigger.index());
        return new SurveillanceAlert(
                detector.kind(),
                detector.rule().version(),
                detector.ruleHash(),
                who.owner,
                List.copyOf(others),
                who.instrument.terms.instrument(),
                from,
                trigger.timeNanos(),
                events.first(),
                trigger.index(),
                conditions,
                List.copyOf(events));
    }
}
