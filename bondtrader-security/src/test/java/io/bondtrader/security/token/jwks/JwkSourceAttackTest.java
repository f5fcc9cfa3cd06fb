package io.bondtrader.security.token.jwks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.KeysUnavailable;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.token.jose.Ed25519TokenSigner;
import io.bondtrader.security.token.jose.JwsOutcome;
import io.bondtrader.security.token.jose.KeyLookup;
import io.bondtrader.security.token.jose.PublicKeyVerifier;
import io.bondtrader.security.token.jose.Refusal;
import io.bondtrader.security.token.jose.SignatureAlgorithm;
import io.bondtrader.security.token.jose.VerificationKeys;
import io.bondtrader.security.token.jwks.JwkSource.JwkTimes;
import io.bondtrader.testdata.Attack;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Strangers who would have us fetch keys, and issuers who are out of reach. */
final class JwkSourceAttackTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);
    private static final URI ADDRESS = URI.create("https://id.halvorsen.example/keys");
    private static final Set<SignatureAlgorithm> EDDSA = Set.of(SignatureAlgorithm.EDDSA);
    private static final JwkTimes TIMES =
            new JwkTimes(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofSeconds(30));

    private final Ed25519TokenSigner first = Ed25519TokenSigner.generate("k1", new SecureRandom());
    private final Ed25519TokenSigner second = Ed25519TokenSigner.generate("k2", new SecureRandom());
    private final List<URI> fetched = new ArrayList<>();
    private final List<SecurityEventType> events = new ArrayList<>();
    private Instant now = NOW;
    private boolean down;
    private String document = VerificationKeys.of(first.verificationKey()).toJson();

    private final JwkSource source = JwkSource.of(
            ADDRESS,
            address -> {
                fetched.add(address);
                if (down) {
                    throw new IOException("out of reach");
                }
                return document.getBytes(StandardCharsets.UTF_8);
            },
            EDDSA,
            TIMES,
            () -> now,
            event -> events.add(event.type()),
            Runnable::run);

    @Test
    @Attack("A04")
    void a04AFloodOfUnknownKeysCausesOneFetch() {
        source.start();
        now = NOW.plusSeconds(30);
        for (int i = 0; i < 10_000; i++) {
            assertThat(source.find("unknown " + i)).isEqualTo(new KeyLookup.Unknown());
        }
        assertThat(fetched).hasSize(2);
        now = NOW.plusSeconds(60).minusMillis(1);
        assertThat(source.find("unknown")).isEqualTo(new KeyLookup.Unknown());
        assertThat(fetched).hasSize(2);
        now = NOW.plusSeconds(60);
        // Known to be unknown since the fetch at 30 seconds: not worth another.
        assertThat(source.find("unknown 0")).isEqualTo(new KeyLookup.Unknown());
        assertThat(fetched).hasSize(2);
        assertThat(source.find("unknown 1")).isEqualTo(new KeyLookup.Unknown());
        assertThat(fetched).hasSize(3);
        assertThat(source.find("k1")).isInstanceOf(KeyLookup.Found.class);
    }

    @Test
    @Attack("A04")
    void a04NobodyWaitsForAnothersFetch() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        int[] fetches = new int[1];
        JwkSource slow = JwkSource.of(
                ADDRESS,
                address -> {
                    if (fetches[0]++ > 0) {
                        begun.countDown();
                        try {
                            answer.await();
                        } catch (InterruptedException stop) {
                            throw new IOException(stop);
                        }
                    }
                    return document.getBytes(StandardCharsets.UTF_8);
                },
                EDDSA,
                TIMES,
                () -> now,
                event -> {},
                Runnable::run);
        slow.start();
        now = NOW.plusSeconds(30);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<KeyLookup> waiting = other.submit(() -> slow.find("k2"));
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

            assertThat(slow.find("k2")).isEqualTo(new KeyLookup.Unknown());
            assertThat(slow.find("k1")).isInstanceOf(KeyLookup.Found.class);
            document = VerificationKeys.of(first.verificationKey(), second.verificationKey())
                    .toJson();
            answer.countDown();
            assertThat(waiting.get(10, TimeUnit.SECONDS)).isInstanceOf(KeyLookup.Found.class);
        } finally {
            answer.countDown();
            other.shutdownNow();
        }
        assertThat(fetches[0]).isEqualTo(2);
    }

    @Test
    @Attack({"A03", "A05"})
    void a05WhatTokensSayNeverMovesTheFetch() {
        source.start();
        now = NOW.plusSeconds(30);
        PublicKeyVerifier verifier = PublicKeyVerifier.of(EDDSA, source);
        for (String header : List.of(
                "{\"alg\":\"EdDSA\",\"kid\":\"k1\",\"jku\":\"https://evil.example/keys\"}",
                "{\"alg\":\"EdDSA\",\"kid\":\"x\",\"x5u\":\"https://evil.example/keys\"}",
                "{\"alg\":\"EdDSA\",\"kid\":\"" + "x".repeat(129) + "\"}",
                "{\"alg\":\"none\",\"kid\":\"x\"}")) {
            assertThat(verifier.verify(signed(second, header))).isInstanceOf(JwsOutcome.Refused.class);
        }
        assertThat(fetched).containsExactly(ADDRESS);
        assertThat(verifier.verify(signed(second, "{\"alg\":\"EdDSA\",\"kid\":\"https://evil.example\"}")))
                .isEqualTo(new JwsOutcome.Refused(Refusal.KEY_UNKNOWN));
        assertThat(fetched).containsExactly(ADDRESS, ADDRESS);
    }

    private static String signed(Ed25519TokenSigner signer, String header) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String text = base64.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + ".e30";
        return text + "." + base64.encodeToString(signer.sign(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aNewKeyIsFetchedWhenATokenNamesIt() {
        source.start();
        long before = source.generation();
        document = VerificationKeys.of(second.verificationKey()).toJson();
        now = NOW.plusSeconds(30);

        assertThat(source.find("k2")).isInstanceOf(KeyLookup.Found.class);
        assertThat(source.find("k1")).isEqualTo(new KeyLookup.Unknown());
        assertThat(source.generation()).isNotEqualTo(before);
    }

    @Test
    void oldKeysServeWhileTheIssuerIsOutOfReachAndNotForEver() {
        source.start();
        down = true;
        now = NOW.plusSeconds(3_600).minusMillis(1);
        assertThat(source.find("k1")).isInstanceOf(KeyLookup.Found.class);
        assertThat(source.generation()).isZero();
        assertThat(events).containsExactly(SecurityEventType.SYS_MONITOR_DISABLED);
        assertThat(source.health()).isEqualTo(new JwkHealth(1, NOW, 1, true));
        now = NOW.plusSeconds(3_600);
        assertThat(source.find("k1")).isEqualTo(new KeyLookup.Unavailable());
        assertThat(source.generation()).isNegative();
        assertThat(source.health().usable()).isFalse();
        assertThat(PublicKeyVerifier.of(EDDSA, source).verify(signed(first, "{\"alg\":\"EdDSA\",\"kid\":\"k1\"}")))
                .isEqualTo(new JwsOutcome.Refused(Refusal.KEYS_UNAVAILABLE));
        now = NOW.plusSeconds(4_000);
        assertThat(source.find("k1")).isEqualTo(new KeyLookup.Unavailable());
        assertThat(events).hasSize(1);
        down = false;
        now = NOW.plusSeconds(4_030);
        assertThat(source.find("k1")).isInstanceOf(KeyLookup.Found.class);
        assertThat(events)
                .containsExactly(SecurityEventType.SYS_MONITOR_DISABLED, SecurityEventType.SYS_MONITOR_ENABLED);
        assertThat(source.health().failures()).isZero();
    }

    @Test
    void keysAreAskedForAgainWhenTheyAreOldEvenIfOnlyTheirNumberIsAskedFor() {
        source.start();
        now = NOW.plusSeconds(300).minusMillis(1);
        assertThat(source.find("k1")).isInstanceOf(KeyLookup.Found.class);
        assertThat(fetched).hasSize(1);
        now = NOW.plusSeconds(300);
        document = VerificationKeys.of(second.verificationKey()).toJson();
        source.generation();
        assertThat(fetched).hasSize(2);
        assertThat(source.generation()).isEqualTo(1);
    }

    @Test
    @Attack("A62")
    void a62AnEmptyOrSpoiltAnswerIsAFailureAndChangesNothing() {
        source.start();
        for (String bad : List.of("", "{\"keys\":[]}", "<html>", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}")) {
            document = bad;
            now = now.plusSeconds(300);
            assertThat(source.find("k1")).isInstanceOf(KeyLookup.Found.class);
        }
        assertThat(fetched).hasSize(5);
        assertThat(source.health().failures()).isEqualTo(4);
        assertThat(events).containsExactly(SecurityEventType.SYS_MONITOR_DISABLED);
    }

    @Test
    void aStartWithoutKeysFails() {
        down = true;
        assertThatThrownBy(source::start).isInstanceOf(KeysUnavailable.class).hasMessageNotContaining("halvorsen");
        assertThat(source.find("k1")).isEqualTo(new KeyLookup.Unavailable());
        assertThat(fetched).hasSize(1);
        assertThat(source.generation()).isNegative();
        assertThat(source.health()).isEqualTo(new JwkHealth(0, null, 1, false));
        down = false;
        now = NOW.plusSeconds(30);
        assertThat(source.find("k1")).isInstanceOf(KeyLookup.Found.class);
    }

    @Test
    void aBackgroundThatIsBusyStopsNoRequest() {
        JwkSource busy = JwkSource.of(
                ADDRESS,
                address -> document.getBytes(StandardCharsets.UTF_8),
                EDDSA,
                TIMES,
                () -> now,
                event -> {},
                task -> {
                    throw new RejectedExecutionException();
                });
        busy.start();
        now = NOW.plusSeconds(300);
        assertThat(busy.find("k1")).isInstanceOf(KeyLookup.Found.class);
    }

    @Test
    @Attack("A21")
    void a21AddressesWithoutHttpsAreNoneFromTheStart() {
        for (String bad : List.of(
                "http://id.example/keys", "file:///etc/passwd", "/keys", "https:keys", "https://u@id.example/")) {
            assertThatThrownBy(() -> JwkSource.of(
                            URI.create(bad),
                            address -> new byte[0],
                            EDDSA,
                            TIMES,
                            () -> now,
                            event -> {},
                            Runnable::run))
                    .isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> JwkSource.of(
                        ADDRESS, address -> new byte[0], Set.of(), TIMES, () -> now, event -> {}, Runnable::run))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new JwkTimes(Duration.ZERO, Duration.ZERO, Duration.ZERO))
                .isInstanceOf(InvalidInput.class);
        assertThat(JwkTimes.usual().coolDown()).isEqualTo(Duration.ofSeconds(30));
    }
}
