package io.bondtrader.core.pricing;

import io.bondtrader.core.curve.CurveNode;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.internal.Exponential;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import java.time.LocalDate;
import java.util.List;

/**
 * A curve with a spread put on its zero rates, to prove that a spread reprices a bond: whoever discounts off it sees a
 * curve like any other. Its times are by ACT/365 fixed, as spreads are, whatever those of its base.
 *
 * @param base the curve
 * @param spread as a decimal
 * @param perYear how often the zero rates compound; 0 for continuously
 */
record SpreadedCurve(DiscountCurve base, double spread, double perYear) implements DiscountCurve {

    @Override
    public String name() {
        return base.name() + " with a spread";
    }

    @Override
    public LocalDate referenceDate() {
        return base.referenceDate();
    }

    @Override
    public DayCount dayCount() {
        return DayCounts.ACT_365F;
    }

    @Override
    public List<CurveNode> nodes() {
        return base.nodes();
    }

    @Override
    public double logDiscountFactor(double years) {
        double log = base.logDiscountFactor(baseYears(years));
        if (perYear == 0.0 || years == 0.0) { // exactly: compounds continuously, or no time has passed
            return log - spread * years;
        }
        double growth = Exponential.exp(-log / (perYear * years)) + spread / perYear;
        return -perYear * years * Exponential.log(growth);
    }

    /** The base's time of the same day. */
    private double baseYears(double years) {
        return base.dayCount() == DayCounts.ACT_365F
                ? years
                : base.years(referenceDate().plusDays(Math.round(years * 365.0)));
    }

    @Override
    public double instantaneousForward(double years) {
        double day = 1.0 / 365.0;
        return (logDiscountFactor(years) - logDiscountFactor(years + day)) / day;
    }

    @Override
    public void addLogDiscountSensitivities(double years, double weight, double[] sensitivities, int offset) {
        double scale = 1.0;
        if (perYear > 0.0 && years > 0.0) {
            double growth = Exponential.exp(-base.logDiscountFactor(baseYears(years)) / (perYear * years));
            scale = growth / (growth + spread / perYear);
        }
        base.addLogDiscountSensitivities(baseYears(years), weight * scale, sensitivities, offset);
    }
}
