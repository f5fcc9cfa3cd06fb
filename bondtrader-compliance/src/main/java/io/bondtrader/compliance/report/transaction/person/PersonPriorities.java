package io.bondtrader.compliance.report.transaction.person;

import static io.bondtrader.compliance.report.transaction.person.IdentifierKind.CONCAT;
import static io.bondtrader.compliance.report.transaction.person.IdentifierKind.IDENTITY_CARD;
import static io.bondtrader.compliance.report.transaction.person.IdentifierKind.INVESTOR_SHARE;
import static io.bondtrader.compliance.report.transaction.person.IdentifierKind.NATIONAL_NUMBER;
import static io.bondtrader.compliance.report.transaction.person.IdentifierKind.PASSPORT;
import static io.bondtrader.compliance.report.transaction.person.IdentifierKind.TAX_NUMBER;

import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.DatedRule;
import io.bondtrader.compliance.regulation.DatedRules;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which identifier of a person a report carries: by nationality, the first that the person has. Immutable and safe for
 * use by many threads.
 */
public final class PersonPriorities {

    private static final String ACT = "Delegated Regulation (EU) 2017/590";

    private final LocalDate day;
    private final Map<String, List<IdentifierKind>> byCountry;
    private final List<IdentifierKind> others;

    private PersonPriorities(LocalDate day, Map<String, List<IdentifierKind>> byCountry, List<IdentifierKind> others) {
        this.day = day;
        this.byCountry = Map.copyOf(byCountry);
        this.others = others;
    }

    /**
     * Returns the versions of the table in European law: the United Kingdom's row counted until its transition ended, and
     * its nationals are identified as those of all other countries since.
     *
     * @return the versions by day
     */
    public static DatedRules<PersonPriorities> european() {
        LocalDate start = LocalDate.of(2018, 1, 3);
        LocalDate exit = LocalDate.of(2021, 1, 1);
        Citation annex = new Citation(Jurisdiction.EU, ACT, "Annex II", true);
        Citation since = new Citation(Jurisdiction.EU, ACT, "Annex II with Article 6(3)", true);
        Map<String, List<IdentifierKind>> table = table();
        PersonPriorities before = new PersonPriorities(start, table, List.of(PASSPORT, CONCAT));
        Map<String, List<IdentifierKind>> without = new HashMap<>(table);
        without.remove("GB");
        return DatedRules.of(
                "identifiers of natural persons",
                List.of(
                        new DatedRule<>(start, exit, annex, before),
                        DatedRule.since(exit, since, new PersonPriorities(exit, without, List.of(PASSPORT, CONCAT)))));
    }

    private static Map<String, List<IdentifierKind>> table() {
        Map<String, List<IdentifierKind>> table = new HashMap<>();
        put(table, "AT DE FR HU IE LU", CONCAT);
        put(table, "BE BG DK FI GB HR LV NO SE SI", NATIONAL_NUMBER, CONCAT);
        put(table, "CY", PASSPORT, CONCAT);
        put(table, "NL LI", PASSPORT, IDENTITY_CARD, CONCAT);
        put(table, "CZ LT RO SK", NATIONAL_NUMBER, PASSPORT, CONCAT);
        put(table, "PT", TAX_NUMBER, PASSPORT, CONCAT);
        put(table, "EE IS IT", NATIONAL_NUMBER);
        put(table, "ES", TAX_NUMBER);
        put(table, "GR", INVESTOR_SHARE, CONCAT);
        put(table, "MT", NATIONAL_NUMBER, PASSPORT);
        put(table, "PL", NATIONAL_NUMBER, TAX_NUMBER);
        return table;
    }

    private static void put(Map<String, List<IdentifierKind>> table, String countries, IdentifierKind... kinds) {
        for (String country : List.of(countries.split(" "))) {
            table.put(country, List.of(kinds));
        }
    }

    /**
     * Returns the kinds of identifiers for a nationality, the one to be used first.
     *
     * @param nationality the country
     * @return the kinds, at least one
     */
    public List<IdentifierKind> of(Country nationality) {
        return byCountry.getOrDefault(nationality.code(), others);
    }

    /**
     * Chooses the nationality that counts: one of the European Economic Area before any other, of several of these the
     * first by its code (Article 6(3)). Of several from outside the Area the law names none; the first by its code is
     * taken here, too.
     *
     * @param nationalities of the person, at least one
     * @return the one that counts
     * @throws InvalidInput if there is none
     */
    public Country nationality(Collection<Country> nationalities) {
        InvalidInput.unless(!nationalities.isEmpty(), "nationalities", nationalities, "at least one");
        TreeSet<Country> sorted = new TreeSet<>(nationalities);
        for (Country country : sorted) {
            if (country.inEuropeanEconomicArea(day)) {
                return country;
            }
        }
        return sorted.first();
    }

    /**
     * Returns the identifier that a report carries for a person.
     *
     * @param person the person
     * @return the highest in rank that the person has; made of the names where the table ends in that
     * @throws io.bondtrader.core.error.MissingData if the person has none of those that the country's row names and the
     *     row does not allow one made of the names
     */
    public NaturalPersonId identify(PersonRecord person) {
        Country nationality = nationality(person.nationalities());
        for (IdentifierKind kind : of(nationality)) {
            if (kind == CONCAT) {
                return Concat.of(nationality, person.birthDate(), person.firstNames(), person.surname());
            }
            String number = person.number(nationality, kind);
            if (number != null) {
                return new NaturalPersonId(nationality, number, kind.scheme());
            }
        }
        throw new MissingData(
                "A national of " + nationality + " is reported by one of " + of(nationality) + " and none is on file");
    }

    /**
     * Tells whether the law of the day allows a scheme for a nationality.
     *
     * @param nationality the country
     * @param scheme the scheme
     * @return whether the country's row names it
     */
    public boolean allows(Country nationality, IdentifierScheme scheme) {
        return of(nationality).stream().anyMatch(kind -> kind.scheme() == scheme);
    }
}
