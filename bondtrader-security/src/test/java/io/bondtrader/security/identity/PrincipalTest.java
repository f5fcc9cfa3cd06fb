package io.bondtrader.security.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PrincipalTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Principal CLARA = Principal.of(AccountId.of("clara"), PersonId.of("p-17"))
            .with(new FactorEvidence(Factor.PASSWORD, NOON.minusSeconds(600)))
            .with(new FactorEvidence(Factor.TIME_CODE, NOON.minusSeconds(60)));

    @Test
    void aProofCountsUntilItsTimeIsOver() {
        assertThat(CLARA.provedWithin(Set.of(Factor.TIME_CODE), Duration.ofSeconds(60), NOON))
                .isTrue();
        assertThat(CLARA.provedWithin(Set.of(Factor.TIME_CODE), Duration.ofSeconds(59), NOON))
                .isFalse();
        assertThat(CLARA.provedWithin(Set.of(Factor.BACKUP_CODE), Duration.ofDays(1), NOON))
                .isFalse();
        assertThat(CLARA.lastProved(Factor.PASSWORD)).contains(NOON.minusSeconds(600));
    }

    @Test
    void aProofFromTheFutureCountsForNothing() {
        assertThat(CLARA.provedWithin(Set.of(Factor.TIME_CODE), Duration.ofDays(1), NOON.minusSeconds(61)))
                .isFalse();
    }

    @Test
    void twoFactorsAreTwoKindsOfProof() {
        assertThat(CLARA.kindsProvedWithin(Duration.ofHours(1), NOON))
                .containsExactly(Factor.Kind.KNOWLEDGE, Factor.Kind.POSSESSION);
        assertThat(CLARA.kindsProvedWithin(Duration.ofMinutes(5), NOON)).containsExactly(Factor.Kind.POSSESSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "cl\u00e4ra", "a\u200b"})
    void identifiersAreVisibleAscii(String text) {
        assertThatThrownBy(() -> AccountId.of(text)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> PersonId.of(text)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void identifiersHaveABound() {
        assertThat(AccountId.of("x".repeat(128))).hasToString("x".repeat(128));
        assertThatThrownBy(() -> AccountId.of("x".repeat(129))).isInstanceOf(InvalidInput.class);
    }
}
