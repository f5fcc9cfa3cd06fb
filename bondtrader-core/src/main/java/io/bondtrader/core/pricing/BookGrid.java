package io.bondtrader.core.pricing;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.internal.Exponential;
import io.bondtrader.core.time.DayCounts;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A curve on the payment days of a book: every discount factor is looked up once, however many bonds pay on its day. Where
 * the curve does not reach, the factor is NaN and the curve's refusal is kept.
 */
final class BookGrid {

    final double[] curveYears; // as the curve measures them, from its reference date
    final double[] years; // by ACT/365 fixed from settlement
    final double[] logFactors; // ln P(t), from the reference date
    final double[] factors; // P(t)
    final double[] forwardLogs; // ln(P(t)/P(settlement))
    final double originYears;
    final double originFactor; // P(settlement)
    final @Nullable BondTraderException refusal; // of the first day that the curve does not reach

    BookGrid(DiscountCurve curve, LocalDate settlement, int[] days) {
        LocalDate reference = curve.referenceDate();
        InvalidInput.unless(
                !reference.isAfter(settlement),
                "curve.referenceDate",
                reference,
                "settlement or before: " + settlement);
        boolean together = reference.equals(settlement) && curve.dayCount() == DayCounts.ACT_365F;
        this.years = new double[days.length];
        this.logFactors = new double[days.length];
        this.factors = new double[days.length];
        this.curveYears = together ? years : new double[days.length];
        this.originYears = curve.years(settlement);
        double originLog = together ? 0.0 : curve.logDiscountFactor(originYears);
        this.originFactor = together ? 1.0 : curve.discountFactor(originYears);
        this.forwardLogs = together ? logFactors : new double[days.length];
        for (int g = 0; g < days.length; g++) {
            years[g] = days[g] / 365.0; // ACT/365 fixed
            curveYears[g] = together ? years[g] : curve.years(settlement.plusDays(days[g]));
        }
        this.refusal = look(curve);
        for (int g = 0; g < days.length; g++) {
            factors[g] = Exponential.exp(logFactors[g]);
            forwardLogs[g] = together ? logFactors[g] : logFactors[g] - originLog;
        }
    }

    /** Fills what the curve says, and returns why it does not say more. */
    private @Nullable BondTraderException look(DiscountCurve curve) {
        try {
            curve.logDiscountFactors(curveYears, 0, curveYears.length, logFactors);
            return null;
        } catch (BondTraderException somewhere) {
            BondTraderException first = null;
            for (int g = 0; g < curveYears.length; g++) {
                try {
                    logFactors[g] = curve.logDiscountFactor(curveYears[g]);
                } catch (BondTraderException failure) {
                    first = first == null ? failure : first;
                    logFactors[g] = Double.NaN;
                }
            }
            return first;
        }
    }
}
