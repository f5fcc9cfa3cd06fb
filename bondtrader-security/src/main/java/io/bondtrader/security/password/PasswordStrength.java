package io.bondtrader.security.password;

import io.bondtrader.core.error.InvalidInput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Estimates how many guesses a password withstands: the cheapest way to spell it with repeats, rows of characters,
 * common words and, for the rest, single characters. In the manner of zxcvbn (Wheeler, USENIX Security 2016), with a
 * far smaller dictionary: an upper bound for words that it does not know.
 *
 * <p>No more than 128 characters are read.
 */
public final class PasswordStrength {

    /** How much of a password is read. */
    static final int READ = 128;

    private static final double BITS_PER_CHARACTER = Math.log(26) / Math.log(2);
    private static final double BITS_OUTSIDE_ASCII = 10;
    private static final List<String> ROWS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "01234567890",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "qwertzuiop",
            "azertyuiop");
    private static final String LEET_FROM = "013457@$!";
    private static final String LEET_TO = "oleastasi";

    private PasswordStrength() {}

    /**
     * Estimates the guesses.
     *
     * @param password of at least one character; not changed
     * @return their logarithm to base two
     */
    public static double bits(char[] password) {
        InvalidInput.unless(password.length > 0, "length of the password", 0, "at least 1");
        char[] text = new String(password, 0, Math.min(password.length, READ))
                .toLowerCase(Locale.ROOT)
                .toCharArray();
        char[] plain = text.clone();
        for (int i = 0; i < plain.length; i++) {
            int leet = LEET_FROM.indexOf(plain[i]);
            plain[i] = leet < 0 ? plain[i] : LEET_TO.charAt(leet);
        }
        // cheapest[i]: bits of the first i characters by the cheapest sequence of pieces.
        double[] cheapest = new double[text.length + 1];
        Arrays.fill(cheapest, Double.POSITIVE_INFINITY);
        cheapest[0] = 0;
        for (int start = 0; start < text.length; start++) {
            offer(cheapest, start, start + 1, text[start] < 128 ? BITS_PER_CHARACTER : BITS_OUTSIDE_ASCII);
            offerRepeats(cheapest, text, start);
            offerRows(cheapest, text, start);
            offerWords(cheapest, plain, start);
        }
        double bits = cheapest[text.length];
        Arrays.fill(text, '\0');
        Arrays.fill(plain, '\0');
        return bits;
    }

    private static void offer(double[] cheapest, int start, int end, double bits) {
        cheapest[end] = Math.min(cheapest[end], cheapest[start] + bits);
    }

    /** What was typed just before, again and again, costs how far to look back and how much to copy. */
    private static void offerRepeats(double[] cheapest, char[] text, int start) {
        for (int block = 1; block <= start; block++) {
            for (int end = start; end < text.length && text[end] == text[end - block]; end++) {
                if (end > start) {
                    offer(cheapest, start, end + 1, 2 + log2(block) + log2(end + 1.0 - start));
                }
            }
        }
    }

    /** A stretch of a row costs where it starts, its direction and its length. */
    private static void offerRows(double[] cheapest, char[] text, int start) {
        for (String row : ROWS) {
            for (int step = -1; step <= 1; step += 2) {
                int at = row.indexOf(text[start]);
                int end = start + 1;
                while (at >= 0 && end < text.length && follows(row, at + step, text[end])) {
                    at += step;
                    end++;
                    if (end - start >= 3) {
                        offer(cheapest, start, end, 6 + log2(end - start));
                    }
                }
            }
        }
    }

    private static boolean follows(String row, int at, char next) {
        return at >= 0 && at < row.length() && row.charAt(at) == next;
    }

    /** A common word costs its rank, and two bits for capitals and letters written as digits. */
    private static void offerWords(double[] cheapest, char[] plain, int start) {
        for (int end = start + 3; end <= Math.min(plain.length, start + CommonPasswords.LONGEST_WORD); end++) {
            int rank = CommonPasswords.rank(new String(plain, start, end - start));
            if (rank > 0) {
                offer(cheapest, start, end, log2(rank) + 2);
            }
        }
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
