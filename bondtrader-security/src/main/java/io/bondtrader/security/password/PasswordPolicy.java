package io.bondtrader.security.password;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.password.PasswordReview.Weakness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Which passwords users may choose: long ones that nobody guesses. There are no rules about kinds of characters and no
 * expiry, and none can be added: OWASP ASVS 5.0 6.2.5 and 6.2.10 and NIST SP 800-63B-4 forbid them.
 *
 * <p>Immutable; safe for use by many threads as far as its block lists are.
 */
public final class PasswordPolicy {

    private static final int SHORTEST_WORD = 4;
    private static final int LEAST_BESIDE_WORDS = 8;

    private final int minimumLength;
    private final double minimumBits;
    private final List<BlockList> blockLists;
    private final List<String> contextWords;

    private PasswordPolicy(
            int minimumLength, double minimumBits, List<BlockList> blockLists, List<String> contextWords) {
        this.minimumLength = minimumLength;
        this.minimumBits = minimumBits;
        this.blockLists = blockLists;
        this.contextWords = contextWords;
    }

    /** {@return the policy where the password is all: at least 15 characters and 30 bits} */
    public static PasswordPolicy soleFactor() {
        return new PasswordPolicy(15, 30, List.of(), List.of());
    }

    /** {@return the policy where a second factor is always asked for: at least 8 characters and 30 bits} */
    public static PasswordPolicy besideSecondFactor() {
        return new PasswordPolicy(8, 30, List.of(), List.of());
    }

    /**
     * Returns this policy with another length.
     *
     * @param characters from 8 to 64, counted as Unicode code points
     * @return the policy
     */
    public PasswordPolicy withMinimumLength(int characters) {
        InvalidInput.unless(characters >= 8 && characters <= 64, "minimum length", characters, "from 8 to 64");
        return new PasswordPolicy(characters, minimumBits, blockLists, contextWords);
    }

    /**
     * Returns this policy with another least strength.
     *
     * @param bits from 0 to 128, as {@link PasswordStrength#bits} counts them
     * @return the policy
     */
    public PasswordPolicy withMinimumBits(double bits) {
        InvalidInput.unless(bits >= 0 && bits <= 128, "minimum bits", bits, "from 0 to 128");
        return new PasswordPolicy(minimumLength, bits, blockLists, contextWords);
    }

    /**
     * Returns this policy with one list more of passwords that are refused.
     *
     * @param blockList of them
     * @return the policy
     */
    public PasswordPolicy withBlockList(BlockList blockList) {
        List<BlockList> more = new ArrayList<>(blockLists);
        more.add(Objects.requireNonNull(blockList));
        return new PasswordPolicy(minimumLength, minimumBits, List.copyOf(more), contextWords);
    }

    /**
     * Returns this policy with more words that do not count: names of the firm, its products and systems. Words of
     * fewer than four characters are passed over.
     *
     * @param words in any case
     * @return the policy
     */
    public PasswordPolicy withContextWords(Collection<String> words) {
        return new PasswordPolicy(minimumLength, minimumBits, blockLists, merged(words));
    }

    /**
     * Reviews a password before it is hashed. Wipes nothing: hash it, or wipe it.
     *
     * @param password that the user would like to have
     * @param aboutUser words that do not count for this user: name, account, parts of the mail address
     * @return what speaks against it
     */
    public PasswordReview review(char[] password, Collection<String> aboutUser) {
        Set<Weakness> found = EnumSet.noneOf(Weakness.class);
        List<String> words = merged(aboutUser);
        if (password.length > PasswordBytes.LONGEST) {
            return new PasswordReview(Set.of(Weakness.TOO_LONG), 0);
        }
        if (Character.codePointCount(password, 0, password.length) < minimumLength) {
            found.add(Weakness.TOO_SHORT);
        }
        if (password.length == 0) {
            return new PasswordReview(found, 0);
        }
        PasswordBytes.of(password)
                .ifPresentOrElse(
                        bytes -> Arrays.fill(bytes, (byte) 0),
                        () -> found.add(hasLoneSurrogate(password) ? Weakness.UNREADABLE : Weakness.TOO_LONG));
        if (blockLists.stream().anyMatch(list -> list.contains(password))) {
            found.add(Weakness.BLOCKED);
        }
        if (leaningOn(words, password)) {
            found.add(Weakness.CONTEXT_WORD);
        }
        double bits = PasswordStrength.bits(password);
        if (bits < minimumBits) {
            found.add(Weakness.GUESSABLE);
        }
        return new PasswordReview(found, bits);
    }

    private List<String> merged(Collection<String> words) {
        List<String> all = new ArrayList<>(contextWords);
        for (String word : words) {
            if (word.length() >= SHORTEST_WORD) {
                all.add(word.toLowerCase(Locale.ROOT));
            }
        }
        // Longer ones first, so that "bondtrader" goes whole before "bond" does.
        all.sort((a, b) -> Integer.compare(b.length(), a.length()));
        return List.copyOf(all);
    }

    /** Says whether a word stands in the password and fewer than eight characters stand beside all of them. */
    private static boolean leaningOn(List<String> words, char[] password) {
        String rest = new String(password).toLowerCase(Locale.ROOT);
        int whole = rest.length();
        for (String word : words) {
            rest = rest.replace(word, "");
        }
        return rest.length() < whole && rest.codePointCount(0, rest.length()) < LEAST_BESIDE_WORDS;
    }

    private static boolean hasLoneSurrogate(char[] password) {
        for (int i = 0; i < password.length; i++) {
            int point = Character.codePointAt(password, i);
            if (Character.isSupplementaryCodePoint(point)) {
                i++;
            } else if (Character.isSurrogate(password[i])) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "PasswordPolicy[minimumLength=" + minimumLength + ", minimumBits=" + minimumBits + ", blockLists="
                + blockLists.size() + ", contextWords=" + contextWords.size() + "]";
    }
}
