package io.bondtrader.compliance.transparency;

import java.util.List;

/**
 * What venues must show before the trade.
 *
 * @param currency of published sizes
 * @param systems whose interests are shown
 * @param waivers that can be granted
 */
record PreTradeRule(String currency, List<TradingSystem> systems, List<TransparencyWaiver> waivers) {

    static PreTradeRule read(JsonMembers json) {
        return new PreTradeRule(
                json.text("currency"),
                json.constants("systems", TradingSystem.class),
                json.texts("waivers").stream().map(TransparencyWaiver::ofCode).toList());
    }
}
