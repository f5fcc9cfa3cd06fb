package io.bondtrader.security.token.jose;

import io.bondtrader.security.error.KeyRefused;
import io.bondtrader.security.error.SelfTestFailed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Shows on known signatures that this machine accepts the true and refuses the false: for each algorithm one published
 * message, and the same with a bit of the signature turned, with a byte too many, with one too few, and with a signature
 * of zeros. Some milliseconds; verifiers run it when they are built.
 *
 * <p>A provider that was put before the JDK's own, or a library that was exchanged, shows here and not in production.
 */
public final class TokenSelfTest {

    private static final String ANSWERS = "known-answers.txt";

    private TokenSelfTest() {}

    /**
     * Runs the test.
     *
     * @throws SelfTestFailed if an answer is wrong
     */
    public static void run() {
        run(knownAnswers());
    }

    static void run(List<String> lines) {
        Set<String> tested = new HashSet<>();
        for (String line : lines) {
            String[] parts = line.split(" ", 3);
            tested.add(check(parts[0], parts[1], parts[2]));
        }
        Stream.concat(
                        Arrays.stream(SignatureAlgorithm.values()).map(SignatureAlgorithm::joseName),
                        Arrays.stream(MacAlgorithm.values()).map(MacAlgorithm::joseName))
                .filter(name -> !tested.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new SelfTestFailed("no known answer for " + name);
                });
    }

    private static List<String> knownAnswers() {
        try (InputStream in = TokenSelfTest.class.getResourceAsStream(ANSWERS)) {
            if (in == null) {
                throw new SelfTestFailed("the known answers are missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new SelfTestFailed("the known answers cannot be read");
        }
    }

    private static String check(String algorithm, String jwk, String jws) {
        try {
            JwsVerifier verifier = verifier(algorithm, set(jwk));
            require(verifier.verify(jws) instanceof JwsOutcome.Verified, algorithm);
            int dot = jws.lastIndexOf('.') + 1;
            byte[] signature = Base64Url.decode(jws, dot, jws.length());
            if (signature == null) {
                throw new SelfTestFailed(algorithm + " gives a wrong answer");
            }
            byte[] turned = signature.clone();
            turned[turned.length / 2] ^= 1;
            for (byte[] bad : List.of(
                    turned,
                    Arrays.copyOf(signature, signature.length + 1),
                    Arrays.copyOf(signature, signature.length - 1),
                    new byte[signature.length])) {
                String altered = jws.substring(0, dot) + Base64Url.encode(bad);
                require(verifier.verify(altered) instanceof JwsOutcome.Refused, algorithm);
            }
            return algorithm;
        } catch (KeyRefused wrong) {
            throw new SelfTestFailed("the known key of " + algorithm + " is refused");
        }
    }

    private static JwsVerifier verifier(String algorithm, String keys) {
        return SignatureAlgorithm.named(algorithm)
                .<JwsVerifier>map(a -> PublicKeyVerifier.untested(Set.of(a), VerificationKeys.read(keys, Set.of(a))))
                .or(() -> MacAlgorithm.named(algorithm)
                        .map(a -> MacVerifier.untested(Set.of(a), MacKeys.read(keys, Set.of(a)))))
                .orElseThrow(() -> new SelfTestFailed("known answers for no algorithm of ours"));
    }

    private static String set(String jwk) {
        return "{\"keys\":[" + jwk + "]}";
    }

    private static void require(boolean right, String algorithm) {
        if (!right) {
            throw new SelfTestFailed(algorithm + " gives a wrong answer");
        }
    }
}
