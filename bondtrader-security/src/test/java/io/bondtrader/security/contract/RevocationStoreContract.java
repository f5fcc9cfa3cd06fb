package io.bondtrader.security.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.token.revocation.RevocationStore;
import io.bondtrader.security.token.revocation.TokenReference;
import io.bondtrader.testdata.Race;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** What every {@link RevocationStore} keeps. Extend it and say how to make one. */
public abstract class RevocationStoreContract {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);

    /** Makes an empty store. */
    protected abstract RevocationStore store(InstantSource clock);

    private static TokenReference token(String issuer, String id, String subject, String client, Instant issued) {
        return new TokenReference(issuer, id, subject, client, issued);
    }

    @Test
    public void oneTokenIsRevokedAndNoOther() {
        RevocationStore store = store(InstantSource.fixed(NOW));
        store.denyToken("i", "t", NOW.plusSeconds(60));

        assertThat(store.isRevoked(token("i", "t", "s", "c", NOW))).isTrue();
        assertThat(store.isRevoked(token("i", "u", "s", "c", NOW))).isFalse();
        assertThat(store.isRevoked(token("j", "t", "s", "c", NOW))).isFalse();
        assertThat(store.isRevoked(new TokenReference("i", null, "s", null, NOW)))
                .isFalse();
    }

    @Test
    public void allOfASubjectUpToAMomentAreRevokedAndTheSecondCountsWhole() {
        RevocationStore store = store(InstantSource.fixed(NOW));
        store.denySubject("i", "s", NOW.plusMillis(500));

        assertThat(store.isRevoked(token("i", "t", "s", "c", NOW.minusSeconds(1))))
                .isTrue();
        assertThat(store.isRevoked(token("i", "t", "s", "c", NOW))).isTrue();
        assertThat(store.isRevoked(token("i", "t", "s", "c", NOW.plusMillis(900))))
                .isTrue();
        assertThat(store.isRevoked(token("i", "t", "s", "c", NOW.plusSeconds(1))))
                .isFalse();
        assertThat(store.isRevoked(token("i", "t", "other", "c", NOW))).isFalse();
        assertThat(store.isRevoked(token("j", "t", "s", "c", NOW))).isFalse();
    }

    @Test
    public void allOfAClientUpToAMomentAreRevoked() {
        RevocationStore store = store(InstantSource.fixed(NOW));
        store.denyClient("i", "c", NOW);

        assertThat(store.isRevoked(token("i", "t", "s", "c", NOW))).isTrue();
        assertThat(store.isRevoked(token("i", "t", "s", "d", NOW))).isFalse();
        assertThat(store.isRevoked(token("i", "t", "c", "d", NOW))).isFalse();
        assertThat(store.isRevoked(token("i", "t", "s", "c", NOW.plusSeconds(1))))
                .isFalse();
    }

    @Test
    public void aMomentNeverMovesBack() {
        RevocationStore store = store(InstantSource.fixed(NOW));
        store.denySubject("i", "s", NOW);
        store.denySubject("i", "s", NOW.minusSeconds(100));
        store.denyClient("i", "c", NOW);
        store.denyClient("i", "c", NOW.minusSeconds(100));

        assertThat(store.isRevoked(token("i", "t", "s", "x", NOW))).isTrue();
        assertThat(store.isRevoked(token("i", "t", "x", "c", NOW))).isTrue();
    }

    @Test
    public void ofManyMomentsAtOnceTheLatestStays() {
        RevocationStore store = store(InstantSource.fixed(NOW));

        Race.rounds(
                16,
                500,
                round -> thread -> {
                    store.denySubject("i", "s" + round, NOW.plusSeconds(thread));
                    return false;
                },
                (round, winners) -> assertThat(store.isRevoked(token("i", "t", "s" + round, "c", NOW.plusSeconds(15))))
                        .isTrue());
    }
}
