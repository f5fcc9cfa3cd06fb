package io.bondtrader.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import java.util.SplittableRandom;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingTest {

    private static final int CALCULATIONS = 200_000;

    private static long selected(Verifier verifier, long calculations, LongToDoubleFunction argument) {
        return LongStream.range(0, calculations)
                .filter(i -> verifier.selects(argument.applyAsDouble(i)))
                .count();
    }

    /** Six standard deviations of a binomial count: a fair draw exceeds them once in 500 million tries. */
    private static void assertOneIn(int n, long selected) {
        double expected = (double) CALCULATIONS / n;
        assertThat(Math.abs(selected - expected)).isLessThan(6.0 * Math.sqrt(expected));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 100, 1000})
    void aSampleOfRandomYieldsIsAsLargeAsAskedFor(int n) {
        SplittableRandom random = new SplittableRandom(20_250_711L);

        assertOneIn(n, selected(Verifier.sampling(n), CALCULATIONS, i -> random.nextDouble(-0.05, 0.40)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 100})
    void aSampleOfEvenlySpacedQuotesIsAsLargeAsAskedFor(int n) {
        Verifier sampling = Verifier.sampling(n);

        assertOneIn(n, selected(sampling, CALCULATIONS, i -> i / 32.0)); // prices in 32nds
        assertOneIn(n, selected(sampling, CALCULATIONS, i -> i / 1e6)); // yields in hundredths of a basis point
        assertOneIn(n, selected(sampling, CALCULATIONS, i -> i)); // whole numbers
    }

    @Test
    void aBookValuedAtOneYieldIsSampledBondByBond() {
        Verifier sampling = Verifier.sampling(100);

        assertOneIn(
                100,
                LongStream.range(0, CALCULATIONS)
                        .filter(salt -> sampling.selects(0.0425, salt))
                        .count());
    }

    /** The counts come from the formula in the Javadoc, worked in Python's integers. */
    @ParameterizedTest
    @CsvSource({"2, 0, 5028", "10, 0, 954", "100, 0, 96", "100, 20250711, 106"})
    void theSampleIsTheSameOnEveryMachine(int n, long seed, long expected) {
        Verifier sampling = Verifier.builder()
                .policy(VerificationPolicy.sample(n).withSeed(seed))
                .build();

        assertThat(selected(sampling, 10_000, i -> i / 10_000.0)).isEqualTo(expected);
    }

    @Property
    void aCalculationIsDecidedTheSameWayEveryTime(
            @ForAll double yield, @ForAll long salt, @ForAll @IntRange(min = 1) int n) {
        assertThat(Verifier.sampling(n).selects(yield, salt))
                .isEqualTo(Verifier.sampling(n).selects(yield, salt));
        assertThat(Verifier.strict().selects(yield, salt)).isTrue();
        assertThat(Verifier.flagging().selects(yield, salt)).isTrue();
        assertThat(Verifier.sampling(1).selects(yield, salt)).isTrue();
        assertThat(Verifier.off().selects(yield, salt)).isFalse();
    }

    @Test
    void anotherSeedWidensTheSample() {
        Verifier today = Verifier.sampling(10);
        Verifier tomorrow = Verifier.builder()
                .policy(VerificationPolicy.sample(10).withSeed(1))
                .build();

        long both = selected(today, CALCULATIONS, i -> i / 1e6)
                - LongStream.range(0, CALCULATIONS)
                        .filter(i -> today.selects(i / 1e6) && !tomorrow.selects(i / 1e6))
                        .count();
        assertOneIn(100, both);
    }

    @Test
    void aRefusingSampleRefusesWhatItFindsAndLeavesTheRestUnchecked() {
        Verifier sampling = Verifier.builder()
                .policy(VerificationPolicy.sample(2).refusingUnconfirmed())
                .alerts(alert -> {})
                .build();
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            CalculationPath wrong = CalculationPath.computed("wrong", 1.0);
            CalculationPath right = CalculationPath.computed("right", 2.0);
            try {
                Verified price =
                        sampling.verify(Measure.CLEAN_PRICE, CalculationInputs.argumentOnly(), i / 1e4, right, wrong);
                assertThat(price.verdict()).isEqualTo(Verdict.NOT_CHECKED);
            } catch (DiscrepancyFound found) {
                refused++;
            }
        }
        assertThat(refused).isBetween(400, 600);
    }

    @Test
    void aSampleOfNothingIsRefused() {
        assertThatThrownBy(() -> Verifier.sampling(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Verifier.sampling(Integer.MIN_VALUE)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new VerificationPolicy(-1, true, 0)).isInstanceOf(InvalidInput.class);
    }
}
