package io.bondtrader.security.token.jose;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.key.InMemoryKeyrings;
import io.bondtrader.security.key.KeyWrapping;
import io.bondtrader.security.key.RotatingKeyring;
import io.bondtrader.security.key.RotationPolicy;
import io.bondtrader.security.key.SymmetricKey;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Canary;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tokens signed by a keyring that rotates. */
final class TokenKeyringTest {

    private static final AccountId JOB = AccountId.of("rotation-job");

    private Instant now = Instant.ofEpochSecond(1_800_000_000L);
    private final RotatingKeyring<Ed25519TokenSigner> ring = RotatingKeyring.builder(
                    "tokens",
                    Ed25519TokenSigner.kind("desk"),
                    RotationPolicy.forTokens(
                            Duration.ofDays(30), Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofMinutes(1)))
            .clock(() -> now)
            .random(new SecureRandom())
            .events(SecurityEventSink.none())
            .open(
                    new InMemoryKeyrings(),
                    KeyWrapping.under(SymmetricKey.of(Canary.bytes("master of keyrings", 32)), new SecureRandom()));
    private final TokenKeyring keys = TokenKeyring.of(ring);

    private String signed() {
        TokenSigner signer = keys.current();
        String text = Base64Url.encode(
                        ("{\"alg\":\"EdDSA\",\"kid\":\"" + signer.keyId() + "\"}").getBytes(StandardCharsets.US_ASCII))
                + ".e30";
        return text + "." + Base64Url.encode(signer.sign(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    @Asvs("11.2.2")
    void aTokenIsVerifiedBeforeDuringAndAfterARotationUntilItsKeyIsRetired() {
        assertThat(keys.find("desk-1")).isEqualTo(new KeyLookup.Unavailable());
        assertThat(keys.generation()).isNegative();
        assertThat(keys.publicKeys()).isEmpty();
        ring.rotateNow(JOB, "first");
        PublicKeyVerifier verifier = PublicKeyVerifier.of(Set.of(SignatureAlgorithm.EDDSA), keys);
        String old = signed();
        long before = keys.generation();
        assertThat(verifier.verify(old)).isInstanceOf(JwsOutcome.Verified.class);
        assertThat(keys.generation()).isEqualTo(before);

        ring.rotateNow(JOB, "second");
        String young = signed();
        assertThat(keys.generation()).isNotEqualTo(before);
        assertThat(verifier.verify(old)).isInstanceOf(JwsOutcome.Verified.class);
        assertThat(verifier.verify(young)).isInstanceOf(JwsOutcome.Verified.class);
        assertThat(keys.publicKeys().orElseThrow().keys()).hasSize(2);

        now = now.plus(Duration.ofHours(2));
        ring.runDue(JOB);
        assertThat(verifier.verify(old)).isEqualTo(new JwsOutcome.Refused(Refusal.KEY_UNKNOWN));
        assertThat(verifier.verify(young)).isInstanceOf(JwsOutcome.Verified.class);
    }
}
