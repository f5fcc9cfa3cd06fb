package io.bondtrader.compliance.report.transaction;

import static io.bondtrader.compliance.report.transaction.RuleTable.guidelines;
import static io.bondtrader.compliance.report.transaction.RuleTable.read;
import static io.bondtrader.compliance.report.transaction.RuleTable.standard;

import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.compliance.report.transaction.person.Concat;
import io.bondtrader.compliance.report.transaction.person.IdentifierScheme;
import io.bondtrader.compliance.report.transaction.person.NationalNumbers;
import io.bondtrader.compliance.report.transaction.person.NaturalPersonId;
import io.bondtrader.compliance.report.transaction.person.PersonPriorities;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.error.BondTraderException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules on buyers, sellers, those who decide for them and those who pass their orders on: fields 7 to 27, 57 to 60. */
final class PartyRules {

    private PartyRules() {}

    static List<TransactionRule> all(PersonPriorities persons) {
        RuleTable table = new RuleTable();
        side(table, persons, Side.BUYER);
        side(table, persons, Side.SELLER);
        both(table);
        transmission(table);
        responsible(table, persons);
        return table.rules();
    }

    /** What differs between the two sides. */
    private record Side(
            String prefix,
            ReportField id,
            ReportField branch,
            ReportField names,
            ReportField birth,
            ReportField maker,
            ReportField transmitter,
            Function<TransactionReport, PartySide> of,
            Function<Transmission, @Nullable Lei> firm,
            Function<TradeFacts, Set<Country>> nationalities) {

        static final Side BUYER = new Side(
                "TR-07",
                ReportField.BUYER,
                ReportField.BUYER_BRANCH,
                ReportField.BUYER_FIRST_NAMES,
                ReportField.BUYER_BIRTH_DATE,
                ReportField.BUYER_DECISION_MAKER,
                ReportField.BUYER_TRANSMITTING_FIRM,
                TransactionReport::buyer,
                Transmission::buyerFirm,
                TradeFacts::buyerNationalities);
        static final Side SELLER = new Side(
                "TR-16",
                ReportField.SELLER,
                ReportField.SELLER_BRANCH,
                ReportField.SELLER_FIRST_NAMES,
                ReportField.SELLER_BIRTH_DATE,
                ReportField.SELLER_DECISION_MAKER,
                ReportField.SELLER_TRANSMITTING_FIRM,
                TransactionReport::seller,
                Transmission::sellerFirm,
                TradeFacts::sellerNationalities);
    }

    private static void side(RuleTable table, PersonPriorities persons, Side side) {
        Function<TransactionReport, PartySide> of = side.of();
        table.error(
                side.prefix() + "-1",
                side.id(),
                standard("Annex I, field " + side.id().number()),
                "a venue stands for a party only in a trade on that venue, whose code field 36 repeats",
                (report, facts) -> of.apply(report).anonymous(),
                (report, facts) -> of.apply(report).owners().stream()
                        .allMatch(owner -> !(owner.party() instanceof Party.AnonymousVenue venue)
                                || venue.mic().equals(report.venue())),
                report -> shown(of.apply(report)));
        table.error(
                side.prefix() + "-2",
                side.id(),
                guidelines("5.11"),
                "an aggregate account or an unnamed party stands alone",
                (report, facts) ->
                        of.apply(report).aggregated() || of.apply(report).anonymous(),
                (report, facts) -> of.apply(report).owners().size() == 1,
                report -> shown(of.apply(report)));
        table.error(
                side.prefix() + "-3",
                side.id(),
                read("Article 6 with Annex II"),
                "a person is identified by a kind of identifier that Annex II names for the nationality",
                (report, facts) -> people(report, side).findAny().isPresent(),
                (report, facts) -> people(report, side)
                        .allMatch(person -> persons.allows(
                                person.id().country(), person.id().scheme())),
                report -> shown(of.apply(report)));
        table.error(
                side.prefix() + "-4",
                side.id(),
                read("Article 6(4) and (5)"),
                "an identifier made of names repeats birth date and names of the person",
                (report, facts) -> people(report, side).anyMatch(PartyRules::concatenated),
                (report, facts) ->
                        people(report, side).filter(PartyRules::concatenated).allMatch(PartyRules::repeatsNames),
                report -> shown(of.apply(report)));
        table.error(
                side.prefix() + "-5",
                side.id(),
                standard("Article 6 with Annex II"),
                "a national identifier has the form and the check digits of its country",
                (report, facts) -> people(report, side)
                        .anyMatch(person -> NationalNumbers.check(person.id()).isPresent()),
                (report, facts) -> people(report, side)
                        .allMatch(person -> NationalNumbers.check(person.id()).orElse(true)),
                report -> shown(of.apply(report)));
        table.error(
                side.prefix() + "-6",
                side.id(),
                read("Article 6(3)"),
                "of several nationalities one of the European Economic Area counts, the first by its code",
                (report, facts) -> !side.nationalities().apply(facts).isEmpty()
                        && owners(report, side).filter(PartyRules::isPerson).count() == 1,
                (report, facts) -> owners(report, side)
                        .filter(PartyRules::isPerson)
                        .allMatch(party -> ((Party.Person) party)
                                .id()
                                .country()
                                .equals(persons.nationality(side.nationalities().apply(facts)))),
                report -> shown(of.apply(report)));
        table.error(
                side.prefix() + "-7",
                side.branch(),
                standard("Annex I, field " + side.branch().number()),
                "a branch is named for clients only: not for the firm itself, a venue or an aggregate account",
                (report, facts) -> of.apply(report).owners().stream().anyMatch(owner -> owner.branch() != null),
                (report, facts) -> of.apply(report).owners().stream()
                        .allMatch(owner -> owner.branch() == null || isClient(owner.party(), report)),
                report -> shown(of.apply(report)));
        table.error(
                side.prefix() + "-8",
                side.names(),
                standard("Annex I, field " + side.names().number()),
                "names are in capital letters",
                (report, facts) -> people(report, side).findAny().isPresent(),
                (report, facts) -> people(report, side)
                        .allMatch(person -> isUpper(person.firstNames()) && isUpper(person.surnames())),
                report -> "…");
        table.error(
                side.prefix() + "-9",
                side.birth(),
                standard("Annex I, field " + side.birth().number()),
                "a person was born from 1900 on and before the trade",
                (report, facts) -> people(report, side).findAny().isPresent(),
                (report, facts) -> people(report, side)
                        .allMatch(person -> person.birthDate().getYear() >= 1900
                                && person.birthDate()
                                        .isBefore(report.tradingTime().day())),
                report -> "…");
        table.error(
                side.prefix() + "-10",
                side.maker(),
                standard("Article 8 with Annex I, field " + side.maker().number()),
                "somebody decides for clients only",
                (report, facts) -> !of.apply(report).decisionMakers().isEmpty(),
                (report, facts) ->
                        of.apply(report).owners().stream().allMatch(owner -> isClient(owner.party(), report)),
                report -> shown(of.apply(report)));
        table.error(
                side.prefix() + "-11",
                side.maker(),
                standard("Annex I, field " + side.maker().number()),
                "who decides for a client is not that client",
                (report, facts) -> !of.apply(report).decisionMakers().isEmpty(),
                (report, facts) -> of.apply(report).decisionMakers().stream()
                        .noneMatch(maker -> of.apply(report).owners().stream()
                                .anyMatch(owner -> owner.party().equals(maker))),
                report -> shown(of.apply(report)));
        table.error(
                side.prefix() + "-12",
                side.transmitter(),
                standard("Article 4 with Annex I, field " + side.transmitter().number()),
                "a transmitting firm is named only where the conditions of Article 4 are met and the order was a client's",
                (report, facts) -> side.firm().apply(report.transmission()) != null,
                (report, facts) -> facts.article4()
                        && of.apply(report).owners().stream().allMatch(owner -> isClient(owner.party(), report)),
                report -> String.valueOf(side.firm().apply(report.transmission())));
        table.error(
                side.prefix() + "-13",
                side.transmitter(),
                standard("Annex I, field " + side.transmitter().number()),
                "the transmitting firm is another than the executing one",
                (report, facts) -> side.firm().apply(report.transmission()) != null,
                (report, facts) -> !report.executingEntity().equals(side.firm().apply(report.transmission())),
                report -> String.valueOf(side.firm().apply(report.transmission())));
    }

    private static void both(RuleTable table) {
        table.error(
                "TR-16-14",
                ReportField.SELLER,
                guidelines("5.11"),
                "an aggregate account trades with others, not with itself",
                (report, facts) ->
                        report.buyer().aggregated() || report.seller().aggregated(),
                (report, facts) ->
                        !(report.buyer().aggregated() && report.seller().aggregated()),
                report -> shown(report.seller()));
        table.warning(
                "TR-16-15",
                ReportField.SELLER,
                standard("Article 2(5)"),
                "buyer and seller are not the same",
                RuleTable.ALWAYS,
                (report, facts) -> report.buyer().anonymous()
                        || !report.buyer().owners().equals(report.seller().owners()),
                report -> shown(report.seller()));
    }

    private static void transmission(RuleTable table) {
        table.warning(
                "TR-25-1",
                ReportField.TRANSMISSION,
                guidelines("5.4"),
                "a firm that passed an order on without its details did not itself trade on a venue",
                (report, facts) -> report.transmission().transmitted(),
                (report, facts) -> VenueRules.offVenue(report),
                report -> report.venue().value());
    }

    private static void responsible(RuleTable table, PersonPriorities persons) {
        Predicate<TransactionReport> decidedByFirm = report -> Stream.of(report.buyer(), report.seller())
                .flatMap(side -> side.decisionMakers().stream())
                .anyMatch(maker -> maker.equals(new Party.LegalEntity(report.executingEntity())));
        table.error(
                "TR-57-1",
                ReportField.INVESTMENT_DECISION,
                standard("Article 8 with Annex I, field 57"),
                "a firm that deals on own account or decides for its client says who decided",
                (report, facts) -> report.capacity() == TradingCapacity.DEAL || decidedByFirm.test(report),
                (report, facts) -> report.investmentDecision() != null,
                report -> "");
        table.error(
                "TR-57-2",
                ReportField.INVESTMENT_DECISION,
                standard("Article 8 with Annex I, field 57"),
                "a firm that neither deals on own account nor decides for its client has made no decision",
                (report, facts) -> report.investmentDecision() != null,
                (report, facts) -> report.capacity() == TradingCapacity.DEAL || decidedByFirm.test(report),
                report -> report.capacity().name());
        table.error(
                "TR-57-3",
                ReportField.INVESTMENT_DECISION,
                standard("Article 6 with Annex II"),
                "the firm's person is identified as Annex II says for the nationality",
                (report, facts) -> report.investmentDecision() instanceof Responsible.Employee,
                (report, facts) -> !(report.investmentDecision() instanceof Responsible.Employee employee)
                        || rightly(employee.id(), persons),
                report -> String.valueOf(report.investmentDecision()));
        table.error(
                "TR-59-1",
                ReportField.EXECUTION,
                standard("Article 6 with Annex II"),
                "the firm's person is identified as Annex II says for the nationality",
                (report, facts) -> report.execution() instanceof Responsible.Employee,
                (report, facts) -> !(report.execution() instanceof Responsible.Employee employee)
                        || rightly(employee.id(), persons),
                report -> String.valueOf(report.execution()));
        table.error(
                "TR-59-2",
                ReportField.EXECUTION,
                standard("Article 9 with Annex I, field 59"),
                "what a high-frequency algorithm traded is executed by an algorithm",
                (report, facts) -> facts.activity() == TradingActivity.HIGH_FREQUENCY,
                (report, facts) -> report.execution() instanceof Responsible.Algorithm,
                report -> String.valueOf(report.execution()));
        table.warning(
                "TR-59-3",
                ReportField.EXECUTION,
                standard("Article 9 with Annex I, field 59"),
                "what was traded by voice is executed by no algorithm",
                (report, facts) -> facts.activity() == TradingActivity.VOICE,
                (report, facts) -> !(report.execution() instanceof Responsible.Algorithm),
                report -> String.valueOf(report.execution()));
    }

    private static boolean rightly(NaturalPersonId id, PersonPriorities persons) {
        return persons.allows(id.country(), id.scheme())
                && NationalNumbers.check(id).orElse(true);
    }

    private static Stream<Party> owners(TransactionReport report, Side side) {
        return side.of().apply(report).owners().stream().map(PartySide.Owner::party);
    }

    private static Stream<Party.Person> people(TransactionReport report, Side side) {
        return Stream.concat(owners(report, side), side.of().apply(report).decisionMakers().stream())
                .filter(PartyRules::isPerson)
                .map(Party.Person.class::cast);
    }

    private static boolean isPerson(Party party) {
        return party instanceof Party.Person;
    }

    private static boolean isClient(Party party, TransactionReport report) {
        return party instanceof Party.DecisionMaker && !party.equals(new Party.LegalEntity(report.executingEntity()));
    }

    private static boolean concatenated(Party.Person person) {
        return person.id().scheme() == IdentifierScheme.CONCAT;
    }

    private static boolean repeatsNames(Party.Person person) {
        try {
            return Concat.of(person.id().country(), person.birthDate(), person.firstNames(), person.surnames())
                    .equals(person.id());
        } catch (BondTraderException noLatinName) {
            // Names in another script stand in the report as they are; only the identifier is transliterated.
            return true;
        }
    }

    private static boolean isUpper(String text) {
        // Not ß, which has no capital in Java's tables.
        return text.replace("ß", "").equals(text.replace("ß", "").toUpperCase(Locale.ROOT));
    }

    private static String shown(PartySide side) {
        StringBuilder text = new StringBuilder();
        for (PartySide.Owner owner : side.owners()) {
            text.append(text.isEmpty() ? "" : ", ").append(shown(owner.party()));
        }
        return text.toString();
    }

    private static String shown(Party party) {
        if (party instanceof Party.LegalEntity entity) {
            return entity.lei().value();
        }
        if (party instanceof Party.AnonymousVenue venue) {
            return venue.mic().value();
        }
        return party instanceof Party.Person person ? person.id().toString() : "INTC";
    }
}
