package io.bondtrader.risk.credit;

import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.pricing.BondPricing;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;

/**
 * The intensity of default by time, constant between nodes.
 *
 * <pre>
 *   S(t) = e^(−∫₀ᵗ h(u) du)                               probability of no default until t
 *   V = Σ c_k·P(t_k)·S(t_k) + R·100·∫ P(u)·h(u)·S(u) du   a bond whose recovery R is of its face, paid at default
 * </pre>
 *
 * <p>Source: D. Lando, "On Cox processes and credit risky securities", Review of Derivatives Research 2, 1998; D. O'Kane,
 * Modelling Single-name and Multi-name Credit Derivatives, Wiley 2008, chapters 3 and 6.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class HazardCurve {

    /** Longest step of the integral over default times, in years; each takes one evaluation of Simpson's rule. */
    private static final double STEP = 1.0 / 12.0;

    private final double[] ends; // of each interval but the last, in years
    private final double[] rates; // one more than ends

    private HazardCurve(double[] ends, double[] rates) {
        this.ends = ends;
        this.rates = rates;
    }

    /**
     * Returns one intensity for all times.
     *
     * @param rate per year, 0 to 100
     * @return the curve
     * @throws InvalidInput if the rate is out of range
     */
    public static HazardCurve flat(double rate) {
        return of(new double[0], new double[] {rate});
    }

    /**
     * Returns intensities that change at given times.
     *
     * @param years when they change, positive and ascending
     * @param rates per year, 0 to 100: one before each time, and one after the last
     * @return the curve
     * @throws InvalidInput if the times do not ascend, a rate is out of range or there is not one rate more than times
     */
    public static HazardCurve of(double[] years, double[] rates) {
        InvalidInput.unless(
                rates.length == years.length + 1, "rates", rates.length, "one more than times, " + (years.length + 1));
        double last = 0.0;
        for (double time : years) {
            InvalidInput.unless(time > last && time <= 1_000.0, "years", time, "ascending, above " + last);
            last = time;
        }
        for (double rate : rates) {
            InvalidInput.unless(rate >= 0.0 && rate <= 100.0, "rate", rate, "0 to 100");
        }
        return new HazardCurve(years.clone(), rates.clone());
    }

    /**
     * Returns the intensity that a spread stands for: the credit triangle h = s / (1 − R).
     *
     * @param spread per year, 0 or more
     * @param recovery R, from 0, below 1
     * @return the flat curve
     * @throws InvalidInput if an argument is out of range
     */
    public static HazardCurve ofSpread(double spread, double recovery) {
        InvalidInput.unless(recovery >= 0.0 && recovery < 1.0, "recovery", recovery, "0 or more, below 1");
        InvalidInput.unless(spread >= 0.0 && spread <= 10.0, "spread", spread, "0 to 10");
        return flat(spread / (1.0 - recovery));
    }

    /**
     * Returns the intensities that lead to given probabilities of survival.
     *
     * @param years times, positive and ascending
     * @param survival the probability at each, above 0, to 1, not rising
     * @return the curve; the last intensity goes on
     * @throws InvalidInput if there is no time, they do not ascend, or a probability is out of range or rises
     */
    public static HazardCurve ofSurvival(double[] years, double[] survival) {
        InvalidInput.unless(years.length > 0, "years", "none", "at least one");
        InvalidInput.unless(survival.length == years.length, "survival", survival.length, "as many as years");
        double[] rates = new double[years.length + 1];
        double time = 0.0;
        double before = 1.0;
        for (int k = 0; k < years.length; k++) {
            InvalidInput.unless(
                    survival[k] > 0.0 && survival[k] <= before, "survival", survival[k], "above 0, to " + before);
            InvalidInput.unless(years[k] > time, "years", years[k], "ascending, above " + time);
            rates[k] = Math.log(before / survival[k]) / (years[k] - time);
            time = years[k];
            before = survival[k];
        }
        rates[years.length] = rates[years.length - 1];
        return of(years, rates);
    }

    /**
     * Returns the intensity at a time.
     *
     * @param years 0 or more; at a node the later intensity counts
     * @return per year
     * @throws InvalidInput if the time is negative or not finite
     */
    public double hazardRate(double years) {
        requireTime(years);
        int k = 0;
        while (k < ends.length && years >= ends[k]) {
            k++;
        }
        return rates[k];
    }

    /**
     * Returns the probability of no default until a time.
     *
     * @param years 0 or more
     * @return S(t)
     * @throws InvalidInput if the time is negative or not finite
     */
    public double survivalProbability(double years) {
        requireTime(years);
        double sum = 0.0;
        double from = 0.0;
        for (int k = 0; k < rates.length && from < years; k++) {
            double to = k < ends.length ? Math.min(ends[k], years) : years;
            sum += rates[k] * (to - from);
            from = to;
        }
        return Math.exp(-sum);
    }

    /**
     * Returns the probability of default by a time.
     *
     * @param years 0 or more
     * @return 1 − S(t)
     * @throws InvalidInput if the time is negative or not finite
     */
    public double defaultProbability(double years) {
        return 1.0 - survivalProbability(years);
    }

    /**
     * Returns the probability of default within a span, seen from today.
     *
     * @param fromYears its start, 0 or more
     * @param toYears its end, not before the start
     * @return S(from) − S(to)
     * @throws InvalidInput if the span is none
     */
    public double defaultProbability(double fromYears, double toYears) {
        InvalidInput.unless(toYears >= fromYears, "toYears", toYears, "not before " + fromYears);
        return survivalProbability(fromYears) - survivalProbability(toYears);
    }

    /**
     * Returns what a bond is worth that may default.
     *
     * @param pricing the bond and its settlement
     * @param curve discounts without default; its reference date is not after the settlement
     * @param recovery the share of the face that is paid at default, 0 to 1
     * @return the dirty price per 100 on the settlement
     * @throws InvalidInput if the recovery is out of range or the settlement before the curve
     * @throws MissingData if the curve does not reach the bond's end
     */
    public double dirtyPrice(BondPricing pricing, DiscountCurve curve, double recovery) {
        InvalidInput.unless(recovery >= 0.0 && recovery <= 1.0, "recovery", recovery, "0 to 1");
        LocalDate settlement = pricing.settlement();
        double start = curve.years(settlement);
        double value = 0.0;
        double outstanding = 100.0;
        double from = 0.0;
        for (CashFlow flow : pricing.cashFlows()) {
            double time = curve.years(pricing.bond().convention().paymentDate(flow.dueDate())) - start;
            value += flow.amount() * discount(curve, start, time) * survivalProbability(time);
            value += recovery * outstanding * protection(curve, start, from, time);
            outstanding -= flow.principal();
            from = time;
        }
        return value;
    }

    /** ∫ P·h·S du by Simpson's rule on short steps that end where the intensity changes. */
    private double protection(DiscountCurve curve, double start, double from, double to) {
        TreeSet<Double> bounds = new TreeSet<>();
        int steps = (int) Math.ceil((to - from) / STEP);
        for (int k = 0; k <= steps; k++) {
            bounds.add(Math.min(to, from + (to - from) * k / Math.max(1, steps)));
        }
        for (double end : ends) {
            if (end > from && end < to) {
                bounds.add(end);
            }
        }
        double sum = 0.0;
        double left = from;
        for (double right : bounds) {
            if (right > left) {
                double middle = 0.5 * (left + right);
                double rate = hazardRate(left);
                sum += rate
                        * (right - left)
                        / 6.0
                        * (discount(curve, start, left) * survivalProbability(left)
                                + 4.0 * discount(curve, start, middle) * survivalProbability(middle)
                                + discount(curve, start, right) * survivalProbability(right));
                left = right;
            }
        }
        return sum;
    }

    private static double discount(DiscountCurve curve, double start, double time) {
        return Math.exp(curve.logDiscountFactor(start + time) - curve.logDiscountFactor(start));
    }

    private static void requireTime(double years) {
        InvalidInput.unless(years >= 0.0 && years < Double.POSITIVE_INFINITY, "years", years, "0 or more and finite");
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "HazardCurve[rates %s, changing at %s years]",
                Arrays.toString(rates),
                Arrays.toString(ends));
    }
}
