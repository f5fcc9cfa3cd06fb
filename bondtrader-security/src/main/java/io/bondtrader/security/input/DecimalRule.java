package io.bondtrader.security.input;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a decimal number must be. Its text is looked at before it becomes a number, so that nobody's exponent makes us build a
 * billion digits. Immutable.
 *
 * @param least not below
 * @param most not above
 * @param scale digits after the point at most, from 0 to 18
 */
public record DecimalRule(BigDecimal least, BigDecimal most, int scale) {

    private static final int LONGEST = 40;

    /**
     * Checks the bounds.
     *
     * @throws InvalidInput if they are the wrong way round or the scale is outside its range
     */
    public DecimalRule {
        InvalidInput.unless(least.compareTo(most) <= 0, "least", least, "not above " + most);
        InvalidInput.unless(scale >= 0 && scale <= 18, "scale", scale, "from 0 to 18");
    }

    /**
     * Returns a rule.
     *
     * @param least not below
     * @param most not above
     * @param scale digits after the point at most
     * @return the rule
     * @throws InvalidInput if the bounds are no numbers or the wrong way round, or the scale is outside its range
     */
    public static DecimalRule of(String least, String most, int scale) {
        return new DecimalRule(number("least", least), number("most", most), scale);
    }

    private static BigDecimal number(String name, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException none) {
            throw InvalidInput.unreadable(name, text, "a decimal number");
        }
    }

    /** {@return what a number must be, to be said to a client} */
    public String meaning() {
        return "a number from " + least.toPlainString() + " to " + most.toPlainString() + " with at most " + scale
                + " digits after the point";
    }

    /**
     * Reads a number: an optional minus, digits without leading zeros, and perhaps a point and digits. No exponent, no plus,
     * no infinity.
     *
     * @param text from outside
     * @return the number; null if it breaks the rule
     */
    @Nullable
    BigDecimal apply(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !plain(text)) {
            return null;
        }
        BigDecimal number = new BigDecimal(text);
        boolean fits = number.scale() <= scale && number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
        return fits ? number : null;
    }

    /**
     * Checks a number.
     *
     * @param name what it is called
     * @param text from outside
     * @return the number
     * @throws InvalidInput if it breaks the rule
     */
    public BigDecimal check(String name, String text) {
        BigDecimal number = apply(text);
        if (number == null) {
            throw InvalidInput.unreadable(name, text, meaning());
        }
        return number;
    }

    private static boolean plain(String text) {
        int i = text.charAt(0) == '-' ? 1 : 0;
        int whole = i;
        while (i < text.length() && digit(text.charAt(i))) {
            i++;
        }
        int digits = i - whole;
        if (digits == 0 || (digits > 1 && text.charAt(whole) == '0')) {
            return false;
        }
        if (i == text.length()) {
            return true;
        }
        if (text.charAt(i) != '.' || i + 1 == text.length()) {
            return false;
        }
        for (i++; i < text.length(); i++) {
            if (!digit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
