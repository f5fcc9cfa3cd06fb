package io.bondtrader.compliance.transparency;

import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.DatedRule;
import io.bondtrader.compliance.regulation.DatedRules;
import io.bondtrader.compliance.regulation.Jurisdiction;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;

/** All dated rules of one jurisdiction. */
record TransparencyLaw(
        Jurisdiction jurisdiction,
        DatedRules<PreTradeRule> preTrade,
        DatedRules<QuoteRule> quotes,
        DatedRules<LiquidityRule> liquidity,
        DatedRules<PercentileRule> percentiles,
        DatedRules<Duration> realTime,
        DatedRules<DeferralRule> deferrals) {

    static TransparencyLaw read(JsonMembers json) {
        Jurisdiction jurisdiction = json.constant("jurisdiction", Jurisdiction.class);
        TransparencyLaw law = new TransparencyLaw(
                jurisdiction,
                dated(json, jurisdiction, "preTrade", (rule, act) -> PreTradeRule.read(rule)),
                dated(json, jurisdiction, "quotes", (rule, act) -> QuoteRule.read(rule)),
                dated(json, jurisdiction, "liquidity", (rule, act) -> LiquidityRule.read(rule)),
                dated(json, jurisdiction, "percentiles", (rule, act) -> PercentileRule.read(rule)),
                dated(json, jurisdiction, "realTime", (rule, act) -> Duration.ofMinutes(rule.integer("minutes"))),
                dated(json, jurisdiction, "deferrals", DeferralRule::read));
        json.requireAllRead();
        return law;
    }

    private static <T> DatedRules<T> dated(
            JsonMembers json, Jurisdiction jurisdiction, String name, BiFunction<JsonMembers, Citation, T> reader) {
        List<DatedRule<T>> versions = json.objects(name).stream()
                .map(version -> one(version, jurisdiction, reader))
                .toList();
        return DatedRules.of(jurisdiction + " transparency of bonds, " + name, versions);
    }

    private static <T> DatedRule<T> one(
            JsonMembers json, Jurisdiction jurisdiction, BiFunction<JsonMembers, Citation, T> reader) {
        LocalDate from = json.date("from");
        LocalDate until = json.has("until") ? json.date("until") : LocalDate.MAX;
        Citation act = new Citation(jurisdiction, json.text("act"), json.text("provision"), json.flag("checked"));
        DatedRule<T> rule = new DatedRule<>(from, until, act, reader.apply(json, act));
        json.requireAllRead();
        return rule;
    }
}
