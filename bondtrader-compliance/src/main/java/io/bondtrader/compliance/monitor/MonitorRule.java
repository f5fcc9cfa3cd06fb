package io.bondtrader.compliance.monitor;

import io.bondtrader.core.audit.CanonicalJson;

/**
 * A rule that trades are held to. What it needs it holds itself and does not wait for: it is asked while an order waits.
 *
 * <p>Implementations are safe for use by many threads and called by any of them. A rule that throws or gives nothing is taken
 * for a refusal.
 */
public interface MonitorRule {

    /** {@return its name in decisions and in the log, always the same} */
    String id();

    /** {@return its parameters: two rules that may decide differently say so here} */
    CanonicalJson parameters();

    /**
     * Looks at a trade.
     *
     * @param trade the trade
     * @param stage whether it was done, and when that is asked
     * @return what the rule says
     */
    Finding check(MonitoredTrade trade, TradeStage stage);
}
