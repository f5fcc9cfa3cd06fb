package io.bondtrader.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.RandomBonds;
import io.bondtrader.core.RandomBonds.Pick;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.YieldSolution;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random valid bonds at random settlements: every measure is a number and is confirmed. {@code -Dbondtrader.test.bonds=n}
 * says how many, {@code -Dbondtrader.test.seed=n} which.
 */
final class ManyBondsTest {

    private static final int SHOWN = 10;

    private final long bonds = Long.getLong("bondtrader.test.bonds", 20_000);
    private final long seed = Long.getLong("bondtrader.test.seed", 20260317);

    private final Verifier verifier = Verifier.builder().alerts(alert -> {}).build();
    private final Map<String, LongAdder> verdicts = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final LongAdder timeless = new LongAdder();

    @Test
    void everyMeasureOfRandomValidBondsIsConfirmedByItsSecondPath() {
        LongStream.range(0, bonds).parallel().forEach(this::check);

        System.out.printf(
                "%d random bonds, seed %d: %s, %d without time to maturity%n",
                bonds, seed, new java.util.TreeMap<>(verdicts), timeless.sum());
        assertThat(failures.stream().limit(SHOWN))
                .as("%d failures", failures.size())
                .isEmpty();
        assertThat(verdicts.keySet()).allMatch(verdict -> verdict.endsWith(" AGREED"));
    }

    private void check(long number) {
        Pick pick = RandomBonds.pick(new SplittableRandom(seed * 1_000_003L + number));
        try {
            check(number, pick);
        } catch (RuntimeException failure) {
            failures.add(number + " " + pick + ": " + failure);
        }
    }

    private void check(long number, Pick pick) {
        BondPricing pricing = BondPricing.of(pick.bond(), pick.settlement(), pick.yieldConvention());
        double yield = pick.yield();
        if (pick.bond() instanceof PerpetualBond || yield <= pricing.lowestYield()) {
            yield = Math.max(pricing.lowestYield(), 0.0) + Math.abs(yield) + 0.001;
        }
        VerifiedPricing verified = VerifiedPricing.of(pricing, verifier);
        Verified dirty = verified.dirtyPrice(yield);
        confirmed(number, pick, dirty);
        confirmed(number, pick, verified.cleanPrice(yield));
        confirmed(number, pick, verified.accruedInterest());
        if (!(pick.bond() instanceof PerpetualBond)) {
            confirmed(number, pick, verified.averageLife());
            verified.cashFlows().forEach(flow -> confirmed(number, pick, flow));
        }
        if (pricing.sensitivities(yield).weightedTime() == 0.0) { // exactly: day counts of months of thirty days
            timeless.increment();
            try {
                verified.yieldToMaturity(dirty.value() - pricing.accruedInterest());
                failures.add(number + " a yield without time: " + pick);
            } catch (NotConverged expected) {
                return;
            }
        }
        double clean = dirty.value() - pricing.accruedInterest();
        Verified solved = verified.yieldToMaturity(clean);
        confirmed(number, pick, solved);
        confirmed(number, pick, verified.modifiedDuration(yield));
        confirmed(number, pick, verified.macaulayDuration(yield));
        confirmed(number, pick, verified.convexity(yield));
        confirmed(number, pick, verified.dv01(yield));

        YieldSolution solution = pricing.solveYieldFromCleanPrice(clean);
        double resolution = 1e-12 * Math.max(100.0, dirty.value());
        // Where a price answers to the last bit of a yield by more than that, a double holds no better one.
        double lastBit = Math.ulp(solution.yield()) * dirty.value() * pricing.modifiedDuration(solution.yield());
        if (!(Math.abs(solution.residual()) <= resolution + 4.0 * Math.abs(lastBit))) {
            failures.add(number + " residual of " + solution + ": " + pick);
        }
        if (!(solution.lowerYield() <= solution.upperYield())) {
            failures.add(number + " bracket of " + solution + ": " + pick);
        }
    }

    private void confirmed(long number, Pick pick, Verified result) {
        verdicts.computeIfAbsent(result.measure().name() + " " + result.verdict(), key -> new LongAdder())
                .increment();
        if (!Double.isFinite(result.value()) || !result.isAgreed()) {
            failures.add(number + " " + result + ": " + pick);
        }
    }
}
