package io.bondtrader.risk.sensitivity;

import io.bondtrader.core.curve.DiscountCurve;
import java.time.LocalDate;
import java.util.Arrays;

/** The payment days of the bonds of one currency, ascending, and the times of its curve at them. */
final class CurrencyGrid {

    final DiscountCurve curve;
    final int[] days; // from settlement
    final double[] curveYears; // as the curve measures them, from its reference date
    final double[] years; // by ACT/365 fixed from settlement
    final double originYears;

    CurrencyGrid(DiscountCurve curve, LocalDate settlement, int[] distinctDays) {
        this.curve = curve;
        this.days = distinctDays;
        this.curveYears = new double[days.length];
        this.years = new double[days.length];
        this.originYears = curve.years(settlement);
        for (int g = 0; g < days.length; g++) {
            curveYears[g] = curve.years(settlement.plusDays(days[g]));
            years[g] = days[g] / 365.0;
        }
    }

    int place(int day) {
        return Arrays.binarySearch(days, day);
    }

    /** P(t)/P(settlement) of a curve with the times of this one's. */
    double[] factors(DiscountCurve moved) {
        double[] factors = new double[days.length];
        moved.logDiscountFactors(curveYears, 0, curveYears.length, factors);
        double origin = originYears == 0 ? 0 : moved.logDiscountFactor(originYears);
        for (int g = 0; g < factors.length; g++) {
            factors[g] = Math.exp(factors[g] - origin);
        }
        return factors;
    }
}
