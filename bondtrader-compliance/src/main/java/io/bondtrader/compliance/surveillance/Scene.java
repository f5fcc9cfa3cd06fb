package io.bondtrader.compliance.surveillance;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An event with all that is known around it. One object, filled anew for each event. */
final class Scene {

    private final Consumer<SurveillanceAlert> alerts;
    private final MarketReference reference;
    final Map<String, InstrumentFlow> instruments = new HashMap<>();

    private @Nullable FlowEvent event;
    private @Nullable InstrumentFlow instrument;
    private @Nullable Activity activity;
    private @Nullable LiveOrder order;
    private @Nullable Fill fill;

    Scene(MarketReference reference, Consumer<SurveillanceAlert> alerts) {
        this.reference = reference;
        this.alerts = alerts;
    }

    void show(
            FlowEvent shown,
            InstrumentFlow where,
            @Nullable Activity who,
            @Nullable LiveOrder which,
            @Nullable Fill how) {
        event = shown;
        instrument = where;
        activity = who;
        order = which;
        fill = how;
    }

    MarketReference reference() {
        return reference;
    }

    FlowEvent event() {
        return known(event);
    }

    InstrumentFlow instrument() {
        return known(instrument);
    }

    /** What the owner did here; only for events that have an account. */
    Activity activity() {
        return known(activity);
    }

    @Nullable
    LiveOrder order() {
        return order;
    }

    /** Only for fills. */
    Fill fill() {
        return known(fill);
    }

    long now() {
        return event().timeNanos();
    }

    /** Whether this window has no alert of the detector yet: asked before evidence is gathered. */
    boolean opens(Detector detector, Activity who) {
        return who.alerted[detector.slot()] < Math.floorDiv(now(), detector.episodeNanos());
    }

    Evidence evidence(Detector detector, Activity who) {
        return new Evidence(detector, who, event());
    }

    void alert(Evidence evidence) {
        Activity who = evidence.who;
        who.alerted[evidence.detector.slot()] = Math.floorDiv(now(), evidence.detector.episodeNanos());
        alerts.accept(evidence.alert());
    }

    private static <T> T known(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("this kind of event has no such part");
        }
        return part;
    }
}
