package io.bondtrader.compliance.report.transaction.xml;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Forms of values in messages, as predicates on text. White space around numbers, dates and truth values is allowed. */
final class SimpleForm {

    static final Predicate<String> LEI = text -> text.length() == 20
            && matches(text, 0, 18, SimpleForm::capital)
            && matches(text, 18, 20, SimpleForm::digit);
    static final Predicate<String> MIC = text -> text.length() == 4 && matches(text, 0, 4, SimpleForm::capital);
    static final Predicate<String> ISIN = text -> text.length() == 12
            && matches(text, 0, 2, SimpleForm::upper)
            && matches(text, 2, 11, SimpleForm::capital)
            && matches(text, 11, 12, SimpleForm::digit);
    static final Predicate<String> COUNTRY = text -> text.length() == 2 && matches(text, 0, 2, SimpleForm::upper);
    static final Predicate<String> CURRENCY = text -> text.length() == 3 && matches(text, 0, 3, SimpleForm::upper);
    static final Predicate<String> TRUTH =
            text -> Set.of("true", "false", "1", "0").contains(text.strip());
    static final Predicate<String> NUMERAL =
            text -> !text.isEmpty() && text.length() <= 15 && matches(text, 0, text.length(), SimpleForm::digit);

    private SimpleForm() {}

    static Predicate<String> capitals(int longest) {
        return text ->
                !text.isEmpty() && text.length() <= longest && matches(text, 0, text.length(), SimpleForm::capital);
    }

    static Predicate<String> text(int longest) {
        return text -> !text.isEmpty() && text.codePointCount(0, text.length()) <= longest;
    }

    static Predicate<String> codes(String... codes) {
        return Set.of(codes)::contains;
    }

    /** Digits as the schema counts them: zeros that say nothing are not counted. */
    static Predicate<String> decimal(int digits, int fraction, int leastSign) {
        return text -> {
            String number = text.strip();
            if (!isDecimal(number)) {
                return false;
            }
            BigDecimal value = new BigDecimal(number);
            BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
            int places = Math.max(plain.scale(), 0);
            int whole = Math.max(plain.precision() - plain.scale(), 0);
            return places <= fraction && whole + places <= digits && value.signum() >= leastSign;
        };
    }

    private static boolean isDecimal(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int points = 0;
        int digits = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                points++;
            } else if (digit(c)) {
                digits++;
            } else {
                return false;
            }
        }
        return points <= 1 && digits > 0;
    }

    static boolean date(String text) {
        String date = text.strip();
        if (date.length() != 10) {
            return false;
        }
        try {
            return LocalDate.parse(date).getYear() > 0;
        } catch (DateTimeException noDate) {
            return false;
        }
    }

    /** To the second or better, in UTC by its Z. */
    static boolean dateTime(String text) {
        String time = text.strip();
        if (time.length() < 20 || !time.endsWith("Z") || time.length() == 21) {
            return false;
        }
        String fraction = time.substring(19, time.length() - 1);
        if (!fraction.isEmpty()
                && (fraction.charAt(0) != '.' || !matches(fraction, 1, fraction.length(), SimpleForm::digit))) {
            return false;
        }
        try {
            return LocalDateTime.parse(time.substring(0, 19)).getYear() > 0;
        } catch (DateTimeException noTime) {
            return false;
        }
    }

    /** Country and number; or the form made of date and names; Finnish and Latvian numbers have signs. */
    static boolean person(String text) {
        if (text.length() < 3 || text.length() > 35 || !matches(text, 0, 2, SimpleForm::upper)) {
            return false;
        }
        if (matches(text, 2, text.length(), SimpleForm::capital)) {
            return true;
        }
        IntPredicate signs = c -> c == '-' || (c == '+' && text.startsWith("FI"));
        if ((text.startsWith("FI") || text.startsWith("LV"))
                && matches(text, 2, text.length(), c -> capital(c) || signs.test(c))) {
            return true;
        }
        IntPredicate padded = c -> upper(c) || c == '#';
        return text.length() == 20
                && matches(text, 2, 10, SimpleForm::digit)
                && matches(text, 10, 11, SimpleForm::upper)
                && matches(text, 11, 15, padded)
                && matches(text, 15, 16, SimpleForm::upper)
                && matches(text, 16, 20, padded);
    }

    private static boolean matches(String text, int from, int to, IntPredicate form) {
        return text.substring(from, to).chars().allMatch(form);
    }

    private static boolean upper(int c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean capital(int c) {
        return upper(c) || digit(c);
    }
}
