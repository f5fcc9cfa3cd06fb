package io.bondtrader.compliance.surveillance;

import io.bondtrader.compliance.error.FlowOutOfOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All detectors over one stream of events. What it remembers is bounded by windows of time and number, so a stream may go on
 * for ever; the same events under the same rules and reference give the same alerts, byte for byte.
 *
 * <p>For one thread. Several engines may each take the instruments of their own, as long as related instruments and issuers
 * stay together.
 */
public final class SurveillanceEngine {

    private final SurveillanceRules rules;
    private final MarketReference reference;
    private final List<Detector> detectors;
    private final Map<FlowKind, Detector[]> byTrigger = new EnumMap<>(FlowKind.class);
    private final Scene scene;

    private long day = Long.MIN_VALUE;
    private long lastNanos = Long.MIN_VALUE;
    private long events;
    private long strays;

    /**
     * Creates an engine with nothing behind it.
     *
     * @param rules which detectors, by which rules
     * @param reference owners and instruments
     * @param alerts told of each alert as it is found, on the thread that hands in the event
     */
    public SurveillanceEngine(SurveillanceRules rules, MarketReference reference, Consumer<SurveillanceAlert> alerts) {
        this.rules = rules;
        this.reference = reference;
        this.scene = new Scene(reference, alerts);
        this.detectors = Detectors.of(rules);
        for (int i = 0; i < detectors.size(); i++) {
            detectors.get(i).install(i);
        }
        for (FlowKind kind : FlowKind.values()) {
            List<Detector> wanting = new ArrayList<>();
            for (Detector detector : detectors) {
                if (detector.wants(kind)) {
                    wanting.add(detector);
                }
            }
            byTrigger.put(kind, wanting.toArray(new Detector[0]));
        }
    }

    /**
     * Takes the next event.
     *
     * @param event an event not earlier than the one before
     * @throws FlowOutOfOrder if it is earlier
     * @throws io.bondtrader.compliance.error.NoRuleInForce if a detector has no rule for its day
     */
    public void accept(FlowEvent event) {
        if (event.timeNanos() < lastNanos) {
            throw new FlowOutOfOrder("event " + event.index() + " is earlier than the one before it");
        }
        lastNanos = event.timeNanos();
        events++;
        long today = Math.floorDiv(event.timeNanos(), InstrumentFlow.DAY);
        if (today != day) {
            forget(today);
            loadRules(today);
        }
        InstrumentFlow instrument = scene.instruments.get(event.instrument());
        if (instrument == null) {
            instrument = new InstrumentFlow(reference.termsOf(event.instrument()), detectors.size());
            scene.instruments.put(event.instrument(), instrument);
        }
        if (instrument.day != today) {
            startDay(instrument, today, event);
        }
        take(event, instrument);
        instrument.last = event;
    }

    /** Ends the day of every instrument: for the end of a stream, after which no event of that day may come. */
    public void finish() {
        // By name, so that the order of alerts does not depend on a hash table.
        for (InstrumentFlow instrument : new TreeMap<>(scene.instruments).values()) {
            endDay(instrument);
        }
    }

    /** {@return how many events it took} */
    public long events() {
        return events;
    }

    /** {@return how many events told of orders that it has not seen, or sees no longer} */
    public long strays() {
        return strays;
    }

    /** {@return how many orders, fills and other entries it remembers: what its memory is proportional to} */
    public long kept() {
        long sum = scene.instruments.size();
        for (InstrumentFlow instrument : scene.instruments.values()) {
            sum += instrument.kept();
            for (Detector detector : detectors) {
                sum += detector.kept(instrument);
            }
        }
        return sum;
    }

    /** Ends the last day of instruments that idled for a year, by name, and forgets them. */
    private void forget(long today) {
        List<String> idle = new ArrayList<>();
        scene.instruments.forEach((name, instrument) -> {
            if (instrument.idle(today)) {
                idle.add(name);
            }
        });
        idle.stream().sorted().forEach(name -> {
            endDay(known(scene.instruments.get(name)));
            scene.instruments.remove(name);
        });
    }

    private void loadRules(long today) {
        day = today;
        LocalDate date = LocalDate.ofEpochDay(today);
        for (Detector detector : detectors) {
            RuleVersion rule = rules.of(detector.kind()).on(date).content();
            if (detector.ruleHash().isEmpty() || !rule.equals(detector.rule())) {
                detector.load(rule);
            }
        }
    }

    private void startDay(InstrumentFlow instrument, long today, FlowEvent event) {
        if (instrument.day != Long.MIN_VALUE) {
            endDay(instrument);
        }
        instrument.startDay(today, event.timeNanos());
    }

    /** Shows the last event of the instrument itself, so that others' events leave its alerts alone. */
    private void endDay(InstrumentFlow instrument) {
        scene.show(known(instrument.last), instrument, null, null, null);
        for (Detector detector : detectors) {
            detector.endOfDay(instrument, scene);
        }
    }

    private void take(FlowEvent event, InstrumentFlow instrument) {
        Activity activity = event.account().isEmpty() ? null : activity(event.account(), instrument);
        if (activity != null) {
            activity.lastNanos = event.timeNanos();
        }
        LiveOrder order = null;
        Fill fill = null;
        switch (event.kind()) {
            case QUOTE -> instrument.quote(event);
            case NEW -> {
                if (activity != null) {
                    order = enter(event, instrument, activity);
                }
            }
            case AMEND -> {
                order = instrument.orders.get(event.orderId());
                if (order != null) {
                    order.amend(event.price(), event.size());
                }
            }
            case CANCEL -> {
                order = instrument.orders.get(event.orderId());
                if (order != null) {
                    end(order, instrument, event.timeNanos(), true);
                }
            }
            case FILL -> {
                order = instrument.orders.get(event.orderId());
                if (activity != null) {
                    fill = fill(event, instrument, activity, order);
                }
            }
            default -> {
                // The other kinds concern single detectors.
            }
        }
        if (order == null && (event.kind() == FlowKind.AMEND || event.kind() == FlowKind.CANCEL)) {
            strays++;
            return;
        }
        scene.show(event, instrument, activity, order, fill);
        for (Detector detector : known(byTrigger.get(event.kind()))) {
            detector.on(scene);
        }
    }

    private LiveOrder enter(FlowEvent event, InstrumentFlow instrument, Activity activity) {
        LiveOrder before = instrument.orders.get(event.orderId());
        if (before != null) {
            end(before, instrument, event.timeNanos(), false);
        }
        LiveOrder order = new LiveOrder(event, activity);
        instrument.orders.put(order.id, order);
        activity.live(order.sign).add(order);
        instrument.entered(event.size());
        return order;
    }

    private Fill fill(FlowEvent event, InstrumentFlow instrument, Activity activity, @Nullable LiveOrder order) {
        long now = event.timeNanos();
        Fill fill = new Fill(event, activity, order);
        activity.fills.forgetBefore(now - InstrumentFlow.WINDOW);
        activity.fills.add(now, fill);
        instrument.traded(fill);
        if (event.sign() > 0) {
            activity.lastBuyNanos = now;
        } else {
            activity.lastSellNanos = now;
        }
        if (event.sign() > 0 || event.counterparty().isEmpty()) {
            instrument.trades.forgetBefore(now - InstrumentFlow.WINDOW);
            instrument.trades.add(now, fill);
        }
        if (order != null) {
            order.filled += event.size();
            if (order.open() <= 0) {
                end(order, instrument, now, false);
            }
        }
        return fill;
    }

    private static void end(LiveOrder order, InstrumentFlow instrument, long now, boolean cancelled) {
        Activity activity = order.activity;
        instrument.orders.remove(order.id);
        activity.live(order.sign).remove(order);
        order.endedNanos = now;
        order.cancelled = cancelled;
        order.oppositeFillNanos = activity.lastFillNanos(-order.sign);
        activity.ended.forgetBefore(now - InstrumentFlow.WINDOW);
        activity.ended.add(now, order);
    }

    private Activity activity(String account, InstrumentFlow instrument) {
        Activity known = instrument.byAccount.get(account);
        if (known == null) {
            String owner = reference.ownerOf(account);
            known = instrument.byOwner.computeIfAbsent(
                    owner, name -> new Activity(name, reference.kindOf(name), instrument, detectors.size()));
            instrument.byAccount.put(account, known);
        }
        return known;
    }

    private static <T> T known(@Nullable T thing) {
        return Objects.requireNonNull(thing);
    }
}
