package io.bondtrader.core.pricing;

import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;

/**
 * A curve seen as par bonds, one maturing at the end of each coupon period:
 *
 * <pre>
 *   1 = (yⱼ/f)·Aⱼ + Pⱼ,   Aⱼ = Σ Pₘ over m ≤ j          yⱼ  par yield at tⱼ = j/f
 *   ∂Pⱼ = −(Aⱼ·∂yⱼ + yⱼ·∂Aⱼ₋₁)/f / (1 + yⱼ/f)
 * </pre>
 *
 * <p>The second line is what a move of the par yields does to the discount factors, bond by bond. As a move of zero
 * rates, −∂ln Pⱼ/tⱼ, it is interpolated by straight lines between the coupon days and flat before the first and after the
 * last.
 */
final class ParGrid {

    private static final int MOST_PERIODS = 12_000;

    private final double perYear;
    private final double[] factors;
    private final double[] annuities;

    private ParGrid(double perYear, double[] factors, double[] annuities) {
        this.perYear = perYear;
        this.factors = factors;
        this.annuities = annuities;
    }

    static ParGrid of(DiscountCurve curve, Compounding compounding, double lastYears) {
        double perYear = compounding.periodsPerYear(2);
        double periods = Math.ceil(lastYears * perYear - 1e-9);
        InvalidInput.unless(periods <= MOST_PERIODS, "lastYears", lastYears, "within reach of par bonds");
        int count = Math.max(1, (int) periods);
        double[] factors = new double[count];
        double[] annuities = new double[count];
        double sum = 0.0;
        for (int j = 0; j < count; j++) {
            factors[j] = curve.discountFactor((j + 1) / perYear);
            sum += factors[j];
            annuities[j] = sum;
        }
        return new ParGrid(perYear, factors, annuities);
    }

    private double parYield(int period) {
        return perYear * (1.0 - factors[period]) / annuities[period];
    }

    /** Zero-rate moves at the coupon days for a unit of one key's par yield. */
    double[] moved(KeyTenors tenors, int key) {
        double[] weights = new double[factors.length];
        for (int j = 0; j < weights.length; j++) {
            weights[j] = tenors.weight(key, (j + 1) / perYear);
        }
        return zeroMoves(weights);
    }

    /** Zero-rate moves at the coupon days where all par yields move by one. */
    double[] movedTogether() {
        double[] weights = new double[factors.length];
        java.util.Arrays.fill(weights, 1.0);
        return zeroMoves(weights);
    }

    private double[] zeroMoves(double[] parMoves) {
        double[] moves = new double[factors.length];
        double annuityMove = 0.0;
        for (int j = 0; j < moves.length; j++) {
            double coupon = parYield(j) / perYear;
            double move = -(annuities[j] * parMoves[j] / perYear + coupon * annuityMove) / (1.0 + coupon);
            annuityMove += move;
            moves[j] = -move / factors[j] / ((j + 1) / perYear);
        }
        return moves;
    }

    /** What −ln P(t) gains where the zero rates of the coupon days move. */
    double exponent(double[] moves, double years) {
        double place = years * perYear - 1.0;
        int last = moves.length - 1;
        if (place <= 0.0) {
            return moves[0] * years;
        }
        int below = (int) place;
        if (below >= last) {
            return moves[last] * years;
        }
        double share = place - below;
        return ((1.0 - share) * moves[below] + share * moves[below + 1]) * years;
    }
}
