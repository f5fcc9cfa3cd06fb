package io.bondtrader.compliance.surveillance;

import static io.bondtrader.compliance.surveillance.Threshold.Basis.HOUSE;
import static io.bondtrader.compliance.surveillance.Threshold.Basis.LITERATURE;
import static io.bondtrader.compliance.surveillance.Threshold.Stricter.HIGHER;
import static io.bondtrader.compliance.surveillance.Threshold.Stricter.LOWER;
import static io.bondtrader.compliance.surveillance.Threshold.Stricter.NEITHER;

import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.DatedRule;
import io.bondtrader.compliance.regulation.DatedRules;
import io.bondtrader.compliance.regulation.Jurisdiction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The thresholds that come with the library. Acts were not compared with their texts: each citation says so. A number marked
 * as literature stands in the paper that is named; one marked as house is a choice for bonds, to be tuned by replay.
 */
final class StandardRules {

    /** The first day of the Market Abuse Regulation. */
    private static final LocalDate FROM = LocalDate.of(2016, 7, 3);

    private static final String MAR = "Regulation (EU) No 596/2014";
    private static final String INDICATORS = "Delegated Regulation (EU) 2016/522";
    private static final String VERSION = "2026.3";

    private final Map<DetectorKind, DatedRules<RuleVersion>> rules = new EnumMap<>(DetectorKind.class);

    private StandardRules() {}

    static Map<DetectorKind, DatedRules<RuleVersion>> all() {
        StandardRules standard = new StandardRules();
        standard.orders();
        standard.trades();
        standard.prices();
        standard.knowledge();
        return standard.rules;
    }

    private void orders() {
        add(
                DetectorKind.SPOOFING_ORDER,
                INDICATORS,
                "Annex II, Section 1, point 5(e)",
                new Threshold(
                        "sizeMultiple",
                        2,
                        HIGHER,
                        LITERATURE,
                        "twice the mean order of the day before: Lee, Eom and Park 2013"),
                new Threshold(
                        "halfSpreadsFromBest",
                        2,
                        HIGHER,
                        HOUSE,
                        "six ticks in Lee, Eom and Park 2013; in a bond, half-spreads"),
                new Threshold(
                        "sizeToOppositeFill", 5, HIGHER, HOUSE, "the order is for show, the fill is what was wanted"),
                new Threshold("filledShare", 0.1, LOWER, HOUSE, "the order hardly traded"),
                new Threshold("fillWithinSeconds", 120, LOWER, HOUSE, "the fill follows the order"),
                new Threshold("withdrawnWithinSeconds", 30, LOWER, HOUSE, "the withdrawal follows the fill"),
                new Threshold("shownToOppositeShown", 3, HIGHER, HOUSE, "a maker of markets shows both sides alike"),
                new Threshold("likeShare", 0.1, HIGHER, HOUSE, "of all the owner's orders behind the best ended so"),
                episode(3600));
        add(
                DetectorKind.SPOOFING_PATTERN,
                INDICATORS,
                "Annex II, Section 1, point 5(e)",
                new Threshold("windowSeconds", 3600, NEITHER, HOUSE, "an hour, as open-source surveillance uses it"),
                new Threshold("cycles", 3, HIGHER, HOUSE, "withdrawn after an opposite fill so many times"),
                new Threshold("withdrawnWithinSeconds", 60, LOWER, HOUSE, "the withdrawal follows the fill"),
                new Threshold("placedToOppositePlaced", 3, HIGHER, HOUSE, "a maker of markets shows both sides alike"),
                new Threshold("cancelledShare", 0.8, HIGHER, HOUSE, "of what was placed on the side that is for show"),
                new Threshold("cancelledToOppositeFilled", 3, HIGHER, HOUSE, "the multiple of what was wanted"),
                new Threshold("filledShare", 0.1, LOWER, HOUSE, "the side that is for show hardly traded"),
                episode(3600));
        add(
                DetectorKind.LAYERING,
                INDICATORS,
                "Annex II, Section 1, point 5(f)",
                new Threshold("levels", 3, HIGHER, LITERATURE, "orders on several levels"),
                new Threshold("depthShare", 0.3, HIGHER, HOUSE, "of what its side displays on five levels"),
                new Threshold("fillWithinSeconds", 300, LOWER, HOUSE, "quote-driven; 5 seconds suit an order book"),
                new Threshold("withdrawnWithinSeconds", 60, LOWER, HOUSE, "the withdrawal follows the fill"),
                new Threshold("withdrawnShare", 0.9, HIGHER, HOUSE, "of the layers"),
                new Threshold("moveHalfSpreads", 0.25, HIGHER, HOUSE, "the middle moved to the good of the fill"),
                new Threshold("shownToOppositeShown", 3, HIGHER, HOUSE, "a maker of markets shows both sides alike"),
                episode(3600));
        add(
                DetectorKind.QUOTE_STUFFING,
                INDICATORS,
                "Annex II, Section 1, point 5(c)",
                new Threshold("messagesPerSecond", 100, HIGHER, HOUSE, "a floor while history is short"),
                new Threshold("historyQuantile", 0.999, HIGHER, HOUSE, "of the venue's own seconds in the instrument"),
                new Threshold("fastCancelShare", 0.95, HIGHER, HOUSE, "of the orders of the second"),
                new Threshold("fastCancelMillis", 50, LOWER, HOUSE, "nobody can have traded with it"),
                episode(3600));
        add(
                DetectorKind.ORDER_TO_TRADE,
                "Delegated Regulation (EU) 2017/566",
                "Article 3",
                new Threshold("ratioByNumber", 250, HIGHER, HOUSE, "each venue sets its own"),
                new Threshold("ratioByVolume", 2000, HIGHER, HOUSE, "each venue sets its own"),
                new Threshold("orders", 500, HIGHER, HOUSE, "below it a ratio says nothing"),
                episode(86_400));
        add(
                DetectorKind.NO_INTENT,
                INDICATORS,
                "Annex II, Section 1, point 5(e)",
                new Threshold("dailyDeviations", 4, HIGHER, HOUSE, "never closer to the middle"),
                new Threshold("sizeMultiple", 2, HIGHER, HOUSE, "of the mean order of the day before"),
                new Threshold("restedSeconds", 60, HIGHER, HOUSE, "a mistake is corrected at once"),
                episode(3600));
    }

    private void trades() {
        add(
                DetectorKind.WASH_TRADE,
                MAR,
                "Annex I, A(c)",
                new Threshold("size", 0, HIGHER, HOUSE, "of any size"),
                episode(3600));
        add(
                DetectorKind.WASH_MATCHED,
                MAR,
                "Annex I, A(c)",
                new Threshold("windowSeconds", 3600, NEITHER, HOUSE, "an hour"),
                new Threshold(
                        "entrySeconds",
                        1,
                        LOWER,
                        HOUSE,
                        "orders entered together: Cao et al. 2016 leave the bound open"),
                new Threshold("sizeDifference", 0.02, LOWER, HOUSE, "relative"),
                new Threshold("priceHalfSpreads", 0.2, LOWER, HOUSE, "between the limits"),
                new Threshold("trades", 4, HIGHER, HOUSE, "there and back, twice"),
                new Threshold("netShare", 0.01, LOWER, LITERATURE, "net over gross of the best subset"),
                episode(3600));
        add(
                DetectorKind.WASH_CYCLE,
                MAR,
                "Annex I, A(c)",
                new Threshold("windowSeconds", 900, NEITHER, HOUSE, "a quarter of an hour"),
                new Threshold("members", 3, HIGHER, HOUSE, "two are matched orders"),
                new Threshold("trades", 3, HIGHER, HOUSE, "once around"),
                new Threshold("closedShare", 0.5, HIGHER, HOUSE, "of all that its members traded meanwhile"),
                new Threshold("netShare", 0.01, LOWER, LITERATURE, "net over gross of each member"),
                new Threshold("resultHalfSpreads", 0.15, LOWER, HOUSE, "nobody gained by it"),
                new Threshold("entrySeconds", 30, LOWER, HOUSE, "between the two orders of every trade"),
                episode(3600));
        add(
                DetectorKind.PAINTING_TAPE,
                INDICATORS,
                "Annex II, Section 1, point 3(b)",
                new Threshold("windowSeconds", 1800, NEITHER, HOUSE, "half an hour"),
                new Threshold("prints", 8, HIGHER, HOUSE, "to look busy"),
                new Threshold("printShare", 0.4, HIGHER, HOUSE, "of all prints meanwhile"),
                new Threshold("netShare", 0.01, LOWER, LITERATURE, "net over gross of each member"),
                new Threshold("resultHalfSpreads", 0.1, LOWER, HOUSE, "nobody gained by it"),
                new Threshold("costHalfSpreads", 0.5, LOWER, HOUSE, "nobody paid the spread"),
                new Threshold("entrySeconds", 60, LOWER, HOUSE, "mean time between the two orders of a trade"),
                new Threshold(
                        "halfSpreadsFromMiddle",
                        0.75,
                        LOWER,
                        HOUSE,
                        "on average; at the best price they would have met others' orders"),
                episode(3600));
        add(
                DetectorKind.RAMPING,
                INDICATORS,
                "Annex II, Section 1, point 5(a)",
                new Threshold("windowSeconds", 1200, NEITHER, HOUSE, "twenty minutes"),
                new Threshold("fills", 5, HIGHER, HOUSE, "aggressive, one side"),
                new Threshold(
                        "rankCorrelation", 0.8, HIGHER, HOUSE, "Spearman's, of time and the middle of the market"),
                new Threshold("volumeShare", 0.2, HIGHER, HOUSE, "of the instrument's volume meanwhile"),
                new Threshold(
                        "deviations",
                        4,
                        HIGHER,
                        HOUSE,
                        "the answer to the owner's own fills, by the volatility before"),
                new Threshold("ownMoveShare", 0.5, HIGHER, HOUSE, "of the move, in answer to the owner's own fills"),
                new Threshold("openedShare", 0.5, HIGHER, HOUSE, "of what was bought was no hedge of the hour before"),
                new Threshold("unwoundShare", 0.5, HIGHER, HOUSE, "sold again into the move"),
                episode(3600));
        add(
                DetectorKind.CROSS_PRODUCT,
                MAR,
                "Article 12(1)(a)",
                new Threshold("windowSeconds", 1200, NEITHER, HOUSE, "twenty minutes"),
                new Threshold("fills", 3, HIGHER, HOUSE, "aggressive, one side, in the related market"),
                new Threshold(
                        "displacedShare",
                        0.5,
                        HIGHER,
                        HOUSE,
                        "of the push, still in the price when the bond is traded"),
                new Threshold("ownMoveShare", 0.5, HIGHER, HOUSE, "of the push, in answer to the owner's own fills"),
                new Threshold("openedShare", 0.5, HIGHER, HOUSE, "of the pressure was no hedge of the hour before"),
                new Threshold("revertedShare", 0.5, HIGHER, HOUSE, "of the push, given back when it is unwound"),
                new Threshold("volumeShare", 0.2, HIGHER, HOUSE, "of the related market's volume meanwhile"),
                new Threshold("deviations", 3, HIGHER, HOUSE, "the related market's answer to the owner's own fills"),
                new Threshold("unwoundShare", 0.5, HIGHER, HOUSE, "of the pressure"),
                new Threshold(
                        "profitHalfSpreads", 0.5, HIGHER, HOUSE, "in the bond, against its middle after the unwinding"),
                episode(3600));
    }

    private void prices() {
        add(
                DetectorKind.MARKING_CLOSE,
                INDICATORS,
                "Annex II, Section 1, point 1(a)",
                new Threshold("windowSeconds", 900, NEITHER, HOUSE, "a quarter of an hour before the fix"),
                new Threshold("historyDays", 20, HIGHER, HOUSE, "of sixty that are kept"),
                new Threshold(
                        "historyQuantile",
                        0.95,
                        HIGHER,
                        HOUSE,
                        "of the moves into the fix before: one marked fix may not hide the next"),
                new Threshold(
                        "medianMultiple",
                        4,
                        HIGHER,
                        HOUSE,
                        "of the median move into the fix: the answer to the owner's fills"),
                new Threshold("reversedShare", 0.5, HIGHER, HOUSE, "of that answer, by the next open"),
                new Threshold("volumeShare", 0.3, HIGHER, HOUSE, "of the window's volume, with the move"),
                episode(86_400));
        add(
                DetectorKind.OFF_MARKET,
                MAR,
                "Article 12(1)(a)",
                new Threshold("spreads", 2, HIGHER, HOUSE, "from the middle"),
                new Threshold("medianDeviations", 4, HIGHER, HOUSE, "median absolute deviations of the last 64 trades"),
                episode(3600));
        add(
                DetectorKind.CONCENTRATION,
                INDICATORS,
                "Annex II, Section 1, point 2(b)",
                new Threshold("outstandingShare", 0.3, HIGHER, HOUSE, "held or controlled by repo"),
                new Threshold("specialnessBp", 25, HIGHER, HOUSE, "others pay to borrow the bond"),
                episode(86_400));
    }

    private void knowledge() {
        add(
                DetectorKind.FRONT_RUNNING,
                MAR,
                "Article 7(1)(d)",
                new Threshold("volumeShare", 0.1, HIGHER, HOUSE, "the client's order, of the average daily volume"),
                new Threshold("closedShare", 0.5, HIGHER, HOUSE, "of what was opened"),
                new Threshold("closedWithinSeconds", 3600, LOWER, HOUSE, "after the client's first fill"),
                new Threshold("profitHalfSpreads", 0.5, HIGHER, HOUSE, "for each unit closed"),
                episode(3600));
        add(
                DetectorKind.INSIDER_DEALING,
                MAR,
                "Article 8",
                new Threshold("days", 10, NEITHER, HOUSE, "before the news; Olmo et al. 2011 find most within 25"),
                new Threshold("reactionSeconds", 1800, NEITHER, HOUSE, "until the market has taken the news in"),
                new Threshold("historyDays", 20, HIGHER, HOUSE, "watched before anybody is known by its custom"),
                new Threshold(
                        "abnormalDeviations", 3, HIGHER, HOUSE, "the move less the sector's, in daily volatilities"),
                new Threshold(
                        "volumeDeviations", 3, HIGHER, LITERATURE, "the largest day against the owner's own history"),
                new Threshold("largestDayMultiple", 4, HIGHER, HOUSE, "and beyond the largest day of that history"),
                new Threshold("firstTradeShare", 0.15, HIGHER, HOUSE, "of the daily volume, where there is no history"),
                new Threshold("profitRankShare", 0.01, LOWER, HOUSE, "of the gains of all owners on all days before"),
                new Threshold("alignedShare", 0.8, HIGHER, HOUSE, "net of gross: who knows does not trade both ways"),
                new Threshold("impactDeviations", 0.5, LOWER, HOUSE, "daily ones: who knows does not tell by trading"),
                episode(86_400));
        add(
                DetectorKind.RESTRICTED_LIST,
                MAR,
                "Article 8 and Article 9(1)",
                new Threshold("size", 0, HIGHER, HOUSE, "of any size"),
                episode(3600));
        add(
                DetectorKind.PERSONAL_ACCOUNT,
                "Delegated Regulation (EU) 2017/565",
                "Article 29",
                new Threshold("holdingDays", 30, LOWER, HOUSE, "between a trade and its opposite"),
                episode(3600));
        add(
                DetectorKind.LATE_ALLOCATION,
                "Delegated Regulation (EU) 2017/565",
                "Articles 68 and 69",
                new Threshold("windowDays", 5, NEITHER, HOUSE, "of one desk in one instrument"),
                new Threshold("lateSeconds", 900, NEITHER, HOUSE, "after the execution"),
                new Threshold("allocations", 20, HIGHER, HOUSE, "late ones"),
                new Threshold("chiSquare", 15.14, HIGHER, LITERATURE, "one degree of freedom, one in ten thousand"),
                episode(86_400));
    }

    private static Threshold episode(int seconds) {
        return new Threshold(
                "episodeSeconds", seconds, NEITHER, HOUSE, "one alert for each owner and instrument within");
    }

    private void add(DetectorKind kind, String act, String provision, Threshold... thresholds) {
        Jurisdiction jurisdiction = act.contains("(EU)") ? Jurisdiction.EU : Jurisdiction.HOUSE;
        List<Threshold> all = new ArrayList<>(List.of(thresholds));
        rules.put(
                kind,
                DatedRules.of(
                        kind.title(),
                        List.of(DatedRule.since(
                                FROM,
                                new Citation(jurisdiction, act, provision, false),
                                new RuleVersion(kind, VERSION, all)))));
    }
}
