package io.bondtrader.strategies.signal;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.HoldingPeriod;
import io.bondtrader.core.pricing.HorizonReturn;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What a bond earns over its funding until a horizon if nothing but time passes.
 *
 * <pre>
 *   carry      = income at an unchanged yield − funding
 *   roll-down  = price there off the unchanged curve − price there at the unchanged yield
 * </pre>
 *
 * <p>Scores divide the gain by what may be lost: {@link #breakEvenBp()} by the DV01 at the horizon, {@link
 * #perVolatility(double)} by that times how far yields usually move. That curves stay as they are is a bet, not a forecast.
 * Source: A. Ilmanen, "Expected Returns" (2011), chapter 9; the parts are those of {@link HoldingPeriod}. Amounts are per 100 of
 * face.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param horizon in years, above 0
 * @param price what is paid now, with accrued interest
 * @param income what the bond earns at an unchanged yield
 * @param rollDown what the unchanged curve adds
 * @param funding what it costs to borrow the price until the horizon
 * @param dv01 what the price at the horizon loses by a rise of one basis point, positive
 */
public record CarryAndRoll(double horizon, double price, double income, double rollDown, double funding, double dv01) {

    private static final double BASIS_POINT = 1e-4;
    private static final double DAYS = 365.0;

    /**
     * Checks the numbers.
     *
     * @throws InvalidInput if one is not finite, or horizon, price or DV01 is not positive
     */
    public CarryAndRoll {
        positive("horizon", horizon);
        positive("price", price);
        Inputs.value(income);
        Inputs.value(rollDown);
        Inputs.value(funding);
        positive("dv01", dv01);
    }

    /**
     * Returns the carry and roll-down of a zero-coupon bond.
     *
     * @param curve what the bond is priced off
     * @param maturity in years
     * @param horizon in years, before maturity
     * @param fundingRate continuously compounded, as a decimal
     * @return the score
     * @throws InvalidInput if the times are out of order or a number is not finite
     * @throws io.bondtrader.core.error.MissingData if the curve does not reach the maturity
     */
    public static CarryAndRoll ofZero(DiscountCurve curve, double maturity, double horizon, double fundingRate) {
        positive("horizon", horizon);
        InvalidInput.unless(maturity > horizon && maturity <= 1000, "maturity", maturity, "after the horizon");
        double left = maturity - horizon;
        double price = 100 * curve.discountFactor(maturity);
        double atYield = 100 * Math.exp(-curve.zeroRate(maturity) * left);
        double rolled = 100 * curve.discountFactor(left);
        double funding = price * Math.expm1(rate(fundingRate) * horizon);
        return new CarryAndRoll(
                horizon, price, atYield - price, rolled - atYield, funding, rolled * left * BASIS_POINT);
    }

    /**
     * Returns the carry and roll-down of a bond at its market price. The curve ages with the settlement, the Z-spread stays,
     * coupons are reinvested at the repo rate.
     *
     * @param bond a bond that repays nothing before the horizon
     * @param from settlement of the purchase
     * @param to settlement at the horizon, before maturity
     * @param cleanPrice per 100
     * @param curve the curve now, starting on the settlement of the purchase or before
     * @param repoRate simple, by ACT/360, as a decimal
     * @return the score
     * @throws InvalidInput if days are out of order or a number is out of range
     * @throws io.bondtrader.core.error.MissingData if the curve does not reach the last payment
     */
    public static CarryAndRoll of(
            Bond bond, LocalDate from, LocalDate to, double cleanPrice, DiscountCurve curve, double repoRate) {
        HoldingPeriod period = HoldingPeriod.of(bond, from, to);
        HorizonReturn gain = period.horizonReturn(cleanPrice, curve, period.aged(curve), 0, rate(repoRate));
        double days = to.toEpochDay() - from.toEpochDay();
        double dv01 = period.end().dv01(period.end().yieldFromCleanPrice(gain.cleanPriceAtHorizon()));
        return new CarryAndRoll(
                days / DAYS, gain.paid(), gain.income(), gain.rollDown(), gain.paid() * repoRate * days / 360, dv01);
    }

    /**
     * Returns the carry and roll-down of a bond issued at par today, from par yields alone: at the horizon it yields what the
     * straight line between the par yields of its neighbours gives its remaining life. It pays continuously, which
     * leaves out where in its coupon period it is.
     *
     * @param years the maturities of the par yields, ascending, above 0
     * @param yields continuously compounded as decimals, one a maturity
     * @param maturity in years, at most the last of them
     * @param horizon in years, before maturity
     * @param fundingRate continuously compounded, as a decimal
     * @return the score
     * @throws InvalidInput if numbers are out of order, out of range or not finite
     */
    public static CarryAndRoll ofParYields(
            double[] years, double[] yields, double maturity, double horizon, double fundingRate) {
        InvalidInput.unless(years.length == yields.length, "yields", yields.length, "one a maturity, " + years.length);
        positive("horizon", horizon);
        InvalidInput.unless(years.length > 0, "years", "none", "at least one");
        for (int i = 0; i < years.length; i++) {
            InvalidInput.unless(years[i] > (i == 0 ? 0 : years[i - 1]), "years", years[i], "ascending, above 0");
        }
        InvalidInput.unless(
                maturity > horizon && maturity <= years[years.length - 1],
                "maturity",
                maturity,
                "after the horizon, at most the last maturity");
        double coupon = between(years, yields, maturity);
        double left = maturity - horizon;
        double then = between(years, yields, left);
        double annuity = annuity(then, left);
        // A bond at par stays at par at an unchanged yield, so all that the yield adds is income.
        double income = 100 * Math.expm1(coupon * horizon);
        double rollDown = 100 * (coupon - then) * annuity;
        double funding = 100 * Math.expm1(rate(fundingRate) * horizon);
        // d/dy of 100 (c A(y) + e^(−y left)): the weighted life of what is still to come.
        double dv01 = Math.abs(priceSlope(coupon, then, left)) * BASIS_POINT;
        return new CarryAndRoll(horizon, 100, income, rollDown, funding, dv01);
    }

    private static double priceSlope(double coupon, double yield, double left) {
        double step = 1e-5;
        return (parPrice(coupon, yield + step, left) - parPrice(coupon, yield - step, left)) / (2 * step);
    }

    private static double parPrice(double coupon, double yield, double left) {
        return 100 * (coupon * annuity(yield, left) + Math.exp(-yield * left));
    }

    private static double annuity(double yield, double left) {
        return yield == 0.0 ? left : -Math.expm1(-yield * left) / yield;
    }

    private static double between(double[] years, double[] yields, double time) {
        int next = 0;
        while (years[next] < time) {
            next++;
        }
        if (next == 0) {
            return Inputs.value(yields[0]);
        }
        double share = (time - years[next - 1]) / (years[next] - years[next - 1]);
        return Inputs.value(yields[next - 1] + share * (yields[next] - yields[next - 1]));
    }

    private static double rate(double rate) {
        InvalidInput.unless(rate >= -1 && rate <= 10, "funding rate", rate, "from -1 to 10");
        return rate;
    }

    private static void positive(String name, double value) {
        InvalidInput.unless(value > 0 && value <= 1e9, name, value, "positive, at most 1e9");
    }

    /** {@return income less funding, per 100} */
    public double carry() {
        return income - funding;
    }

    /** {@return carry and roll-down together, per 100} */
    public double gain() {
        return income - funding + rollDown;
    }

    /** {@return income and roll-down over the price, as a decimal over the horizon, before funding} */
    public double unfundedReturn() {
        return (income + rollDown) / price;
    }

    /** {@return by how many basis points the yield at the horizon may rise before the gain is gone} */
    public double breakEvenBp() {
        return gain() / dv01;
    }

    /**
     * Returns the gain a year over the loss of a usual year: what a Sharpe ratio would be if yields moved about where they
     * are.
     *
     * @param yieldVolatility standard deviation of the yield over a year, as a decimal, above 0
     * @return gain a year per volatility of the price a year
     * @throws InvalidInput if the volatility is not positive
     */
    public double perVolatility(double yieldVolatility) {
        positive("yieldVolatility", yieldVolatility);
        return gain() / horizon / (dv01 / BASIS_POINT * yieldVolatility);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "carry %+.4f, roll-down %+.4f in %.2f years on %.4f: breaks even at %+.1f bp",
                carry(),
                rollDown,
                horizon,
                price,
                breakEvenBp());
    }
}
