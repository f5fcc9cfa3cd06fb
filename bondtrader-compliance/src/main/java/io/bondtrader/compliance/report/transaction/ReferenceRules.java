package io.bondtrader.compliance.report.transaction;

import static io.bondtrader.compliance.report.transaction.RuleTable.ALWAYS;
import static io.bondtrader.compliance.report.transaction.RuleTable.standard;

import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.compliance.report.transaction.ReferenceData.Registration;
import io.bondtrader.core.bond.Lei;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules that compare a report with registers as of the day of the trade. */
final class ReferenceRules {

    private static final Citation CHECKS = new Citation(
            Jurisdiction.EU, "ESMA, MiFIR transaction reporting validation rules", "LEI and instrument", false);

    private final ReferenceData data;
    private final RuleTable table = new RuleTable();

    private ReferenceRules(ReferenceData data) {
        this.data = data;
    }

    static List<TransactionRule> all(ReferenceData data) {
        ReferenceRules rules = new ReferenceRules(data);
        rules.firms();
        rules.side("TR-07", ReportField.BUYER, TransactionReport::buyer);
        rules.side("TR-16", ReportField.SELLER, TransactionReport::seller);
        rules.transmitters();
        rules.bond();
        return rules.table.rules();
    }

    private void firms() {
        table.error(
                "TR-04-1",
                ReportField.EXECUTING_ENTITY,
                CHECKS,
                "the executing entity's identifier was issued and is renewed on the day of the trade",
                ALWAYS,
                (report, facts) -> known(report.executingEntity(), report, Registration.CURRENT),
                report -> report.executingEntity().value());
        table.error(
                "TR-06-1",
                ReportField.SUBMITTING_ENTITY,
                CHECKS,
                "the submitting entity's identifier was issued by the day of the trade",
                ALWAYS,
                (report, facts) -> known(report.submittingEntity(), report, Registration.CURRENT, Registration.LAPSED),
                report -> report.submittingEntity().value());
    }

    private void side(String prefix, ReportField field, Function<TransactionReport, PartySide> of) {
        table.error(
                prefix + "-21",
                field,
                CHECKS,
                "identifiers of legal entities were issued by the day of the trade and had not ended",
                (report, facts) -> entities(of.apply(report)).findAny().isPresent(),
                (report, facts) -> entities(of.apply(report))
                        .allMatch(lei -> known(lei, report, Registration.CURRENT, Registration.LAPSED)),
                report -> String.join(
                        ", ", entities(of.apply(report)).map(Lei::value).toList()));
        table.error(
                prefix + "-22",
                field,
                standard("Annex I, field " + field.number()),
                "a venue stands for a party it does not tell only where no central counterparty clears: otherwise that one does",
                (report, facts) -> venues(of.apply(report))
                        .anyMatch(venue ->
                                data.centrallyCleared(venue.mic(), day(report)).isPresent()),
                (report, facts) -> venues(of.apply(report))
                        .noneMatch(venue ->
                                data.centrallyCleared(venue.mic(), day(report)).orElse(false)),
                report -> String.join(
                        ", ",
                        venues(of.apply(report))
                                .map(venue -> venue.mic().value())
                                .toList()));
    }

    private void transmitters() {
        table.error(
                "TR-26-1",
                ReportField.BUYER_TRANSMITTING_FIRM,
                CHECKS,
                "firms that passed the order on had an identifier by the day of the trade that had not ended",
                (report, facts) -> transmitting(report).findAny().isPresent(),
                (report, facts) -> transmitting(report)
                        .allMatch(lei -> known(lei, report, Registration.CURRENT, Registration.LAPSED)),
                report -> String.join(", ", transmitting(report).map(Lei::value).toList()));
    }

    private void bond() {
        table.error(
                "TR-41-2",
                ReportField.INSTRUMENT,
                CHECKS,
                "the reference data has the bond on the day of the trade, if it is admitted to trading or traded on a venue",
                (report, facts) -> facts.admitted(),
                (report, facts) -> instrument(report).isPresent(),
                report -> report.instrument().value());
        table.error(
                "TR-41-3",
                ReportField.INSTRUMENT,
                standard("Annex I, fields 36 and 41"),
                "the firm takes the bond for admitted to trading or not as the reference data does",
                (report, facts) -> instrument(report).isPresent(),
                (report, facts) -> instrument(report).orElseThrow().admitted() == facts.admitted(),
                report -> report.instrument().value());
        table.warning(
                "TR-41-4",
                ReportField.INSTRUMENT,
                standard("Annex I, field 43"),
                "the firm classifies the bond (ISO 10962) as the reference data does",
                (report, facts) -> instrument(report).isPresent(),
                (report, facts) -> instrument(report).orElseThrow().cfi().equals(facts.cfi()),
                report -> report.instrument().value());
        table.error(
                "TR-62-4",
                ReportField.SHORT_SELLING,
                standard("Article 11 with field 62"),
                "the firm takes the bond for sovereign debt or not as the reference data does",
                (report, facts) -> instrument(report).isPresent(),
                (report, facts) -> instrument(report).orElseThrow().sovereign() == facts.sovereign(),
                report -> report.instrument().value());
    }

    private boolean known(Lei lei, TransactionReport report, Registration... allowed) {
        Optional<Registration> standing = data.entity(lei, day(report));
        return standing.isPresent() && List.of(allowed).contains(standing.get());
    }

    private Optional<ReferenceData.Instrument> instrument(TransactionReport report) {
        return data.instrument(report.instrument(), day(report));
    }

    private static LocalDate day(TransactionReport report) {
        return report.tradingTime().day();
    }

    private static Stream<Lei> entities(PartySide side) {
        return Stream.concat(side.owners().stream().map(PartySide.Owner::party), side.decisionMakers().stream())
                .filter(Party.LegalEntity.class::isInstance)
                .map(party -> ((Party.LegalEntity) party).lei());
    }

    private static Stream<Party.AnonymousVenue> venues(PartySide side) {
        return side.owners().stream()
                .map(PartySide.Owner::party)
                .filter(Party.AnonymousVenue.class::isInstance)
                .map(Party.AnonymousVenue.class::cast);
    }

    private static Stream<Lei> transmitting(TransactionReport report) {
        @Nullable Lei buyer = report.transmission().buyerFirm();
        @Nullable Lei seller = report.transmission().sellerFirm();
        return Stream.concat(Stream.ofNullable(buyer), Stream.ofNullable(seller));
    }
}
