package io.bondtrader.compliance.transparency;

import io.bondtrader.compliance.regulation.Citation;
import java.util.Map;

/**
 * Why a decision is what it is.
 *
 * @param subject of which part of it: {@code preTrade}, {@code quotes}, {@code liquidity} or {@code postTrade}
 * @param citation the rule that says so
 * @param text how, in words
 */
public record TransparencyReason(String subject, Citation citation, String text) {

    Map<String, Object> toJson() {
        return Map.of("subject", subject, "citation", citation.toString(), "checked", citation.checked(), "text", text);
    }
}
