package io.bondtrader.security.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.token.jose.Ed25519TokenSigner;
import io.bondtrader.security.token.jose.PublicKeyVerifier;
import io.bondtrader.security.token.jose.SignatureAlgorithm;
import io.bondtrader.security.token.jose.VerificationKeys;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An issuer that signs whatever it is told, a clock that is set by hand, and a sink that remembers. */
final class Forge implements SecurityEventSink, InstantSource {

    static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);
    static final String ISSUER = "https://id.halvorsen.example";
    static final String AUDIENCE = "https://orders.halvorsen.example";
    private static final ObjectMapper JSON = new ObjectMapper();

    final Ed25519TokenSigner signer = Ed25519TokenSigner.generate("k1", new SecureRandom());
    final List<SecurityEvent> events = new ArrayList<>();
    Instant now = NOW;

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void report(SecurityEvent event) {
        events.add(event);
    }

    /** The only event, which is forgotten then. */
    SecurityEvent event() {
        if (events.size() != 1) {
            throw new AssertionError("one event was due, there are " + events);
        }
        return events.remove(0);
    }

    boolean reported(SecurityEventType type, String reason) {
        SecurityEvent event = event();
        return event.type() == type && reason.equals(event.details().get("reason"));
    }

    PublicKeyVerifier verifier() {
        return PublicKeyVerifier.of(Set.of(SignatureAlgorithm.EDDSA), VerificationKeys.of(signer.verificationKey()));
    }

    static Map<String, Object> accessClaims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", ISSUER);
        claims.put("sub", "u-17");
        claims.put("aud", AUDIENCE);
        claims.put("client_id", "blotter");
        claims.put("iat", NOW.getEpochSecond());
        claims.put("exp", NOW.getEpochSecond() + 600);
        claims.put("jti", "t-1");
        return claims;
    }

    static Map<String, Object> idClaims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", ISSUER);
        claims.put("sub", "u-17");
        claims.put("aud", "blotter");
        claims.put("iat", NOW.getEpochSecond());
        claims.put("exp", NOW.getEpochSecond() + 300);
        claims.put("nonce", "n-0123456789abcdef");
        return claims;
    }

    static Map<String, Object> logoutClaims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", ISSUER);
        claims.put("sub", "u-17");
        claims.put("aud", "blotter");
        claims.put("iat", NOW.getEpochSecond());
        claims.put("exp", NOW.getEpochSecond() + 120);
        claims.put("jti", "l-1");
        claims.put("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        return claims;
    }

    String sign(String type, Map<String, Object> claims) {
        return signed(signer, Map.of("alg", "EdDSA", "kid", "k1", "typ", type), claims);
    }

    static String signed(Ed25519TokenSigner signer, Map<String, Object> header, Map<String, Object> claims) {
        try {
            Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
            String text = base64.encodeToString(JSON.writeValueAsBytes(header)) + "."
                    + base64.encodeToString(JSON.writeValueAsBytes(claims));
            return text + "." + base64.encodeToString(signer.sign(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    static Map<String, Object> with(Map<String, Object> claims, String name, @Nullable Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return changed;
    }
}
