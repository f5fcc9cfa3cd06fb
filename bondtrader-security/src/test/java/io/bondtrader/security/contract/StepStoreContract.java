package io.bondtrader.security.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.mfa.StepStore;
import io.bondtrader.testdata.Race;
import org.junit.jupiter.api.Test;

/** What every store of accepted steps does. */
public abstract class StepStoreContract {

    /** Returns an empty store. */
    protected abstract StepStore newStore();

    @Test
    public void aFactorBeginsWithoutAStep() {
        assertThat(newStore().last("f")).isEqualTo(StepStore.NONE);
    }

    @Test
    public void aStepIsSetByWhoeverKnowsTheLast() {
        StepStore store = newStore();

        assertThat(store.compareAndSet("f", 5, 6)).isFalse();
        assertThat(store.compareAndSet("f", StepStore.NONE, 0)).isTrue();
        assertThat(store.compareAndSet("f", StepStore.NONE, 7)).isFalse();
        assertThat(store.compareAndSet("f", 0, 41_152_263)).isTrue();
        assertThat(store.compareAndSet("f", 0, 41_152_264)).isFalse();
        assertThat(store.last("f")).isEqualTo(41_152_263);
        assertThat(store.last("g")).isEqualTo(StepStore.NONE);
        assertThat(store.last("F")).isEqualTo(StepStore.NONE);
    }

    @Test
    public void ofManyAtOnceOneWins() {
        StepStore store = newStore();
        Race.rounds(
                16,
                300,
                round -> thread -> store.compareAndSet("f", round == 0 ? StepStore.NONE : round - 1, round),
                (round, winners) -> assertThat(winners).isEqualTo(1));
    }
}
