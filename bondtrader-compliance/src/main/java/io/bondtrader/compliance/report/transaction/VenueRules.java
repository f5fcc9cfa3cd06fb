package io.bondtrader.compliance.report.transaction;

import static io.bondtrader.compliance.report.transaction.RuleTable.ALWAYS;
import static io.bondtrader.compliance.report.transaction.RuleTable.standard;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Rules on the venue and what depends on it: fields 3, 36, 37, 61 and 63. */
final class VenueRules {

    private static final String ADMITTED_OFF_VENUE = "XOFF";
    private static final String NOT_ADMITTED = "XXXX";
    private static final Set<Waiver> OF_BONDS = EnumSet.of(Waiver.ILQD, Waiver.SIZE);

    private VenueRules() {}

    static boolean offVenue(TransactionReport report) {
        String mic = report.venue().value();
        return mic.equals(ADMITTED_OFF_VENUE) || mic.equals(NOT_ADMITTED);
    }

    static List<TransactionRule> all(VenueRegister venues) {
        RuleTable table = new RuleTable();
        Predicate<TransactionReport> onVenue = report -> kind(report, venues).orElse(null) == VenueKind.SEGMENT;
        Predicate<TransactionReport> internal =
                report -> kind(report, venues).orElse(null) == VenueKind.SYSTEMATIC_INTERNALISER;
        table.error(
                "TR-03-1",
                ReportField.VENUE_TRANSACTION_ID,
                standard("Annex I, field 3"),
                "the market side of a trade on a venue carries the venue's reference",
                (report, facts) -> facts.marketSide() && onVenue.test(report),
                (report, facts) -> report.venueTransactionId() != null,
                report -> "");
        table.error(
                "TR-03-2",
                ReportField.VENUE_TRANSACTION_ID,
                standard("Annex I, field 3"),
                "only the market side of a trade on a venue carries the venue's reference",
                (report, facts) -> report.venueTransactionId() != null,
                (report, facts) -> facts.marketSide() && onVenue.test(report),
                report -> String.valueOf(report.venueTransactionId()));
        place(table, venues, onVenue);
        codes(table, onVenue, internal);
        return table.rules();
    }

    private static void place(RuleTable table, VenueRegister venues, Predicate<TransactionReport> onVenue) {
        table.error(
                "TR-36-1",
                ReportField.VENUE,
                standard("Annex I, field 36"),
                "the venue is one of ISO 10383 on the day, or XOFF, or XXXX",
                ALWAYS,
                (report, facts) -> offVenue(report) || kind(report, venues).isPresent(),
                report -> report.venue().value());
        table.error(
                "TR-36-2",
                ReportField.VENUE,
                standard("Annex I, field 36"),
                "a venue with segments is named by the segment",
                (report, facts) -> kind(report, venues).isPresent(),
                (report, facts) -> kind(report, venues).orElseThrow() != VenueKind.OPERATOR_WITH_SEGMENTS,
                report -> report.venue().value());
        table.error(
                "TR-36-3",
                ReportField.VENUE,
                standard("Annex I, field 36"),
                "XOFF is for instruments that are admitted to trading or traded on a venue",
                (report, facts) -> report.venue().value().equals(ADMITTED_OFF_VENUE),
                (report, facts) -> facts.admitted(),
                report -> report.venue().value());
        table.error(
                "TR-36-4",
                ReportField.VENUE,
                standard("Annex I, field 36"),
                "XXXX is for instruments that no venue trades",
                (report, facts) -> report.venue().value().equals(NOT_ADMITTED),
                (report, facts) -> !facts.admitted(),
                report -> report.venue().value());
        table.error(
                "TR-37-1",
                ReportField.VENUE_BRANCH,
                standard("Article 14 with Annex I, field 37"),
                "the branch whose membership was used is named on the market side of a trade on a venue only",
                (report, facts) -> report.venueBranch() != null,
                (report, facts) -> facts.marketSide() && onVenue.test(report),
                report -> String.valueOf(report.venueBranch()));
        table.warning(
                "TR-37-2",
                ReportField.VENUE_BRANCH,
                standard("Annex I, field 37"),
                "the market side of a trade on a venue names the country of the branch whose membership was used, or the firm's own",
                (report, facts) -> facts.marketSide() && onVenue.test(report),
                (report, facts) -> report.venueBranch() != null,
                report -> "");
    }

    private static void codes(
            RuleTable table, Predicate<TransactionReport> onVenue, Predicate<TransactionReport> internal) {
        table.error(
                "TR-61-1",
                ReportField.WAIVER,
                standard("Annex I, field 61"),
                "waivers are of trades on a venue",
                (report, facts) -> !report.waivers().isEmpty(),
                (report, facts) -> onVenue.test(report),
                report -> report.waivers().toString());
        table.error(
                "TR-61-2",
                ReportField.WAIVER,
                standard("Annex I, field 61"),
                "waivers of bonds are ILQD and SIZE",
                (report, facts) -> !report.waivers().isEmpty(),
                (report, facts) -> OF_BONDS.containsAll(report.waivers()),
                report -> report.waivers().toString());
        table.error(
                "TR-63-1",
                ReportField.OTC_FLAGS,
                standard("Annex I, field 63"),
                "flags of publication are of trades off venue or with a systematic internaliser",
                (report, facts) -> !report.flags().isEmpty(),
                (report, facts) -> offVenue(report) || internal.test(report),
                report -> report.flags().toString());
        table.error(
                "TR-63-2",
                ReportField.OTC_FLAGS,
                standard("Annex I, field 63"),
                "flags of shares (SDIV, RPRI, DUPL, TNCP) are no flags of bonds",
                (report, facts) -> !report.flags().isEmpty(),
                (report, facts) -> report.flags().stream().allMatch(PostTradeFlag::forBonds),
                report -> report.flags().toString());
    }

    private static Optional<VenueKind> kind(TransactionReport report, VenueRegister venues) {
        return venues.find(report.venue(), report.tradingTime().day());
    }
}
