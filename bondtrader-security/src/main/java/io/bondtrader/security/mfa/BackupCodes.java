package io.bondtrader.security.mfa;

import io.bondtrader.core.error.InvalidInput;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes on paper for whoever lost the other factor: 120 random bits each, used once, kept as HMAC-SHA-256 under a key
 * outside the database. So many bits need no slow hash: OWASP ASVS 5.0 6.5.2 asks for one below 112.
 *
 * <p>Immutable; safe for use by many threads as far as the store is. Prints nothing of the key.
 */
public final class BackupCodes {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int CHARACTERS = 24;
    private static final int GROUP = 4;
    private static final int LONGEST_TYPED = 64;

    private final BackupCodeStore store;
    private final SecretKeySpec key;
    private final SecureRandom random;

    private BackupCodes(BackupCodeStore store, SecretKeySpec key, SecureRandom random) {
        this.store = store;
        this.key = key;
        this.random = random;
    }

    /**
     * Returns codes kept in a store.
     *
     * @param store of their digests
     * @param key of the digests, at least 32 random bytes; copied
     * @param random a secure source
     * @return the codes
     */
    public static BackupCodes of(BackupCodeStore store, byte[] key, SecureRandom random) {
        InvalidInput.unless(key.length >= 32, "length of the key", key.length, "at least 32 bytes");
        return new BackupCodes(
                Objects.requireNonNull(store), new SecretKeySpec(key, "HmacSHA256"), Objects.requireNonNull(random));
    }

    /**
     * Makes a new set; all earlier codes of the user stop working.
     *
     * @param user whose codes they are
     * @param count from 1 to 20
     * @return the codes in groups of four, to be shown once and wiped
     */
    public List<char[]> regenerate(String user, int count) {
        InvalidInput.unless(count >= 1 && count <= 20, "count", count, "from 1 to 20");
        List<char[]> codes = new ArrayList<>();
        Set<String> digests = new HashSet<>();
        while (codes.size() < count) {
            char[] code = new char[CHARACTERS];
            for (int i = 0; i < CHARACTERS; i++) {
                code[i] = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            }
            digests.add(digest(user, code));
            codes.add(grouped(code));
        }
        store.replaceAll(user, digests);
        return codes;
    }

    /**
     * Uses a code up. Wipes it.
     *
     * @param user whose code it should be
     * @param typed the code in any case, with or without hyphens and spaces
     * @return true once for each code
     */
    public boolean use(String user, char[] typed) {
        char[] code = new char[CHARACTERS];
        int length = 0;
        boolean readable = typed.length <= LONGEST_TYPED;
        for (int i = 0; readable && i < typed.length; i++) {
            char c = typed[i] >= 'a' && typed[i] <= 'z' ? (char) (typed[i] - 'a' + 'A') : typed[i];
            if (c == '-' || c == ' ') {
                continue;
            }
            readable = length < CHARACTERS && ((c >= 'A' && c <= 'Z') || (c >= '2' && c <= '7'));
            if (readable) {
                code[length++] = c;
            }
        }
        Arrays.fill(typed, '\0');
        try {
            return readable && length == CHARACTERS && store.consumeOnce(user, digest(user, code));
        } finally {
            Arrays.fill(code, '\0');
        }
    }

    /**
     * Counts what is left, to tell the user after each use.
     *
     * @param user whose codes they are
     * @return the number of codes still unused
     */
    public int remaining(String user) {
        return store.remaining(user);
    }

    private static char[] grouped(char[] code) {
        char[] shown = new char[CHARACTERS + CHARACTERS / GROUP - 1];
        Arrays.fill(shown, '-');
        for (int i = 0; i < CHARACTERS; i++) {
            shown[i + i / GROUP] = code[i];
        }
        Arrays.fill(code, '\0');
        return shown;
    }

    /** The user goes into the digest, so that equal digests of two users say nothing. */
    private String digest(String user, char[] code) {
        ByteBuffer ascii = StandardCharsets.US_ASCII.encode(CharBuffer.wrap(code));
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(key);
            hmac.update(ascii);
            hmac.update(user.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hmac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
