package io.bondtrader.risk.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.trade.Position;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

/** Laws of books, whatever is held. */
final class BookRiskProperties {

    private static final String SEED = "20250714";

    private static RiskTotals totals(List<Position> positions) {
        return BookRisk.of(ValuedBook.of(positions, SampleBook.market())).totals();
    }

    private static List<Position> some(int count, long seed) {
        List<Position> positions = new ArrayList<>(SampleBook.positions(60, 30));
        Collections.shuffle(positions, new Random(seed));
        return positions.subList(0, count);
    }

    private static void same(RiskTotals a, RiskTotals b, double factor) {
        assertThat(a.marketValue()).isCloseTo(factor * b.marketValue(), within(1e-4));
        assertThat(a.dv01()).isCloseTo(factor * b.dv01(), within(1e-6));
        assertThat(a.cs01()).isCloseTo(factor * b.cs01(), within(1e-6));
        assertThat(a.accruedInterest()).isCloseTo(factor * b.accruedInterest(), within(1e-6));
        for (int key = 0; key < a.keyRateDv01s().size(); key++) {
            assertThat(a.keyRateDv01s().get(key))
                    .isCloseTo(factor * b.keyRateDv01s().get(key), within(1e-6));
        }
    }

    @Property(tries = 60, seed = SEED)
    void theOrderOfPositionsDoesNotMatter(
            @ForAll @IntRange(min = 1, max = 40) int count, @ForAll @LongRange(min = 0, max = 9_999) long seed) {
        List<Position> positions = new ArrayList<>(some(count, seed));
        RiskTotals before = totals(positions);
        Collections.reverse(positions);

        same(totals(positions), before, 1);
    }

    @Property(tries = 60, seed = SEED)
    void aPositionInTwoHalvesIsThePosition(
            @ForAll @IntRange(min = 1, max = 40) int count, @ForAll @LongRange(min = 0, max = 9_999) long seed) {
        List<Position> halves = new ArrayList<>();
        for (Position held : some(count, seed)) {
            BigDecimal part = held.face().multiply(new BigDecimal("0.3"));
            halves.add(held.plus(part.negate()));
            halves.add(held.plus(held.face().negate().add(part)));
        }

        same(totals(halves), totals(some(count, seed)), 1);
    }

    @Property(tries = 60, seed = SEED)
    void whatIsSoldShortLosesWhatIsHeldEarns(
            @ForAll @IntRange(min = 1, max = 40) int count, @ForAll @LongRange(min = 0, max = 9_999) long seed) {
        List<Position> sold = some(count, seed).stream()
                .map(held -> held.plus(held.face().multiply(BigDecimal.valueOf(-2))))
                .toList();

        same(totals(sold), totals(some(count, seed)), -1);
    }

    @Property(tries = 60, seed = SEED)
    void aSmallMoveLosesWhatTheSensitivitiesSay(
            @ForAll @IntRange(min = 1, max = 40) int count,
            @ForAll @LongRange(min = 0, max = 9_999) long seed,
            @ForAll @Scale(5) @DoubleRange(min = -0.002, max = 0.002) double shift) {
        ValuedBook book = ValuedBook.of(some(count, seed), SampleBook.market());
        RiskTotals risk = BookRisk.of(book).totals();
        List<CurveScenario> moves = List.of(CurveScenario.parallel(0), CurveScenario.parallel(shift));

        double[] worth = book.marketValues(moves, Parallelism.callingThread());

        double points = shift * 1e4;
        double expected = -risk.dv01() * points + 0.5 * risk.convexity() * points * points;
        double third = 0.0; // what the next term may be: every bond's, without its sign
        for (int i = 0; i < book.size(); i++) {
            double years = book.maturityYears(book.securityOf(i)) + 1;
            third += Math.abs(book.marketValue(i)) * Math.pow(years * Math.abs(shift), 3) / 6;
        }
        assertThat(worth[1] - worth[0]).isCloseTo(expected, within(1.1 * third + 1e-4 * Math.abs(expected) + 1e-4));
    }
}
