package io.bondtrader.strategies.backtest;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.time.Tenor;
import io.bondtrader.risk.factor.ParYieldHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Total returns of a government bond of constant maturity, from par yields: each day a par bond of the tenor is bought, and
 * sold on the next day for which the tenor was published, when it is a little shorter.
 *
 * <p>Bought at 100 with a coupon equal to the par yield y, it is worth after a part w of a coupon period, at a yield y′,
 *
 * <pre>
 *   (1 + y′/2)^w · [ y/2 · a(n, y′/2) + (1 + y′/2)^−n ] · 100,   a(n, i) = (1 − (1 + i)^−n) / i,  n = 2 · tenor
 * </pre>
 *
 * with y′ read off the later day's par yields, in straight lines, at the maturity that is left. Tenors below half a year are
 * discount instruments with simple interest. This is the exact repricing that L. Swinkels, "Treasury Bond Return Data
 * Starting in 1962" (Data 4(3), 2019), approximates by duration and convexity. What is left out: coupons of bonds in the
 * market differ from par, the newest bond pays for its liquidity, and nothing is paid for trading.
 *
 * <p>The return is the sum of what a bond earns at its own unchanged yield (carry), by getting shorter on an unchanged curve
 * (roll-down), and by the change of the curve (rates). Years have 365.25 days. Immutable and safe for use by many threads.
 */
public final class ConstantMaturity {

    private static final double DAYS = 365.25;
    private static final double MOST_YEARS = 0.5;

    private final Tenor tenor;
    private final List<LocalDate> dates;
    private final double[] yields;
    private final double[] carry;
    private final double[] rollDown;
    private final double[] rates;

    private ConstantMaturity(Tenor tenor, List<LocalDate> dates, double[] yields, double[][] parts) {
        this.tenor = tenor;
        this.dates = dates;
        this.yields = yields;
        this.carry = parts[0];
        this.rollDown = parts[1];
        this.rates = parts[2];
    }

    /**
     * Builds the series of one tenor.
     *
     * @param history par yields by day
     * @param tenor one of its tenors
     * @return a return for each day from the second on which the tenor was published; a day without it is left out, and the
     *     next return covers both
     * @throws InvalidInput if the history has no such tenor, a tenor of half a year or more is not a whole number of half
     *     years, or half a year passed between two days on which it was published
     * @throws MissingData if the tenor was published on fewer than two days
     */
    public static ConstantMaturity of(ParYieldHistory history, Tenor tenor) {
        return of(new ParYieldTable(history), tenor);
    }

    static ConstantMaturity of(ParYieldTable table, Tenor tenor) {
        int column = table.tenors().indexOf(tenor);
        InvalidInput.unless(column >= 0, "tenor", tenor, "one of " + table.tenors());
        double years = ParYieldTable.years(tenor);
        InvalidInput.unless(
                years < MOST_YEARS || 2.0 * years == Math.rint(2.0 * years), "tenor", tenor, "whole half years");
        int[] days = publishedDays(table, column);
        if (days.length < 2) {
            throw new MissingData("par yields of " + tenor + " on two days or more");
        }
        int count = days.length - 1;
        List<LocalDate> dates = new ArrayList<>(count);
        double[] yields = new double[count];
        double[][] parts = new double[3][count];
        for (int i = 0; i < count; i++) {
            LocalDate bought = table.dates().get(days[i]);
            LocalDate sold = table.dates().get(days[i + 1]);
            double held = (sold.toEpochDay() - bought.toEpochDay()) / DAYS;
            InvalidInput.unless(
                    held < Math.min(MOST_YEARS, years), "gap", bought + " to " + sold, "short of the tenor");
            double then = table.published(days[i], column);
            double unchanged = value(then, then, years, held);
            double rolled = value(then, table.at(days[i], years - held), years, held);
            double now = value(then, table.at(days[i + 1], years - held), years, held);
            dates.add(sold);
            yields[i] = table.published(days[i + 1], column);
            parts[0][i] = unchanged - 1.0;
            parts[1][i] = rolled - unchanged;
            parts[2][i] = now - rolled;
        }
        return new ConstantMaturity(tenor, List.copyOf(dates), yields, parts);
    }

    private static int[] publishedDays(ParYieldTable table, int column) {
        int[] days = new int[table.dates().size()];
        int count = 0;
        for (int day = 0; day < days.length; day++) {
            if (!Double.isNaN(table.published(day, column))) {
                days[count++] = day;
            }
        }
        return Arrays.copyOf(days, count);
    }

    /** What 1 of a par bond is worth after a time, with interest, at another yield. */
    private static double value(double coupon, double yield, double years, double held) {
        if (years < MOST_YEARS) {
            return (1.0 + coupon * years) / (1.0 + yield * (years - held));
        }
        int periods = (int) Math.rint(2.0 * years);
        double half = 0.5 * yield;
        double growth = Math.log1p(half);
        // Below a ten millionth of a per cent the quotient loses digits: the first terms of its series have them all.
        double annuity = Math.abs(half) < 1e-9
                ? periods * (1.0 - 0.5 * (periods + 1) * half)
                : -Math.expm1(-periods * growth) / half;
        return Math.exp(2.0 * held * growth) * (0.5 * coupon * annuity + Math.exp(-periods * growth));
    }

    /** {@return the tenor} */
    public Tenor tenor() {
        return tenor;
    }

    /** {@return the days on which a return ends, ascending} */
    public List<LocalDate> dates() {
        return dates;
    }

    /** {@return the par yield of each day, decimal} */
    public double[] yields() {
        return yields.clone();
    }

    /** {@return the return that ends on each day, decimal} */
    public double[] returns() {
        double[] returns = new double[carry.length];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = carry[i] + rollDown[i] + rates[i];
        }
        return returns;
    }

    /** {@return the part of each return that a bond earns at its own unchanged yield} */
    public double[] carry() {
        return carry.clone();
    }

    /** {@return the part of each return that comes from getting shorter on an unchanged curve} */
    public double[] rollDown() {
        return rollDown.clone();
    }

    /** {@return the part of each return that comes from the change of the curve} */
    public double[] rates() {
        return rates.clone();
    }

    /** {@return the value after each day of 100 that was invested at the start} */
    public double[] index() {
        double[] index = returns();
        double value = 100.0;
        for (int i = 0; i < index.length; i++) {
            value *= 1.0 + index[i];
            index[i] = value;
        }
        return index;
    }

    @Override
    public String toString() {
        double[] index = index();
        return String.format(
                Locale.ROOT,
                "ConstantMaturity[%s, %s to %s, 100 became %.2f]",
                tenor,
                dates.get(0),
                dates.get(dates.size() - 1),
                index[index.length - 1]);
    }
}
