package io.bondtrader.compliance.surveillance;

import io.bondtrader.compliance.regulation.DatedRules;
import java.util.ArrayList;
import java.util.List;

/** Makes the detectors that rules name. */
final class Detectors {

    private Detectors() {}

    static List<Detector> of(SurveillanceRules rules) {
        List<Detector> detectors = new ArrayList<>();
        rules.all().forEach((kind, versions) -> detectors.add(of(kind, first(versions))));
        return detectors;
    }

    private static RuleVersion first(DatedRules<RuleVersion> versions) {
        return versions.versions().get(0).content();
    }

    private static Detector of(DetectorKind kind, RuleVersion rule) {
        return switch (kind) {
            case SPOOFING_ORDER -> new SpoofingOrder(rule);
            case SPOOFING_PATTERN -> new SpoofingPattern(rule);
            case LAYERING -> new Layering(rule);
            case WASH_TRADE -> new WashTrade(rule);
            case WASH_MATCHED -> new WashMatched(rule);
            case WASH_CYCLE -> new WashCycle(rule);
            case PAINTING_TAPE -> new PaintingTape(rule);
            case MARKING_CLOSE -> new MarkingClose(rule);
            case FRONT_RUNNING -> new FrontRunning(rule);
            case INSIDER_DEALING -> new InsiderDealing(rule);
            case RAMPING -> new Ramping(rule);
            case QUOTE_STUFFING -> new QuoteStuffing(rule);
            case ORDER_TO_TRADE -> new OrderToTrade(rule);
            case NO_INTENT -> new NoIntent(rule);
            case OFF_MARKET -> new OffMarket(rule);
            case CONCENTRATION -> new Concentration(rule);
            case CROSS_PRODUCT -> new CrossProduct(rule);
            case RESTRICTED_LIST -> new RestrictedList(rule);
            case PERSONAL_ACCOUNT -> new PersonalAccount(rule);
            case LATE_ALLOCATION -> new LateAllocation(rule);
        };
    }
}
