package io.bondtrader.compliance.transparency;

import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.bond.Isin;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request as an event says it: all that a decision needs, so that it can be made again. */
final class RequestJson {

    private RequestJson() {}

    static Map<String, Object> write(TransparencyRequest request) {
        Map<String, Object> json = new TreeMap<>();
        json.put("reference", request.reference());
        json.put("law", request.law());
        json.put("bond", bond(request.bond()));
        json.put("place", request.place());
        json.put("system", request.system());
        json.put("interest", request.interest());
        json.put("size", request.size().toPlainString());
        json.put("at", request.at());
        json.put("zone", request.zone().getId());
        json.put("endOfDay", request.endOfDay());
        json.put("ownAccount", request.ownAccount());
        json.put("supplementary", request.supplementary());
        request.thresholds().ifPresent(sizes -> json.put("thresholds", thresholds(sizes)));
        Map<String, Object> rates = new TreeMap<>();
        request.rates().forEach((currency, rate) -> rates.put(currency, rate.toPlainString()));
        json.put("rates", rates);
        return json;
    }

    static TransparencyRequest read(JsonMembers json) {
        TransparencyRequest request = new TransparencyRequest(
                json.text("reference"),
                json.constant("law", Jurisdiction.class),
                readBond(json.object("bond")),
                json.constant("place", ExecutionPlace.class),
                json.constant("system", TradingSystem.class),
                json.constant("interest", InterestKind.class),
                json.decimal("size"),
                json.read("at", json.text("at"), Instant::parse, "an instant"),
                json.read("zone", json.text("zone"), ZoneId::of, "a time zone"),
                json.read("endOfDay", json.text("endOfDay"), LocalTime::parse, "a time of day"),
                json.flag("ownAccount"),
                json.constant("supplementary", SupplementaryDeferral.class),
                json.has("thresholds") ? Optional.of(readThresholds(json.object("thresholds"))) : Optional.empty(),
                json.object("rates").decimals());
        json.requireAllRead();
        return request;
    }

    private static Map<String, Object> bond(BondProfile bond) {
        Map<String, Object> json = new TreeMap<>();
        json.put("isin", bond.isin().value());
        json.put("class", bond.bondClass());
        json.put("issuerCountry", bond.issuerCountry());
        json.put("issuanceSize", bond.issuanceSize().toPlainString());
        json.put("currency", bond.currency());
        json.put("maturity", bond.maturity());
        json.put("tradedOnVenue", bond.tradedOnVenue());
        json.put("linkedOrStripped", bond.linkedOrStripped());
        json.put("investmentGrade", bond.investmentGrade());
        json.put("group", bond.group());
        json.put(
                "liquidity",
                bond.liquidity().stream()
                        .map(status -> Map.of(
                                "liquid", status.liquid(),
                                "from", status.from(),
                                "until", status.until(),
                                "source", status.source()))
                        .toList());
        return json;
    }

    private static BondProfile readBond(JsonMembers json) {
        List<LiquidityStatus> liquidity = json.objects("liquidity").stream()
                .map(one -> new LiquidityStatus(
                        one.flag("liquid"), one.date("from"), one.date("until"), one.text("source")))
                .toList();
        BondProfile bond = new BondProfile(
                Isin.of(json.text("isin")),
                json.constant("class", BondClass.class),
                json.text("issuerCountry"),
                json.decimal("issuanceSize"),
                json.text("currency"),
                json.date("maturity"),
                json.flag("tradedOnVenue"),
                json.flag("linkedOrStripped"),
                json.flag("investmentGrade"),
                json.text("group"),
                liquidity);
        json.requireAllRead();
        return bond;
    }

    private static Map<String, Object> thresholds(SizeThresholds sizes) {
        Map<String, Object> json = new TreeMap<>();
        json.put("sizeSpecificBefore", sizes.sizeSpecificBefore().toPlainString());
        json.put("largeBefore", sizes.largeBefore().toPlainString());
        json.put("sizeSpecificAfter", sizes.sizeSpecificAfter().toPlainString());
        json.put("largeAfter", sizes.largeAfter().toPlainString());
        json.put("from", sizes.from());
        json.put("until", sizes.until());
        json.put("source", sizes.source());
        return json;
    }

    private static SizeThresholds readThresholds(JsonMembers json) {
        SizeThresholds sizes = new SizeThresholds(
                json.decimal("sizeSpecificBefore"),
                json.decimal("largeBefore"),
                json.decimal("sizeSpecificAfter"),
                json.decimal("largeAfter"),
                json.date("from"),
                json.date("until"),
                json.text("source"));
        json.requireAllRead();
        return sizes;
    }

    /** Amounts are written in full, so a size of absurd scale would fill the log. */
    static boolean writable(BigDecimal amount) {
        return amount.toPlainString().length() <= 40;
    }
}
