package io.bondtrader.risk.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.limit.Scope;
import io.bondtrader.risk.sensitivity.Dimension;
import io.bondtrader.risk.sensitivity.ValuedBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults planted in the first path of a stress test: each is caught by pricing position by position. */
final class StressDrillTest {

    private static final ValuedBook BOOK = SampleStress.book(80);
    private static final StressTest TEST = StressTest.of(BOOK);
    private static final StressScenario SCENARIO = SampleStress.everything();
    private static final VerifiedStress VERIFIED = VerifiedStress.of(TEST, Verifier.flagging());

    /** The P&L of the scenario with one effect replaced, or left out if there is none to replace it. */
    private static double with(int place, StressEffect... replacement) {
        List<StressEffect> effects = new ArrayList<>(SCENARIO.effects());
        effects.remove(place);
        effects.addAll(List.of(replacement));
        return TEST.run(new StressScenario("wrong", effects)).total();
    }

    static Stream<Arguments> faults() {
        StressResult right = TEST.run(SCENARIO);
        Map<StressFactor, Double> parts = right.byFactor();
        return Stream.of(
                Arguments.of("the scenario turned round", -right.total()),
                Arguments.of("one position left out", right.total() - right.position(3)),
                Arguments.of("the move of all curves left out", with(0)),
                Arguments.of(
                        "a parallel move for a steeper curve",
                        with(0, new StressEffect.Rates(null, CurveScenario.parallel(0.005)))),
                Arguments.of("the euro's own move left out", with(1)),
                Arguments.of("spreads of everybody left out", with(2)),
                Arguments.of(
                        "a part of the spread taken for an amount",
                        with(3, new StressEffect.Spreads(SampleStress.FINANCIALS, 0.5, 0))),
                Arguments.of(
                        "one notch for two",
                        with(
                                4,
                                new StressEffect.Downgrade(
                                        Scope.of(Dimension.RATING, "BBB"), 1, SampleStress.TABLE, 1))),
                Arguments.of(
                        "loss given default for recovery",
                        with(5, new StressEffect.Default(Scope.of(Dimension.ISSUER, "issuer 3"), 0.6))),
                Arguments.of(
                        "another issuer defaults",
                        with(5, new StressEffect.Default(Scope.of(Dimension.ISSUER, "issuer 2"), 0.4))),
                Arguments.of("the currency moves the other way", with(6, new StressEffect.Currencies("EUR", 0.08))),
                Arguments.of(
                        "the whole widening for half of it",
                        with(7, new StressEffect.Liquidity(Scope.all(), 0.008, 0))),
                Arguments.of("a haircut on every desk", with(8, new StressEffect.Liquidity(Scope.all(), 0, 0.03))),
                Arguments.of(
                        "the cost of closing earned",
                        right.total() - 2 * parts.getOrDefault(StressFactor.LIQUIDITY, 0.0)),
                Arguments.of("a loss off by one part in a million", right.total() * (1 + 1e-6)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void isCaught(String fault, double wrong) {
        assertThat(VERIFIED.total(SCENARIO).isAgreed()).as("without the fault").isTrue();
        assertThat(VERIFIED.total(SCENARIO, wrong).isAgreed()).as(fault).isFalse();
    }

    @Test
    void aStrictPolicyRefusesWhatWasNotConfirmed() {
        VerifiedStress strict = VerifiedStress.of(TEST, Verifier.strict());

        assertThat(strict.position(0, SCENARIO).value())
                .isEqualTo(TEST.run(SCENARIO).position(0));
        assertThatThrownBy(() -> strict.position(0, SCENARIO, 1)).isInstanceOf(DiscrepancyFound.class);
    }
}
