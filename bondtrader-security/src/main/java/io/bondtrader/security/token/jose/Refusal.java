package io.bondtrader.security.token.jose;

import java.util.Locale;

/** Why a token was refused. For the log alone: a client learns {@link #PUBLIC_MESSAGE}, whatever the reason. */
public enum Refusal {
    /** It is not a token in the one spelling, or too long. */
    MALFORMED,
    /** Its header or claims are not strict JSON, or of a wrong kind. */
    JSON,
    /** Its algorithm is none of those agreed. */
    ALGORITHM,
    /** It asks for something never done here: a critical extension, compression, nesting, encryption. */
    EXTENSION,
    /** It names where its own key is to be had. */
    KEY_IN_HEADER,
    /** No key has its key identifier, or the key is for another algorithm. */
    KEY_UNKNOWN,
    /** The keys cannot be had, or are older than allowed. */
    KEYS_UNAVAILABLE,
    /** The signature is none. */
    SIGNATURE,
    /** It is a token of another kind. */
    TYPE,
    /** It comes from another issuer. */
    ISSUER,
    /** It is meant for somebody else. */
    AUDIENCE,
    /** A claim that must be there is not, or has another value. */
    CLAIM,
    /** Its time is over. */
    EXPIRED,
    /** Its time has not come. */
    NOT_YET_VALID,
    /** It is valid for longer than agreed. */
    LIFETIME,
    /** It answers another question: the nonce differs. */
    NONCE,
    /** The user proved who he is too long ago, or in too weak a way. */
    AUTHENTICATION,
    /** It belongs to another access token, request or key. */
    BINDING,
    /** It was used before. */
    REPLAYED,
    /** What was used before cannot be remembered: the store is full or out of reach. */
    REPLAY_UNKNOWN,
    /** It was revoked. */
    REVOKED,
    /** Whether it was revoked cannot be told. */
    REVOCATION_UNKNOWN;

    /** All that a client learns. */
    public static final String PUBLIC_MESSAGE = "invalid_token";

    /** {@return the word for logs: lower case with underscores} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
