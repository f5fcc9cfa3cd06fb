package io.bondtrader.strategies.engine;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One step of an intent on its way to the market.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param at logical time
 * @param strategy whose intent
 * @param instrument that it named
 * @param stage what happened
 * @param code why, short and stable, such as {@code WARMING_UP} or a limit's denial code
 * @param detail why, for people
 * @param dv01 that was wanted at this stage, in currency units for one basis point
 * @param face that was at stake at this stage: to hold when sized, to trade from then on
 */
public record TraceRecord(
        Instant at,
        String strategy,
        String instrument,
        Stage stage,
        String code,
        String detail,
        double dv01,
        BigDecimal face) {

    @Override
    public String toString() {
        return at + " " + strategy + " " + instrument + " " + stage + (code.isEmpty() ? "" : " " + code)
                + (face.signum() == 0 ? "" : " " + face.toPlainString()) + (detail.isEmpty() ? "" : ": " + detail);
    }
}
