package io.bondtrader.compliance.privacy;

import io.bondtrader.core.error.InvalidInput;
import java.security.SecureRandom;

/**
 * A natural person in the log: a random name that says nothing. Who it is, the firm's own client file knows, and forgets when
 * the person is erased. Immutable.
 *
 * @param value {@code s-} and 26 small letters and digits from 2 to 7
 */
public record SubjectId(String value) {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 26;
    private static final String BEGINNING = "s-";

    /**
     * Checks the form.
     *
     * @throws InvalidInput if it has another: a name or a number of a person must not get into the log by mistake
     */
    public SubjectId {
        boolean fits = value.startsWith(BEGINNING)
                && value.length() == BEGINNING.length() + LENGTH
                && value.chars().skip(BEGINNING.length()).allMatch(c -> ALPHABET.indexOf(c) >= 0);
        if (!fits) {
            // The value may be somebody's name, so it stands in no message.
            throw new InvalidInput("subject", "(not shown)", "s- and 26 small letters and digits 2 to 7");
        }
    }

    /**
     * Makes a new one of 130 random bits.
     *
     * @param random a secure source
     * @return the name
     */
    public static SubjectId next(SecureRandom random) {
        StringBuilder text = new StringBuilder(BEGINNING);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new SubjectId(text.toString());
    }

    /** {@return the tag that every event about the person bears} */
    public String tag() {
        return "subject:" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
