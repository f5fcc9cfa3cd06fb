package io.bondtrader.strategies.engine;

import io.bondtrader.strategies.strategy.Intent;
import java.math.BigDecimal;
import java.time.Instant;

/** Puts steps into words, if anybody listens. */
final class Tracer {

    private final TraceSink sink;
    private final boolean silent;

    Tracer(TraceSink sink) {
        this.sink = sink;
        this.silent = sink == TraceSink.none();
    }

    void step(Slot slot, Intent intent, Stage stage, String code, String detail, Instant at) {
        if (!silent) {
            record(slot, intent, stage, code, detail, BigDecimal.ZERO, at);
        }
    }

    void signalled(Slot slot, Intent intent, Instant at) {
        if (!silent) {
            String code =
                    intent.reasons().isEmpty() ? "" : intent.reasons().get(0).code();
            String detail =
                    intent.reasons().isEmpty() ? "" : intent.reasons().get(0).text();
            record(slot, intent, Stage.SIGNALLED, code, detail, BigDecimal.ZERO, at);
        }
    }

    void sized(Slot slot, Intent intent, BigDecimal face, Instant at) {
        if (!silent) {
            record(slot, intent, Stage.SIZED, "", "scale " + slot.scale(), face, at);
        }
    }

    void cut(Slot slot, Intent intent, Stage stage, String code, String detail, BigDecimal face, Instant at) {
        if (!silent) {
            record(slot, intent, stage, code, detail, face, at);
        }
    }

    void traded(
            Slot slot, String instrument, String security, Stage stage, BigDecimal face, String detail, Instant at) {
        if (!silent) {
            String text = instrument.equals(security) ? detail : security + ' ' + detail;
            sink.record(new TraceRecord(at, slot.id(), instrument, stage, "", text, 0.0, face));
        }
    }

    void ended(Slot slot, String instrument, String security, String code, BigDecimal face, Instant at) {
        if (!silent) {
            String text = instrument.equals(security) ? "" : security;
            sink.record(new TraceRecord(at, slot.id(), instrument, Stage.ENDED, code, text, 0.0, face));
        }
    }

    private void record(
            Slot slot, Intent intent, Stage stage, String code, String detail, BigDecimal face, Instant at) {
        double dv01 = intent.signedDv01() * (stage == Stage.SIGNALLED ? 1.0 : slot.scale());
        sink.record(new TraceRecord(at, slot.id(), intent.instrument(), stage, code, detail, dv01, face));
    }
}
