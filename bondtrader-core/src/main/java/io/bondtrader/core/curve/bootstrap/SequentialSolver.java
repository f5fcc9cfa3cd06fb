package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import java.util.function.DoubleUnaryOperator;

/**
 * One pillar after the other, each by bracketing its zero rate and false position. Uses no derivatives and no matrices.
 *
 * <p>Where a later pillar moves the curve before it, a first round on straight lines gives all pillars a value; rounds on
 * the whole curve follow until no pillar moves any more.
 */
final class SequentialSolver {

    private static final int MAX_ROUNDS = 300;
    private static final int MAX_WIDENINGS = 40;
    private static final double FARTHEST = 20.0; // a zero rate of 2,000% more or less
    private static final double SETTLED = 2e-16;

    private SequentialSolver() {}

    static Solution solve(CurveSystem system) {
        double[] values = system.firstGuess();
        for (int c = 0; c < system.curves(); c++) {
            firstRound(system, c, values);
        }
        if (system.curves() == 1 && system.shape(0).isLocal()) {
            return new Solution(values, 1);
        }
        double before = Double.POSITIVE_INFINITY;
        for (int round = 2; round <= MAX_ROUNDS; round++) {
            double moved = round(system, values, Math.min(1e-3, Math.max(1e-13, 4.0 * before)));
            double norm = system.norm(system.residuals(values));
            // Rounding can keep a pillar moving between neighbouring doubles for ever.
            if (moved <= SETTLED || (norm <= GlobalSolver.MET / 100.0 && moved < 1e-13 && moved >= 0.5 * before)) {
                return new Solution(values, round);
            }
            before = moved;
        }
        double[] residuals = system.residuals(values);
        if (system.norm(residuals) <= GlobalSolver.MET) {
            return new Solution(values, MAX_ROUNDS);
        }
        throw GlobalSolver.notConverged(system, residuals, values, MAX_ROUNDS);
    }

    private static void firstRound(CurveSystem system, int curve, double[] values) {
        CurveShape shape = system.shape(curve);
        double[] own = system.part(values, curve);
        DiscountCurve[] curves = system.draw(values);
        for (int k = 0; k < shape.size(); k++) {
            int node = k;
            CurveInstrument instrument = system.instruments(curve).get(k);
            DoubleUnaryOperator miss = zeroRate -> {
                own[node] = shape.valueFromZeroRate(node, zeroRate);
                curves[curve] = shape.drawStraight(own, node + 1);
                return instrument.impliedQuote(system.discounting(curves), CurveSystem.projection(curves))
                        - instrument.quote();
            };
            double start = shape.zeroRateFromValue(Math.max(0, k - 1), own[Math.max(0, k - 1)]);
            own[k] = shape.valueFromZeroRate(k, root(instrument, miss, start, 0.01));
        }
        System.arraycopy(own, 0, values, system.offset(curve), own.length);
    }

    /** Solves for each pillar on the whole curve, and returns how far zero rates moved. */
    private static double round(CurveSystem system, double[] values, double width) {
        double moved = 0.0;
        for (int c = 0; c < system.curves(); c++) {
            CurveShape shape = system.shape(c);
            int curve = c;
            double[] own = system.part(values, c);
            DiscountCurve[] curves = system.draw(values);
            for (int k = 0; k < shape.size(); k++) {
                int node = k;
                CurveInstrument instrument = system.instruments(c).get(k);
                double start = shape.zeroRateFromValue(k, own[k]);
                DoubleUnaryOperator miss = zeroRate -> {
                    own[node] = shape.valueFromZeroRate(node, zeroRate);
                    curves[curve] = shape.draw(own, own.length);
                    return instrument.impliedQuote(system.discounting(curves), CurveSystem.projection(curves))
                            - instrument.quote();
                };
                double root = root(instrument, miss, start, width);
                own[k] = shape.valueFromZeroRate(k, root);
                moved = Math.max(moved, Math.abs(root - start));
            }
            System.arraycopy(own, 0, values, system.offset(c), own.length);
        }
        return moved;
    }

    /** Widens an interval around a start until the quote lies within, then closes it by the method of Illinois. */
    private static double root(CurveInstrument instrument, DoubleUnaryOperator miss, double start, double width) {
        double missStart = miss.applyAsDouble(start);
        if (missStart == 0.0) {
            return start;
        }
        double low = start;
        double high = start;
        double missLow = missStart;
        double missHigh = missStart;
        double reachDown = width;
        double reachUp = width;
        for (int k = 0; k < MAX_WIDENINGS && missLow * missHigh > 0.0; k++) {
            double missBelow = tried(miss, start - reachDown);
            if (Double.isFinite(missBelow)) {
                low = start - reachDown;
                missLow = missBelow;
                reachDown = Math.min(FARTHEST, 4.0 * reachDown);
            } else {
                reachDown = 0.5 * (reachDown + (start - low));
            }
            double missAbove = tried(miss, start + reachUp);
            if (Double.isFinite(missAbove)) {
                high = start + reachUp;
                missHigh = missAbove;
                reachUp = Math.min(FARTHEST, 4.0 * reachUp);
            } else {
                reachUp = 0.5 * (reachUp + (high - start));
            }
        }
        if (missLow * missHigh > 0.0) {
            throw new NotConverged(
                    "no zero rate at the pillar of " + instrument.label() + " gives its quote " + instrument.quote(),
                    MAX_WIDENINGS,
                    start,
                    missStart);
        }
        return closed(miss, low, missLow, high, missHigh);
    }

    /** What is missed at a rate so far away that there may be no curve; then, not a number. */
    private static double tried(DoubleUnaryOperator miss, double zeroRate) {
        try {
            return miss.applyAsDouble(zeroRate);
        } catch (InvalidInput noCurve) {
            return Double.NaN;
        }
    }

    private static double closed(DoubleUnaryOperator miss, double low, double missLow, double high, double missHigh) {
        double a = low;
        double b = high;
        double missA = missLow;
        double missB = missHigh;
        double weightA = missA;
        double weightB = missB;
        int side = 0; // which end moved last: -1 the lower, 1 the upper
        for (int k = 0; k < 200 && missA != 0.0 && missB != 0.0; k++) {
            double middle = 0.5 * (a + b);
            if (!(middle > a && middle < b)) {
                break; // neighbouring doubles
            }
            double next = k % 8 == 7 ? middle : (a * weightB - b * weightA) / (weightB - weightA);
            if (!(next > a && next < b)) {
                next = middle;
            }
            double missNext = miss.applyAsDouble(next);
            if (missNext * missA > 0.0) {
                a = next;
                missA = missNext;
                weightA = missNext;
                weightB *= side < 0 ? 0.5 : 1.0;
                side = -1;
            } else {
                b = next;
                missB = missNext;
                weightB = missNext;
                weightA *= side > 0 ? 0.5 : 1.0;
                side = 1;
            }
        }
        return Math.abs(missA) <= Math.abs(missB) ? a : b;
    }
}
