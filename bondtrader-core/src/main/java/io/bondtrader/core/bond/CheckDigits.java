package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import java.util.Locale;

/** The arithmetic that identifiers share: base-36 digits, and refusals that name the digit that was expected. */
final class CheckDigits {

    private CheckDigits() {}

    /** Upper-cases and checks length and alphabet. The text comes from outside and may be anything. */
    static String canonical(String name, String text, int length) {
        // Letters of other alphabets may turn into Latin ones when they are raised.
        if (!text.chars().allMatch(c -> c < 128)) {
            throw InvalidInput.unreadable(name, text, "Latin letters and digits");
        }
        String value = text.strip().toUpperCase(Locale.ROOT);
        if (value.length() != length) {
            throw InvalidInput.unreadable(name, text, length + " characters");
        }
        return value;
    }

    /** Returns 0 to 9 for digits and 10 to 35 for letters A to Z, or -1. */
    static int base36(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
    }

    static void requireAlphanumeric(String name, String value, int from, int to) {
        for (int i = from; i < to; i++) {
            if (base36(value.charAt(i)) < 0) {
                throw InvalidInput.unreadable(name, value, "letters and digits");
            }
        }
    }

    static void requireLetters(String name, String value, int from, int to) {
        for (int i = from; i < to; i++) {
            if (base36(value.charAt(i)) < 10) {
                throw InvalidInput.unreadable(name, value, "letters in positions " + (from + 1) + " to " + to);
            }
        }
    }

    static void requireCheckDigit(String name, String value, int expected) {
        char last = value.charAt(value.length() - 1);
        if (last - '0' != expected) {
            throw InvalidInput.unreadable(name, value, "closed by check digit " + expected);
        }
    }

    /**
     * Sums digits from the right, doubling every second one and adding the digits of each product: the Luhn algorithm,
     * ISO/IEC 7812-1 annex B, over the decimal digits of each base-36 value.
     */
    static int luhn(String value, int endExclusive) {
        int sum = 0;
        boolean doubled = true;
        for (int i = endExclusive - 1; i >= 0; i--) {
            int digits = base36(value.charAt(i));
            do {
                int digit = digits % 10 * (doubled ? 2 : 1);
                sum += digit / 10 + digit % 10;
                doubled = !doubled;
                digits /= 10;
            } while (digits > 0);
        }
        return (10 - sum % 10) % 10;
    }

    /**
     * Sums the values of each position, every second one doubled, adding the digits of each value: CUSIP's "modulus 10
     * double add double", also used by FIGI.
     */
    static int doubleAddDouble(String value, int endExclusive) {
        int sum = 0;
        for (int i = 0; i < endExclusive; i++) {
            int term = positionValue(value.charAt(i)) * (i % 2 + 1);
            sum += term / 10 + term % 10;
        }
        return (10 - sum % 10) % 10;
    }

    private static int positionValue(char c) {
        return switch (c) {
            case '*' -> 36;
            case '@' -> 37;
            case '#' -> 38;
            default -> base36(c);
        };
    }
}
