package io.bondtrader.compliance.transparency;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What must be made public of an order, a quote or a trade. A waiver or a deferral is what the rule <em>allows</em>; to publish
 * sooner is never against it. Immutable.
 *
 * @param preTrade what the venue must do with the interest
 * @param waivers all that apply; none unless {@code preTrade} is {@link PreTradeDuty#WAIVED}
 * @param quotes what a systematic internaliser must do with its quote
 * @param liquid whether the bond counts as liquid on the day
 * @param postTrade when what of the trade must be public, in the order of time; nothing if it need not be
 * @param flags of the trade report, all that apply; none if the publication is not deferred
 * @param reasons why, for each part
 * @param tablesVersion the version of the tables that decided
 * @param tablesSha256 their hash
 */
public record TransparencyDecision(
        PreTradeDuty preTrade,
        SortedSet<TransparencyWaiver> waivers,
        QuoteDuty quotes,
        boolean liquid,
        List<PublicationStep> postTrade,
        SortedSet<String> flags,
        List<TransparencyReason> reasons,
        String tablesVersion,
        String tablesSha256) {

    /** Copies the lists. */
    public TransparencyDecision {
        Objects.requireNonNull(preTrade, "preTrade");
        Objects.requireNonNull(quotes, "quotes");
        waivers = Collections.unmodifiableSortedSet(new TreeSet<>(waivers));
        flags = Collections.unmodifiableSortedSet(new TreeSet<>(flags));
        postTrade = List.copyOf(postTrade);
        reasons = List.copyOf(reasons);
    }

    /** {@return whether the trade may be made public later than in real time} */
    public boolean deferred() {
        return !flags.isEmpty();
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new TreeMap<>();
        json.put("preTrade", preTrade);
        json.put("waivers", waivers.stream().map(TransparencyWaiver::code).toList());
        json.put("quotes", quotes);
        json.put("liquid", liquid);
        json.put(
                "postTrade",
                postTrade.stream()
                        .map(step -> Map.of(
                                "notLaterThan", step.notLaterThan(), "content", step.content(), "flag", step.flag()))
                        .toList());
        json.put("flags", flags);
        json.put("reasons", reasons.stream().map(TransparencyReason::toJson).toList());
        json.put("tables", tablesVersion);
        json.put("tablesSha256", tablesSha256);
        return json;
    }
}
