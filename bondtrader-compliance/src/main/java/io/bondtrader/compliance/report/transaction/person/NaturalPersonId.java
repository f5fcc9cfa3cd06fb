package io.bondtrader.compliance.report.transaction.person;

import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.core.error.InvalidInput;
import java.util.Objects;

/**
 * The identifier of a natural person: the country of the nationality, then the number. Immutable and safe for use by
 * many threads.
 *
 * <p>Source: Delegated Regulation (EU) 2017/590, Article 6(1); the characters are those that the message takes: capital
 * letters and digits, {@code -} and {@code +} in Finnish numbers, {@code -} in Latvian ones, {@code #} where CONCAT pads.
 *
 * @param country of the nationality that counts
 * @param number 1 to 33 characters
 * @param scheme which kind of number
 */
public record NaturalPersonId(Country country, String number, IdentifierScheme scheme) {

    private static final int LONGEST = 33;
    private static final int CONCAT_LENGTH = 18;
    private static final int DATE_LENGTH = 8;

    /**
     * Checks the characters.
     *
     * @throws InvalidInput if the number has other characters than its scheme and country take
     */
    public NaturalPersonId {
        Objects.requireNonNull(country, "country");
        Objects.requireNonNull(scheme, "scheme");
        boolean formed = scheme == IdentifierScheme.CONCAT ? isConcat(number) : isNumber(country, number);
        if (!formed) {
            // The number itself stays out of the message: it is personal data.
            throw InvalidInput.unreadable("identifier of a person", country.code() + "…", "in the form of " + scheme);
        }
    }

    /**
     * Reads the form in which a report carries it.
     *
     * @param text country and number in one
     * @param scheme which kind of number
     * @return the identifier
     * @throws InvalidInput if the country is none, or the number has other characters than it may
     */
    public static NaturalPersonId parse(String text, IdentifierScheme scheme) {
        if (text.length() < 3) {
            throw InvalidInput.unreadable("identifier of a person", "…", "a country and a number");
        }
        return new NaturalPersonId(Country.of(text.substring(0, 2)), text.substring(2), scheme);
    }

    /** {@return country and number in one, as a report carries them} */
    public String text() {
        return country.code() + number;
    }

    private static boolean isNumber(Country country, String number) {
        if (number.isEmpty() || number.length() > LONGEST) {
            return false;
        }
        return number.chars()
                .allMatch(c -> (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || (c == '-'
                                && (country.code().equals("FI")
                                        || country.code().equals("LV")))
                        || (c == '+' && country.code().equals("FI")));
    }

    private static boolean isConcat(String number) {
        if (number.length() != CONCAT_LENGTH) {
            return false;
        }
        for (int i = 0; i < CONCAT_LENGTH; i++) {
            char c = number.charAt(i);
            boolean letter = c >= 'A' && c <= 'Z';
            boolean first = i == DATE_LENGTH || i == DATE_LENGTH + Concat.NAME_LENGTH;
            boolean right = i < DATE_LENGTH ? c >= '0' && c <= '9' : letter || (c == '#' && !first);
            if (!right) {
                return false;
            }
        }
        return true;
    }

    /** {@return the country and the scheme; the number is personal data} */
    @Override
    public String toString() {
        return country + " " + scheme;
    }
}
