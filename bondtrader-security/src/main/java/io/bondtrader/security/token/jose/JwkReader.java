package io.bondtrader.security.token.jose;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.KeyRefused;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads keys in the form of RFC 7517 and RFC 7518, section 6. A key for something else is passed over; one that is for this
 * and weak, ambiguous or private is refused.
 */
final class JwkReader {

    private static final List<String> PRIVATE = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    private JwkReader() {}

    /** The key, or nothing if it is not for checking signatures by one of the algorithms. */
    static Optional<VerificationKey> publicKey(Claims jwk, Set<SignatureAlgorithm> algorithms) {
        String type = required(jwk, "kty");
        if (PRIVATE.stream().anyMatch(jwk::has)) {
            throw new KeyRefused("a public key must have no private part");
        }
        if (!isFor(jwk, "verify")) {
            return Optional.empty();
        }
        String curve = type.equals("RSA") ? "" : jwk.text("crv").orElse("");
        Optional<SignatureAlgorithm> algorithm = algorithm(jwk, type, curve, algorithms);
        if (algorithm.isEmpty()) {
            return Optional.empty();
        }
        String keyId = jwk.textOrNull("kid");
        return Optional.of(
                switch (type) {
                    case "OKP" -> VerificationKey.ofEd25519(keyId, bytes(jwk, "x"));
                    case "EC" -> VerificationKey.ofPoint(keyId, algorithm.get(), bytes(jwk, "x"), bytes(jwk, "y"));
                    default -> VerificationKey.ofRsa(keyId, algorithm.get(), whole(jwk, "n"), whole(jwk, "e"));
                });
    }

    /** The secret, or nothing if it is not for checking seals by one of the algorithms. */
    static Optional<MacKey> secret(Claims jwk, Set<MacAlgorithm> algorithms) {
        if (!isFor(jwk, "verify")) {
            return Optional.empty();
        }
        String name = jwk.textOrNull("alg");
        if (name == null && algorithms.size() != 1) {
            throw new KeyRefused("a secret that names no algorithm needs exactly one to be agreed");
        }
        return algorithms.stream()
                .filter(agreed -> name == null || agreed.joseName().equals(name))
                .findFirst()
                .map(agreed -> MacKey.of(jwk.textOrNull("kid"), agreed, bytes(jwk, "k")));
    }

    static String required(Claims jwk, String member) {
        return jwk.text(member).orElseThrow(() -> new KeyRefused("a key must have the member " + member));
    }

    /** What use and key_ops say must agree; what neither says is taken as agreed (RFC 7517, sections 4.2 and 4.3). */
    private static boolean isFor(Claims jwk, String operation) {
        List<String> operations = jwk.texts("key_ops");
        if (new HashSet<>(operations).size() != operations.size()) {
            throw new KeyRefused("a key's operations must differ");
        }
        boolean use = jwk.text("use").map("sig"::equals).orElse(true);
        boolean operates = !jwk.has("key_ops") || operations.contains(operation);
        return use && operates;
    }

    private static Optional<SignatureAlgorithm> algorithm(
            Claims jwk, String type, String curve, Set<SignatureAlgorithm> algorithms) {
        String name = jwk.textOrNull("alg");
        if (name != null) {
            Optional<SignatureAlgorithm> named = SignatureAlgorithm.named(name).filter(algorithms::contains);
            if (named.isPresent() && !named.get().fits(type, curve)) {
                throw new KeyRefused("a key for " + named.get().joseName() + " must be of its type and curve");
            }
            return named;
        }
        List<SignatureAlgorithm> fitting =
                algorithms.stream().filter(a -> a.fits(type, curve)).toList();
        if (fitting.size() > 1) {
            throw new KeyRefused("a key that names no algorithm must fit exactly one that is agreed");
        }
        return fitting.stream().findFirst();
    }

    private static byte[] bytes(Claims jwk, String member) {
        byte[] bytes = Base64Url.decode(required(jwk, member));
        if (bytes == null) {
            throw new KeyRefused("a key's member " + member + " must be Base64url without padding");
        }
        return bytes;
    }

    /** Big-endian in as few bytes as will do (RFC 7518, section 2, Base64urlUInt). */
    private static BigInteger whole(Claims jwk, String member) {
        byte[] bytes = bytes(jwk, member);
        if (bytes.length == 0 || bytes[0] == 0) {
            throw new KeyRefused("a key's member " + member + " must be a number without leading zeros");
        }
        return new BigInteger(1, bytes);
    }

    /** The keys of a set. */
    static List<Claims> set(byte[] json) {
        try {
            Claims set = StrictJson.keySet(json);
            if (!(set.raw("keys") instanceof List<?> keys)) {
                throw new KeyRefused("a set of keys must have an array of keys");
            }
            return keys.stream()
                    .map(key -> {
                        if (!(key instanceof Claims jwk)) {
                            throw new KeyRefused("a set of keys must hold keys");
                        }
                        return jwk;
                    })
                    .toList();
        } catch (RefusedToken unreadable) {
            throw new KeyRefused("a set of keys must be one strict JSON object");
        }
    }

    /** Members of a wrong kind are as good as a bad key. */
    static <T> T refusing(java.util.function.Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidInput unreadable) {
            throw new KeyRefused("a key's members must be of the kinds of RFC 7517");
        }
    }
}
