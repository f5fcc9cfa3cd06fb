package io.bondtrader.security.token;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.token.jose.SigningKeys;
import io.bondtrader.security.token.jose.TokenSigner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes access tokens of the form of RFC 9068, signed with the key of the moment. Each is reported before it is handed out:
 * what cannot be recorded is not issued.
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class TokenIssuer {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int ID_BYTES = 16;

    private final String issuer;
    private final SigningKeys keys;
    private final Duration maxLifetime;
    private final InstantSource clock;
    private final SecureRandom random;
    private final SecurityEventSink events;

    private TokenIssuer(
            String issuer,
            SigningKeys keys,
            Duration maxLifetime,
            InstantSource clock,
            SecureRandom random,
            SecurityEventSink events) {
        this.issuer = issuer;
        this.keys = Objects.requireNonNull(keys, "keys");
        this.maxLifetime = maxLifetime;
        this.clock = Objects.requireNonNull(clock, "clock");
        this.random = Objects.requireNonNull(random, "random");
        this.events = Objects.requireNonNull(events, "events");
    }

    /**
     * Returns an issuer.
     *
     * @param issuer its name, as verifiers expect it
     * @param keys which key signs
     * @param maxLifetime the longest that a token may be good, at most 24 hours
     * @param clock tells the time
     * @param random where identifiers of tokens come from
     * @param events gets one event for each token
     * @return the issuer
     */
    public static TokenIssuer of(
            String issuer,
            SigningKeys keys,
            Duration maxLifetime,
            InstantSource clock,
            SecureRandom random,
            SecurityEventSink events) {
        InvalidInput.unless(!issuer.isBlank(), "issuer", issuer, "not blank");
        boolean fits = maxLifetime.toSeconds() >= 1 && maxLifetime.compareTo(Duration.ofHours(24)) <= 0;
        InvalidInput.unless(fits, "longest lifetime", maxLifetime, "from a second to 24 hours");
        return new TokenIssuer(issuer, keys, maxLifetime, clock, random, events);
    }

    /**
     * Issues a token.
     *
     * @param draft what it shall say
     * @return the token
     * @throws InvalidInput if it shall be good for longer than this issuer allows
     */
    public IssuedToken issue(TokenDraft draft) {
        InvalidInput.unless(
                draft.lifetime().compareTo(maxLifetime) <= 0, "lifetime", draft.lifetime(), "at most " + maxLifetime);
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        String tokenId = BASE64.encodeToString(id);
        Instant now = clock.instant();
        // Whole seconds, and never good for longer than was asked for.
        Instant issued = now.truncatedTo(ChronoUnit.SECONDS);
        Instant expires = issued.plus(draft.lifetime()).truncatedTo(ChronoUnit.SECONDS);
        TokenSigner signer = keys.current();
        String signed = BASE64.encodeToString(header(signer)) + "."
                + BASE64.encodeToString(claims(draft, tokenId, issued, expires));
        byte[] signature = signer.sign(signed.getBytes(StandardCharsets.US_ASCII));
        events.report(SecurityEvent.of(SecurityEventType.AUTHN_TOKEN_CREATED, now)
                .about(tokenId)
                .with("client", draft.clientId())
                .with("key", signer.keyId())
                .with("expires", expires));
        return new IssuedToken(signed + "." + BASE64.encodeToString(signature), tokenId, expires);
    }

    private static byte[] header(TokenSigner signer) {
        return json(generator -> {
            generator.writeStringField("typ", "at+jwt");
            generator.writeStringField("alg", signer.algorithm());
            generator.writeStringField("kid", signer.keyId());
        });
    }

    private byte[] claims(TokenDraft draft, String tokenId, Instant issued, Instant expires) {
        return json(generator -> {
            generator.writeStringField("iss", issuer);
            generator.writeStringField("sub", draft.subject());
            writeTexts(generator, "aud", draft.audience());
            generator.writeStringField("client_id", draft.clientId());
            generator.writeNumberField("iat", issued.getEpochSecond());
            generator.writeNumberField("exp", expires.getEpochSecond());
            generator.writeStringField("jti", tokenId);
            if (!draft.scope().isEmpty()) {
                generator.writeStringField("scope", draft.scope());
            }
            String key = draft.boundTo();
            if (key != null) {
                generator.writeObjectFieldStart("cnf");
                generator.writeStringField("jkt", key);
                generator.writeEndObject();
            }
            for (Map.Entry<String, Object> more : draft.more().entrySet()) {
                if (more.getValue() instanceof List<?> several) {
                    writeTexts(generator, more.getKey(), several);
                } else {
                    generator.writeStringField(more.getKey(), more.getValue().toString());
                }
            }
        });
    }

    private static void writeTexts(JsonGenerator generator, String name, List<?> texts) throws IOException {
        if (texts.size() == 1 && name.equals("aud")) {
            generator.writeStringField(name, texts.get(0).toString());
            return;
        }
        generator.writeArrayFieldStart(name);
        for (Object text : texts) {
            generator.writeString(text.toString());
        }
        generator.writeEndArray();
    }

    private interface Members {
        void write(JsonGenerator generator) throws IOException;
    }

    private static byte[] json(Members members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator generator = JSON.createGenerator(bytes)) {
            generator.writeStartObject();
            members.write(generator);
            generator.writeEndObject();
        } catch (IOException never) {
            throw new UncheckedIOException("memory takes whatever is written", never);
        }
        return bytes.toByteArray();
    }
}
