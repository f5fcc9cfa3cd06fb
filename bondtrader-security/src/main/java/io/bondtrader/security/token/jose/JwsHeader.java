package io.bondtrader.security.token.jose;

import io.bondtrader.core.error.InvalidInput;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a token says of itself: its algorithm, its key and its type. A key in it, or a place to fetch one from, makes the
 * token void; so do critical extensions, compression and nesting.
 *
 * <p>Immutable. Source: RFC 7515, section 4; RFC 8725, section 3.
 */
public final class JwsHeader {

    private static final int LONGEST_KEY_ID = 128;
    private static final List<String> EXTENSIONS = List.of("crit", "b64", "zip", "enc");
    private static final List<String> KEY_SOURCES = List.of("jku", "x5u", "x5c", "jwk");

    private final String algorithm;
    private final @Nullable String keyId;
    private final @Nullable String type;
    private final @Nullable Claims embeddedKey;

    private JwsHeader(String algorithm, @Nullable String keyId, @Nullable String type, @Nullable Claims embeddedKey) {
        this.algorithm = algorithm;
        this.keyId = keyId;
        this.type = type;
        this.embeddedKey = embeddedKey;
    }

    /** Reads a header; {@code embedded} for the one kind of token that carries its key. */
    static JwsHeader of(Claims members, boolean embedded) {
        String algorithm = textOf(members, "alg", Refusal.ALGORITHM);
        if (algorithm == null || algorithm.isEmpty()) {
            throw new RefusedToken(Refusal.ALGORITHM);
        }
        if (EXTENSIONS.stream().anyMatch(members::has)) {
            throw new RefusedToken(Refusal.EXTENSION);
        }
        for (String source : KEY_SOURCES) {
            if (members.has(source) && !(embedded && source.equals("jwk"))) {
                throw new RefusedToken(Refusal.KEY_IN_HEADER);
            }
        }
        String content = textOf(members, "cty", Refusal.JSON);
        if (content != null && mediaType(content).equals("jwt")) {
            throw new RefusedToken(Refusal.EXTENSION);
        }
        String keyId = textOf(members, "kid", Refusal.KEY_UNKNOWN);
        if (keyId != null && !isKeyId(keyId)) {
            throw new RefusedToken(Refusal.KEY_UNKNOWN);
        }
        Object jwk = members.raw("jwk");
        if (jwk != null && !(jwk instanceof Claims)) {
            throw new RefusedToken(Refusal.JSON);
        }
        return new JwsHeader(algorithm, keyId, textOf(members, "typ", Refusal.JSON), (Claims) jwk);
    }

    static boolean isKeyId(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_KEY_ID
                && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    private static @Nullable String textOf(Claims members, String name, Refusal otherwise) {
        try {
            return members.textOrNull(name);
        } catch (InvalidInput another) {
            throw new RefusedToken(otherwise);
        }
    }

    /** A media type may leave "application/" out, and its case counts for nothing (RFC 7515, section 4.1.9). */
    private static String mediaType(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("application/") ? lower.substring("application/".length()) : lower;
    }

    /** {@return the algorithm's name} */
    public String algorithm() {
        return algorithm;
    }

    /** {@return which key it should be, at most 128 visible ASCII characters} */
    public Optional<String> keyId() {
        return Optional.ofNullable(keyId);
    }

    /** {@return the kind of token in lower case and without {@code application/}, such as {@code at+jwt}} */
    public Optional<String> type() {
        return Optional.ofNullable(type).map(JwsHeader::mediaType);
    }

    @Nullable
    String keyIdOrNull() {
        return keyId;
    }

    @Nullable
    Claims embeddedKey() {
        return embeddedKey;
    }

    @Override
    public String toString() {
        return "JwsHeader[" + algorithm + "]";
    }
}
