package io.bondtrader.risk.pnl;

import java.math.BigDecimal;

/**
 * What is left of a trade that opened a position.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param execution the execution that opened it; the first one where lots are averaged
 * @param face what is left of its face, negative if short
 * @param cost what was paid for that face without accrued interest, in the security's currency, negative if short
 * @param cleanPrice at which it was opened, per 100; the last one where lots are averaged
 */
public record Lot(String execution, BigDecimal face, BigDecimal cost, BigDecimal cleanPrice) {}
