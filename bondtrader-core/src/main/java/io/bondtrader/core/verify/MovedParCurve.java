package io.bondtrader.core.verify;

import io.bondtrader.core.curve.DiscountCurve;
import java.util.function.DoubleUnaryOperator;

/**
 * What a move of semiannual par yields does to a curve: the par bonds are taken off the curve, their yields are moved, and the
 * discount factors are bootstrapped anew, bond by bond. Between coupon days the change of the zero rate is a straight line.
 */
final class MovedParCurve {

    private final double[] zeroMoves; // at ½, 1, 1½ … years

    MovedParCurve(DiscountCurve curve, double lastYears, DoubleUnaryOperator parMove) {
        int count = (int) Math.max(1.0, Math.ceil(lastYears * 2.0 - 1e-9));
        this.zeroMoves = new double[count];
        double annuityBefore = 0.0;
        double annuityAfter = 0.0;
        for (int j = 0; j < count; j++) {
            double years = 0.5 * (j + 1);
            double before = StrictMath.exp(curve.logDiscountFactor(years));
            annuityBefore += before;
            double coupon = (1.0 - before) / annuityBefore + 0.5 * parMove.applyAsDouble(years);
            double after = (1.0 - coupon * annuityAfter) / (1.0 + coupon);
            annuityAfter += after;
            zeroMoves[j] = StrictMath.log(before / after) / years;
        }
    }

    /** What −ln P(t) gains. */
    double exponent(double years) {
        int last = zeroMoves.length - 1;
        double place = Math.max(0.0, Math.min(last, 2.0 * years - 1.0));
        int below = Math.min((int) place, Math.max(0, last - 1));
        double above = below == last ? zeroMoves[last] : zeroMoves[below + 1];
        return years * (zeroMoves[below] + (place - below) * (above - zeroMoves[below]));
    }
}
