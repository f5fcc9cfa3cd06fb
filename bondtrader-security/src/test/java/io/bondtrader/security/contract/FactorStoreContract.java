package io.bondtrader.security.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.mfa.AccountFactors;
import io.bondtrader.security.mfa.EnrolledFactor;
import io.bondtrader.security.mfa.EnrolledFactor.Active;
import io.bondtrader.security.mfa.EnrolledFactor.OneTimeKey;
import io.bondtrader.security.mfa.EnrolledFactor.Pending;
import io.bondtrader.security.mfa.EnrolledFactor.TokenKey;
import io.bondtrader.security.mfa.FactorStore;
import io.bondtrader.security.mfa.OneTimeSecret.Hash;
import io.bondtrader.testdata.Race;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of factors does. */
public abstract class FactorStoreContract {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final AccountId MIA = AccountId.of("mia");
    private static final AccountId NOAH = AccountId.of("noah");

    /** Returns an empty store. */
    protected abstract FactorStore newStore();

    @Test
    public void anAccountBeginsWithoutFactors() {
        FactorStore store = newStore();
        assertThat(store.of(MIA)).isEqualTo(new AccountFactors(MIA, 0, List.of()));
        assertThat(store.ownerOf("c".repeat(22))).isEmpty();
    }

    @Test
    public void factorsComeBackAsTheyWereKept() {
        FactorStore store = newStore();
        OneTimeKey key = new OneTimeKey("protected", Hash.SHA256, 8);
        List<EnrolledFactor> all = List.of(
                new EnrolledFactor("f1", Factor.TIME_CODE, "phone", new Active(NOON), key),
                new EnrolledFactor("f2", Factor.COUNTER_CODE, "key ring", new Pending("s", NOON, "f1"), key),
                new EnrolledFactor("f3", Factor.COUNTER_CODE, "other", new Pending("s", NOON, null), key),
                token("f4", "a", 7));

        assertThat(store.replace(store.of(MIA), all)).isTrue();

        assertThat(store.of(MIA).factors()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(store.of(MIA).version()).isPositive();
        assertThat(store.of(NOAH).factors()).isEmpty();
    }

    @Test
    public void aChangeNeedsTheVersionThatIsKept() {
        FactorStore store = newStore();
        AccountFactors empty = store.of(MIA);
        store.replace(empty, List.of(token("f1", "a", 1)));
        AccountFactors one = store.of(MIA);

        assertThat(store.replace(empty, List.of())).isFalse();
        assertThat(store.replace(one, List.of(token("f1", "a", 2)))).isTrue();
        assertThat(store.replace(one, List.of(token("f1", "a", 3)))).isFalse();
        assertThat(store.replace(store.of(MIA), List.of())).isTrue();
        assertThat(store.replace(empty, List.of(token("f1", "a", 1))))
                .as("an account without factors is not one that never had any")
                .isFalse();
    }

    @Test
    public void aCredentialBelongsToOneFactorOfOneAccount() {
        FactorStore store = newStore();
        store.replace(store.of(MIA), List.of(token("f1", "a", 1)));

        assertThat(store.ownerOf("a".repeat(22))).contains(MIA);
        assertThat(store.replace(store.of(NOAH), List.of(token("f9", "a", 1)))).isFalse();
        assertThat(store.replace(store.of(NOAH), List.of(token("f9", "b", 1), token("f8", "b", 1))))
                .isFalse();
        assertThat(store.replace(store.of(MIA), List.of())).isTrue();
        assertThat(store.ownerOf("a".repeat(22))).isEmpty();
        assertThat(store.replace(store.of(NOAH), List.of(token("f9", "a", 1)))).isTrue();
        assertThat(store.ownerOf("a".repeat(22))).contains(NOAH);
    }

    @Test
    public void ofManyChangesAtOnceOneWins() {
        FactorStore store = newStore();
        Race.rounds(
                16,
                200,
                round -> {
                    AccountFactors now = store.of(MIA);
                    return thread -> store.replace(now, List.of(token("f" + thread, "a", round)));
                },
                (round, winners) -> assertThat(winners).isEqualTo(1));
    }

    @Test
    public void ofManyAccountsOneGetsACredential() {
        FactorStore store = newStore();
        Race.rounds(
                16,
                200,
                round -> thread -> {
                    AccountFactors mine = store.of(AccountId.of("account-" + round + "-" + thread));
                    List<EnrolledFactor> next = new ArrayList<>(mine.factors());
                    String letter = String.valueOf((char) ('a' + round % 26));
                    next.add(token("f", letter + round + "x", 1));
                    return store.replace(mine, next);
                },
                (round, winners) -> assertThat(winners).isEqualTo(1));
    }

    private static EnrolledFactor token(String id, String credential, long counter) {
        String padded = credential.length() == 1 ? credential.repeat(22) : (credential + "A".repeat(22));
        TokenKey key = new TokenKey(padded, "public key", counter, false);
        return new EnrolledFactor(id, Factor.HARDWARE_TOKEN, "token", new Active(NOON), key);
    }
}
