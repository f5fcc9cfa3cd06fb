package io.bondtrader.compliance.report.transaction.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Checks the forms and check digits of national identifiers that are public. The algorithms are those that each state
 * publishes for its number and that are in common use; where a state gave up its check digit (Denmark in 2007, Latvia in
 * 2017) only the form is checked. Countries without an entry are not checked: Cyprus, Liechtenstein, the Netherlands and
 * all whose row names a passport.
 */
public final class NationalNumbers {

    private static final Map<String, Predicate<String>> CHECKS = Map.ofEntries(
            Map.entry("BE", NationalNumbers::belgian),
            Map.entry(
                    "BG",
                    number -> digits(number, 10)
                            && weighted(number, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10 == digit(number, 9)),
            Map.entry("CZ", NationalNumbers::birthNumber),
            Map.entry("DK", number -> digits(number, 10) && dayAndMonth(number)),
            Map.entry("EE", NationalNumbers::baltic),
            Map.entry("ES", NationalNumbers::spanish),
            Map.entry("FI", NationalNumbers::finnish),
            Map.entry("GB", NationalNumbers::british),
            Map.entry("GR", number -> digits(number, 10)),
            Map.entry("HR", NationalNumbers::croatian),
            Map.entry("IS", number -> digits(number, 10) && weighted(number, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
            Map.entry("IT", NationalNumbers::italian),
            Map.entry("LT", NationalNumbers::baltic),
            Map.entry("LV", NationalNumbers::latvian),
            Map.entry(
                    "NO",
                    number -> digits(number, 11)
                            && weighted(number, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0
                            && weighted(number, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
            Map.entry("PL", NationalNumbers::polish),
            Map.entry("PT", number -> digits(number, 9) && elevenMinus(number, 9, 8, 7, 6, 5, 4, 3, 2)),
            Map.entry("RO", NationalNumbers::romanian),
            Map.entry("SE", NationalNumbers::swedish),
            Map.entry("SI", number -> digits(number, 13) && elevenMinus(number, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)),
            Map.entry("SK", NationalNumbers::birthNumber));

    private static final String SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String FINNISH_CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY";

    private NationalNumbers() {}

    /**
     * Checks a national identifier.
     *
     * @param id the identifier
     * @return whether form and check digits are right; empty if this class knows no rule for it, as for passports
     */
    public static Optional<Boolean> check(NaturalPersonId id) {
        Predicate<String> check = CHECKS.get(id.country().code());
        if (id.scheme() != IdentifierScheme.NIDN || check == null) {
            return Optional.empty();
        }
        return Optional.of(check.test(id.number()));
    }

    /** {@return the countries whose national identifiers are checked} */
    public static Set<String> countries() {
        return CHECKS.keySet();
    }

    private static boolean belgian(String number) {
        if (!digits(number, 11)) {
            return false;
        }
        long first = Long.parseLong(number.substring(0, 9));
        long check = Long.parseLong(number.substring(9));
        // Those born from 2000 on count with a 2 before their number.
        return 97 - first % 97 == check || 97 - (2_000_000_000L + first) % 97 == check;
    }

    /** Czech and Slovak: nine digits before 1954, ten that eleven divides since; until 1985 a remainder of 10 gave 0. */
    private static boolean birthNumber(String number) {
        if (digits(number, 9)) {
            return Integer.parseInt(number.substring(0, 2)) < 54;
        }
        if (!digits(number, 10)) {
            return false;
        }
        long first = Long.parseLong(number.substring(0, 9));
        return first % 11 % 10 == digit(number, 9);
    }

    /** Estonian and Lithuanian: two rows of weights, the second where the first leaves ten. */
    private static boolean baltic(String number) {
        if (!digits(number, 11)) {
            return false;
        }
        int check = weighted(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11;
        if (check == 10) {
            check = weighted(number, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) % 11 % 10;
        }
        return check == digit(number, 10);
    }

    /** A number with its letter, or one of foreigners that begins with X, Y or Z for 0, 1 or 2. */
    private static boolean spanish(String number) {
        if (number.length() != 9) {
            return false;
        }
        int foreign = "XYZ".indexOf(number.charAt(0));
        String numeral = (foreign < 0 ? number.substring(0, 1) : Integer.toString(foreign)) + number.substring(1, 8);
        return digits(numeral, 8) && SPANISH_LETTERS.charAt(Integer.parseInt(numeral) % 23) == number.charAt(8);
    }

    /** The sign of the century: {@code +} 1800s, {@code -} and U to Y 1900s, A to F 2000s (since 2023). */
    private static boolean finnish(String number) {
        if (number.length() != 11 || "+-UVWXYABCDEF".indexOf(number.charAt(6)) < 0) {
            return false;
        }
        String numeral = number.substring(0, 6) + number.substring(7, 10);
        return digits(numeral, 9)
                && dayAndMonth(number)
                && FINNISH_CHECKS.charAt(Integer.parseInt(numeral) % 31) == number.charAt(10);
    }

    /** Two letters, six digits, a letter from A to D, as HMRC describes insurance numbers. */
    private static boolean british(String number) {
        return number.length() == 9
                && "ABCEGHJKLMNOPRSTWXYZ".indexOf(number.charAt(0)) >= 0
                && "ABCEGHJKLMNPRSTWXYZ".indexOf(number.charAt(1)) >= 0
                && !Set.of("BG", "GB", "KN", "NK", "NT", "TN", "ZZ").contains(number.substring(0, 2))
                && digits(number.substring(2, 8), 6)
                && number.charAt(8) >= 'A'
                && number.charAt(8) <= 'D';
    }

    /** ISO/IEC 7064, MOD 11,10. */
    private static boolean croatian(String number) {
        if (!digits(number, 11)) {
            return false;
        }
        int rest = 10;
        for (int i = 0; i < 10; i++) {
            int sum = (rest + digit(number, i)) % 10;
            rest = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - rest) % 10 == digit(number, 10);
    }

    /** Six letters, date and place, a letter that checks: decree of 23 December 1976. */
    private static boolean italian(String number) {
        int[] odd = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
        if (number.length() != 16 || !number.chars().allMatch(NationalNumbers::alphanumeric)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            char c = number.charAt(i);
            int value = c <= '9' ? c - '0' : c - 'A';
            sum += i % 2 == 0 ? odd[value] : value;
        }
        return number.substring(0, 6).chars().allMatch(c -> c >= 'A' && c <= 'Z')
                && 'A' + sum % 26 == number.charAt(15);
    }

    /** Eleven digits, usually with a hyphen after the sixth. */
    private static boolean latvian(String number) {
        boolean hyphen = number.length() == 12 && number.charAt(6) == '-';
        return digits(hyphen ? number.substring(0, 6) + number.substring(7) : number, 11);
    }

    private static boolean polish(String number) {
        if (digits(number, 11)) {
            return weighted(number, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0;
        }
        return digits(number, 10) && weighted(number, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == digit(number, 9);
    }

    private static boolean romanian(String number) {
        if (!digits(number, 13)) {
            return false;
        }
        int rest = weighted(number, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
        return (rest == 10 ? 1 : rest) == digit(number, 12);
    }

    /** Luhn over the last ten digits; the century before them is usual and not counted. */
    private static boolean swedish(String number) {
        if (!digits(number, 10) && !digits(number, 12)) {
            return false;
        }
        String ten = number.substring(number.length() - 10);
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            int value = digit(ten, i) * (i % 2 == 0 ? 2 : 1);
            sum += value / 10 + value % 10;
        }
        return sum % 10 == 0;
    }

    /** Portuguese and Slovene: eleven less the remainder, nought where that has two digits. */
    private static boolean elevenMinus(String number, int... weights) {
        int rest = weighted(number, weights) % 11;
        return (rest < 2 ? 0 : 11 - rest) == digit(number, weights.length);
    }

    private static int weighted(String number, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * digit(number, i);
        }
        return sum;
    }

    private static int digit(String number, int place) {
        return number.charAt(place) - '0';
    }

    private static boolean digits(String text, int length) {
        return text.length() == length && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean alphanumeric(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }

    private static boolean dayAndMonth(String number) {
        if (!digits(number.substring(0, 6), 6)) {
            return false;
        }
        try {
            // A leap year: the century is not known here.
            LocalDate.of(2000, Integer.parseInt(number.substring(2, 4)), Integer.parseInt(number.substring(0, 2)));
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
