package io.bondtrader.compliance.report.transaction.person;

import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a firm has on file of a natural person, as far as reports need it. Immutable; prints nothing of it.
 *
 * @param firstNames first names, parted by spaces or commas
 * @param surname surname or surnames
 * @param birthDate birth date
 * @param nationalities all nationalities, at least one
 * @param numbers identifiers by country and kind, keyed as {@code PL:NATIONAL_NUMBER}; without spaces, as the country
 *     writes them
 */
public record PersonRecord(
        String firstNames,
        String surname,
        LocalDate birthDate,
        SortedSet<Country> nationalities,
        Map<String, String> numbers) {

    /**
     * Checks that names and a nationality are there.
     *
     * @throws InvalidInput if not
     */
    public PersonRecord {
        InvalidInput.unless(!firstNames.isBlank(), "first names", "…", "not blank");
        InvalidInput.unless(!surname.isBlank(), "surname", "…", "not blank");
        InvalidInput.unless(!nationalities.isEmpty(), "nationalities", "none", "at least one");
        nationalities = Collections.unmodifiableSortedSet(new TreeSet<>(nationalities));
        numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
    }

    /**
     * Returns an identifier.
     *
     * @param country whose it is
     * @param kind which kind
     * @return its characters; {@code null} if none is on file
     */
    public @Nullable String number(Country country, IdentifierKind kind) {
        return numbers.get(country.code() + ":" + kind.name());
    }

    @Override
    public String toString() {
        return "PersonRecord[nationalities=" + nationalities + "]";
    }
}
