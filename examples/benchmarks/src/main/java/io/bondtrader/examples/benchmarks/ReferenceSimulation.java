package io.bondtrader.examples.benchmarks;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.risk.factor.CurveFactors;
import io.bondtrader.risk.factor.FactorMoves;
import io.bondtrader.risk.factor.ReturnKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A hundred bonds of two to thirty years off a curve of twelve nodes whose daily moves are normal and correlated by how far
 * apart their tenors are: a simulation that any library can set up again.
 */
final class ReferenceSimulation {

    static final double[] YEARS = {0.25, 0.5, 1, 2, 3, 5, 7, 10, 15, 20, 25, 30};

    static final CurveFactors FACTORS = new CurveFactors(
            Arrays.stream(YEARS).mapToObj(years -> "zero " + years).toList(),
            Arrays.stream(YEARS).boxed().toList());

    private static final BondConvention CONVENTION =
            BondConvention.builder("BENCHMARK").build();

    private ReferenceSimulation() {}

    static double zeroRate(double years) {
        return 0.02 + 0.015 * (1 - Math.exp(-years / 5));
    }

    static NodeCurve curve() {
        List<LocalDate> dates = new ArrayList<>();
        for (double years : YEARS) {
            dates.add(BenchmarkBonds.SETTLEMENT.plusMonths(Math.round(12 * years)));
        }
        return NodeCurve.ofZeroRates(
                "reference",
                BenchmarkBonds.SETTLEMENT,
                dates,
                Arrays.stream(YEARS).map(ReferenceSimulation::zeroRate).toArray(),
                Interpolators.LINEAR);
    }

    /** Bond b runs for round(2 (2 + 28 b/99)) half-years and pays 2 + 4 (b mod 10)/9 per cent. */
    static List<Bond> bonds() {
        List<Bond> bonds = new ArrayList<>();
        for (int b = 0; b < 100; b++) {
            int halfYears = halfYears(b);
            bonds.add(FixedCouponBond.of(
                    CONVENTION,
                    coupon(b),
                    BenchmarkBonds.SETTLEMENT,
                    BenchmarkBonds.SETTLEMENT.plusMonths(6L * halfYears)));
        }
        return bonds;
    }

    static int halfYears(int bond) {
        return (int) Math.round(2 * (2 + 28 * bond / 99.0));
    }

    static double coupon(int bond) {
        return 0.02 + 0.04 * (bond % 10) / 9;
    }

    /** Shocks of vol 10⁻⁴ (6 − 1.5 i/11) with correlation e^(−0.35 |ln(tᵢ/tⱼ)|). */
    static FactorMoves moves(int count) {
        int n = YEARS.length;
        double[][] root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = covariance(i, j);
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                root[i][j] = i == j ? Math.sqrt(sum) : sum / root[j][j];
            }
        }
        Random random = new Random(5);
        List<LocalDate> days = new ArrayList<>();
        double[][] moves = new double[count][n];
        double[] independent = new double[n];
        for (int t = 0; t < count; t++) {
            days.add(LocalDate.of(1990, 1, 1).plusDays(t));
            Arrays.setAll(independent, i -> random.nextGaussian());
            for (int i = 0; i < n; i++) {
                for (int k = 0; k <= i; k++) {
                    moves[t][i] += root[i][k] * independent[k];
                }
            }
        }
        return FactorMoves.of(FACTORS.names(), days, ReturnKind.ABSOLUTE, moves);
    }

    static double covariance(int i, int j) {
        return volatility(i) * volatility(j) * Math.exp(-0.35 * Math.abs(Math.log(YEARS[i] / YEARS[j])));
    }

    private static double volatility(int i) {
        return 1e-4 * (6 - 1.5 * i / 11);
    }
}
