package io.bondtrader.core.verify;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.MissingData;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A curve on the payment days of a book, for the second path: forward rates integrated from day to day, and for each
 * sequence of days the factors and their running sums. A day that the curve does not reach has NaN.
 */
final class WalkedCurve {

    private final double[][] factors; // by sequence, from settlement
    private final double[][] sums; // Σ factors up to and with each payment
    private final String method;

    WalkedCurve(DiscountCurve curve, LocalDate settlement, List<PaymentSequence> sequences) {
        BitSet used = new BitSet();
        for (PaymentSequence sequence : sequences) {
            for (int day : sequence.days()) {
                used.set(day);
            }
        }
        CurveWalk walk = new CurveWalk(curve);
        this.method = walk.method();
        double origin = walk.logDiscountFactor(curve.years(settlement));
        double[] byDay = new double[used.length()];
        Arrays.fill(byDay, Double.NaN);
        try {
            for (int day = used.nextSetBit(0); day >= 0; day = used.nextSetBit(day + 1)) {
                double years = curve.years(settlement.plusDays(day));
                byDay[day] = StrictMath.exp(walk.logDiscountFactor(years) - origin);
            }
        } catch (BondTraderException unreached) {
            // this day and all after it stay NaN
        }
        this.factors = new double[sequences.size()][];
        this.sums = new double[sequences.size()][];
        for (int s = 0; s < factors.length; s++) {
            int[] days = sequences.get(s).days();
            factors[s] = new double[days.length];
            sums[s] = new double[days.length];
            double sum = 0.0;
            for (int k = 0; k < days.length; k++) {
                factors[s][k] = byDay[days[k]];
                sum += factors[s][k];
                sums[s][k] = sum;
            }
        }
    }

    String method() {
        return method;
    }

    double[] factors(int sequence) {
        return factors[sequence];
    }

    /** What a first payment, level ones after it and a last one are worth: running sums, not single flows. */
    double level(int sequence, double first, double level, double last) {
        double[] factor = factors[sequence];
        double[] sum = sums[sequence];
        int end = factor.length - 1;
        if (end == 0) {
            return last * factor[0];
        }
        return first * factor[0] + level * (sum[end - 1] - sum[0]) + last * factor[end];
    }

    static BondTraderException unreached() {
        return new MissingData("the curve does not reach the last payment of the second path");
    }
}
