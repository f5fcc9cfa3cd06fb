package io.bondtrader.risk.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults planted in the first path of a book's sensitivities: each is caught by the second. */
final class BookRiskDrillTest {

    private static final ValuedBook BOOK = ValuedBook.of(SampleBook.positions(60, 30), SampleBook.market());
    private static final BookRisk RISK = BookRisk.of(BOOK);
    private static final RiskTotals TRUE = RISK.totals();
    private static final VerifiedBookRisk VERIFIED = VerifiedBookRisk.of(RISK, Verifier.flagging());

    private static RiskTotals totals(double value, double dv01, double cs01, double convexity, List<Double> keys) {
        return new RiskTotals(
                TRUE.positions(), TRUE.face(), value, TRUE.accruedInterest(), dv01, cs01, convexity, keys);
    }

    private static List<Double> keysSwapped(int a, int b) {
        List<Double> keys = new ArrayList<>(TRUE.keyRateDv01s());
        keys.set(a, TRUE.keyRateDv01s().get(b));
        keys.set(b, TRUE.keyRateDv01s().get(a));
        return keys;
    }

    /** What went wrong, the totals it leaves, and the check that should see it. */
    static Stream<Arguments> faults() {
        double value = TRUE.marketValue();
        double dv01 = TRUE.dv01();
        double cs01 = TRUE.cs01();
        double convexity = TRUE.convexity();
        List<Double> keys = TRUE.keyRateDv01s();
        RiskTotals last = RISK.position(BOOK.size() - 1);
        RiskTotals euro = Objects.requireNonNull(RISK.by(Dimension.CURRENCY).get("EUR"));
        BiFunction<VerifiedBookRisk, RiskTotals, Verified> first = (v, t) -> v.keyRateDv01(5, t);
        BiFunction<VerifiedBookRisk, RiskTotals, Verified> worth = VerifiedBookRisk::marketValue;
        BiFunction<VerifiedBookRisk, RiskTotals, Verified> rates = VerifiedBookRisk::dv01;
        BiFunction<VerifiedBookRisk, RiskTotals, Verified> spreads = VerifiedBookRisk::cs01;
        BiFunction<VerifiedBookRisk, RiskTotals, Verified> second = VerifiedBookRisk::convexity;
        return Stream.of(
                Arguments.of(
                        "the last position left out of the worth",
                        totals(value - last.marketValue(), dv01, cs01, convexity, keys),
                        worth),
                Arguments.of(
                        "clean worth instead of dirty",
                        totals(value - TRUE.accruedInterest(), dv01, cs01, convexity, keys),
                        worth),
                Arguments.of(
                        "euro added up as dollars",
                        totals(value - euro.marketValue() * (1 - 1 / 1.17), dv01, cs01, convexity, keys),
                        worth),
                Arguments.of("DV01 with the wrong sign", totals(value, -dv01, cs01, convexity, keys), rates),
                Arguments.of(
                        "DV01 of a short position counted as long",
                        totals(value, dv01 + 2 * Math.abs(last.dv01()), cs01, convexity, keys),
                        rates),
                Arguments.of(
                        "DV01 off by one part in ten thousand",
                        totals(value, dv01 * 1.0001, cs01, convexity, keys),
                        rates),
                Arguments.of(
                        "DV01 without the convexity of time: per year compounding",
                        totals(value, dv01 / 1.02, cs01, convexity, keys),
                        rates),
                Arguments.of(
                        "CS01 as if there were no spread", totals(value, dv01, cs01 * 1.01, convexity, keys), spreads),
                Arguments.of(
                        "CS01 per percent instead of per basis point",
                        totals(value, dv01, cs01 * 100, convexity, keys),
                        spreads),
                Arguments.of("two keys swapped", totals(value, dv01, cs01, convexity, keysSwapped(5, 6)), first),
                Arguments.of(
                        "a key moved all of the curve",
                        totals(
                                value,
                                dv01,
                                cs01,
                                convexity,
                                List.of(0.0, 0.0, 0.0, 0.0, 0.0, dv01, 0.0, 0.0, 0.0, 0.0, 0.0)),
                        first),
                Arguments.of("convexity halved", totals(value, dv01, cs01, convexity / 2, keys), second));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void isCaught(String fault, RiskTotals wrong, BiFunction<VerifiedBookRisk, RiskTotals, Verified> check) {
        assertThat(check.apply(VERIFIED, TRUE).isAgreed())
                .as("without the fault")
                .isTrue();
        assertThat(check.apply(VERIFIED, wrong).isAgreed()).as(fault).isFalse();
    }

    @Test
    void aStrictPolicyRefusesWhatWasNotConfirmed() {
        VerifiedBookRisk strict = VerifiedBookRisk.of(RISK, Verifier.strict());

        assertThatThrownBy(() -> strict.dv01(totals(0, TRUE.dv01() * 2, 0, 0, TRUE.keyRateDv01s())))
                .isInstanceOf(DiscrepancyFound.class);
        assertThat(strict.dv01().value()).isEqualTo(TRUE.dv01());
    }
}
