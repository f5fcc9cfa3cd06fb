package io.bondtrader.core.pricing;

import io.bondtrader.core.error.InvalidInput;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prices as US markets quote them, in 32nds of a point: {@code 99-16+} is 99 and 16½ thirty-seconds. A third digit after
 * the dash counts eighths of a 32nd: {@code 99-162} is 99 and 16¼ thirty-seconds, {@code 99-164} equals {@code 99-16+}.
 *
 * <p>Stateless and safe for use by many threads.
 */
public final class PriceQuote {

    private static final Pattern THIRTY_SECONDS = Pattern.compile("(\\d{1,4})-(\\d{1,2})([0-7+])?");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,4}(\\.\\d{1,12})?");

    private PriceQuote() {}

    /**
     * Reads a price in 32nds or as a decimal.
     *
     * @param text such as {@code "99-16+"}, {@code "99-162"} or {@code "99.515625"}
     * @return the price per 100
     * @throws InvalidInput if the text is neither
     */
    public static double parse(String text) {
        String quote = text.strip();
        if (DECIMAL.matcher(quote).matches()) {
            return Double.parseDouble(quote);
        }
        Matcher matcher = THIRTY_SECONDS.matcher(quote);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > 31) {
            throw InvalidInput.unreadable(
                    "price quote", text, "in 32nds such as 99-16+ or a decimal such as 99.515625");
        }
        String eighths = matcher.group(3);
        int part = eighths == null ? 0 : eighths.equals("+") ? 4 : Integer.parseInt(eighths);
        int units = Integer.parseInt(matcher.group(1)) * 256 + Integer.parseInt(matcher.group(2)) * 8 + part;
        return units / 256.0;
    }

    /**
     * Writes a price in 32nds, rounded to the nearest eighth of a 32nd, ties up.
     *
     * @param price per 100, 0 to below 10,000
     * @return such as {@code "99-16+"}, {@code "99-162"} or {@code "100-00"}
     * @throws InvalidInput if the price is out of range
     */
    public static String toThirtySeconds(double price) {
        InvalidInput.unless(price >= 0.0 && price < 9999.99, "price", price, "0 to below 9999.99");
        long units = (long) Math.floor(price * 256.0 + 0.5);
        long eighths = units % 8;
        String tail = eighths == 0 ? "" : eighths == 4 ? "+" : Long.toString(eighths);
        long thirtySeconds = units / 8 % 32;
        return units / 256 + (thirtySeconds < 10 ? "-0" : "-") + thirtySeconds + tail;
    }
}
