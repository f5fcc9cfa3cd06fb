package io.bondtrader.risk.var;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.risk.factor.CurveFactors;
import io.bondtrader.risk.factor.ReturnKind;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * Payment days that one curve, one spread and one exchange rate move together, as plain numbers.
 *
 * <pre>
 *   ln D(g) = ln D₀(g) − (t_g·Δz(t_g) − t₀·Δz(t₀)) − τ_g·Δs      Δz  straight lines between the moves of zero rates
 *   t  times by the curve      t₀  settlement      τ  by ACT/365 fixed from settlement, as Z-spreads
 * </pre>
 */
final class FactorGrid implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    final int[] rateFactors; // places of the curve's factors among all
    final int spreadFactor; // -1 for none
    final int exchangeFactor; // -1 for none
    private final double exchangeRate; // today's
    private final double[] logDiscounts; // today's, to settlement
    private final double[] spreadYears; // τ
    private final int[] left; // the factor at or before each day
    private final double[] leftWeight; // times its time
    private final double[] rightWeight;
    private final double[] originWeights; // t₀ times the weight of each factor

    FactorGrid(
            DiscountCurve curve,
            LocalDate settlement,
            int[] days,
            CurveFactors factors,
            List<String> allFactors,
            int spreadFactor,
            int exchangeFactor,
            double exchangeRate) {
        this.rateFactors =
                factors.names().stream().mapToInt(allFactors::indexOf).toArray();
        this.spreadFactor = spreadFactor;
        this.exchangeFactor = exchangeFactor;
        this.exchangeRate = exchangeRate;
        this.logDiscounts = new double[days.length];
        this.spreadYears = new double[days.length];
        this.left = new int[days.length];
        this.leftWeight = new double[days.length];
        this.rightWeight = new double[days.length];
        this.originWeights = new double[rateFactors.length];
        double[] keys =
                factors.times().stream().mapToDouble(Double::doubleValue).toArray();
        double originYears = curve.years(settlement);
        double originLog = curve.logDiscountFactor(originYears);
        for (int g = 0; g < days.length; g++) {
            double time = curve.years(settlement.plusDays(days[g]));
            spreadYears[g] = days[g] / 365.0;
            logDiscounts[g] = curve.logDiscountFactor(time) - originLog;
            left[g] = leftKey(keys, time);
            double right = rightShare(keys, left[g], time);
            leftWeight[g] = time * (1 - right);
            rightWeight[g] = time * right;
        }
        int key = leftKey(keys, originYears);
        double right = rightShare(keys, key, originYears);
        originWeights[key] = originYears * (1 - right);
        if (right > 0) {
            originWeights[key + 1] = originYears * right;
        }
    }

    private static int leftKey(double[] keys, double time) {
        int key = 0;
        while (key + 1 < keys.length && keys[key + 1] <= time) {
            key++;
        }
        return key;
    }

    private static double rightShare(double[] keys, int left, double time) {
        if (left + 1 >= keys.length || time <= keys[left]) {
            return 0;
        }
        return (time - keys[left]) / (keys[left + 1] - keys[left]);
    }

    int days() {
        return logDiscounts.length;
    }

    /** Today's discount factors, a row a day. */
    double[][] discounts() {
        double[][] discounts = new double[logDiscounts.length][1];
        for (int g = 0; g < discounts.length; g++) {
            discounts[g][0] = Math.exp(logDiscounts[g]);
        }
        return discounts;
    }

    /** Discount factors of a run of scenarios, a row a day. */
    void discount(double[][] moves, int from, int width, double[][] discounts) {
        int rates = rateFactors.length;
        double[] shifts = new double[rates + 1]; // the last is never weighed
        for (int s = 0; s < width; s++) {
            double[] move = moves[from + s];
            double origin = 0;
            for (int i = 0; i < rates; i++) {
                shifts[i] = move[rateFactors[i]];
                origin += originWeights[i] * shifts[i];
            }
            double spread = spreadFactor < 0 ? 0 : move[spreadFactor];
            for (int g = 0; g < logDiscounts.length; g++) {
                int key = left[g];
                double shift = leftWeight[g] * shifts[key] + rightWeight[g] * shifts[key + 1];
                discounts[g][s] = Math.exp(logDiscounts[g] + origin - shift - spreadYears[g] * spread);
            }
        }
    }

    /** What a run of scenarios does to the exchange rate, over today's. */
    void exchange(double[][] moves, int from, int width, ReturnKind kind, double[] ratios) {
        for (int s = 0; s < width; s++) {
            ratios[s] =
                    exchangeFactor < 0 ? 1 : kind.apply(exchangeRate, moves[from + s][exchangeFactor]) / exchangeRate;
        }
    }
}
