package io.bondtrader.strategies.relativevalue;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.pricing.BondBook;
import io.bondtrader.core.pricing.BookKeyRates;
import io.bondtrader.core.pricing.BookResult;
import io.bondtrader.core.pricing.KeyTenors;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * What a trade on the curve can be made of, as it stands now: the price of each bond and how it answers to each key rate.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class CurveLegs {

    private static final double BASIS_POINT = 1e-4;

    private final List<String> names;
    private final double[] prices;
    private final double[] dv01s;
    private final KeyTenors tenors;
    private final double[][] keyRates;

    private CurveLegs(List<String> names, double[] prices, KeyTenors tenors, double[][] keyRates) {
        this.names = List.copyOf(names);
        this.prices = prices;
        this.tenors = tenors;
        this.keyRates = keyRates;
        this.dv01s = new double[prices.length];
        InvalidInput.unless(new HashSet<>(names).size() == prices.length, "names", names, "different, one a bond");
        for (int leg = 0; leg < dv01s.length; leg++) {
            for (double dv01 : keyRates[leg]) {
                dv01s[leg] += dv01;
            }
            InvalidInput.unless(dv01s[leg] > 0, "DV01 of " + names.get(leg), dv01s[leg], "positive");
            InvalidInput.unless(prices[leg] > 0, "price of " + names.get(leg), prices[leg], "positive");
        }
    }

    /**
     * Returns bonds at their market prices. Each is discounted at its own Z-spread to the curve, and its key rates are exact
     * derivatives there.
     *
     * @param names what the bonds are called, in the order of the book
     * @param book the bonds
     * @param cleanPrices per 100
     * @param curve whose rates are the keys, starting at settlement or before
     * @param tenors the keys
     * @return the legs
     * @throws BondTraderException a bond's own failure, if one cannot be priced
     * @throws InvalidInput if names are not different, one a bond
     */
    public static CurveLegs of(
            List<String> names, BondBook book, double[] cleanPrices, DiscountCurve curve, KeyTenors tenors) {
        InvalidInput.unless(names.size() == book.size(), "names", names.size(), "one a bond, " + book.size());
        for (BondTraderException failure : book.failures().values()) {
            throw failure;
        }
        BookResult spreads = book.newResult();
        book.zSpreads(curve, cleanPrices, spreads, Parallelism.callingThread());
        double[] values = new double[book.size()];
        double[] prices = new double[book.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = spreads.value(i);
            prices[i] = cleanPrices[i] + book.accruedInterest(i);
        }
        BookKeyRates rates = book.atSpreads(values).keyRates(curve, tenors, Parallelism.callingThread());
        double[][] keyRates = new double[values.length][tenors.count()];
        for (int i = 0; i < values.length; i++) {
            rates.copyTo(i, keyRates[i]);
        }
        return new CurveLegs(names, prices, tenors, keyRates);
    }

    /**
     * Returns bonds that were issued at par today. Each answers to its own par yield, by its modified duration (1 − (1 +
     * y/f)^(−f t))/y, and to no other: keys are the maturities, and rates are par yields. Legs are called {@code 2Y}.
     *
     * @param years maturities, ascending, above 0
     * @param yields par yields as decimals, compounded as often as coupons are paid
     * @param couponsPerYear f, at least 1
     * @return the legs
     * @throws InvalidInput if maturities are out of order, or a yield makes no price
     */
    public static CurveLegs parBonds(double[] years, double[] yields, int couponsPerYear) {
        InvalidInput.unless(yields.length == years.length, "yields", yields.length, "one a maturity, " + years.length);
        InvalidInput.unless(
                couponsPerYear >= 1 && couponsPerYear <= 12, "couponsPerYear", couponsPerYear, "from 1 to 12");
        KeyTenors tenors = KeyTenors.ofYears(years);
        double[][] keyRates = new double[years.length][years.length];
        double[] prices = new double[years.length];
        String[] names = new String[years.length];
        for (int i = 0; i < years.length; i++) {
            keyRates[i][i] = 100 * BASIS_POINT * parDuration(years[i], yields[i], couponsPerYear);
            prices[i] = 100;
            names[i] = tenors.label(i);
        }
        return new CurveLegs(List.of(names), prices, tenors, keyRates);
    }

    /**
     * Returns the modified duration of a bond at par.
     *
     * @param years to maturity, above 0
     * @param yield as a decimal, compounded as often as coupons are paid
     * @param couponsPerYear at least 1
     * @return the duration in years
     * @throws InvalidInput if a number is out of range
     */
    public static double parDuration(double years, double yield, int couponsPerYear) {
        InvalidInput.unless(years > 0 && years <= 1000, "years", years, "above 0, at most 1000");
        InvalidInput.unless(yield > -0.5 && yield <= 10, "yield", yield, "above -0.5, at most 10");
        InvalidInput.unless(
                couponsPerYear >= 1 && couponsPerYear <= 12, "couponsPerYear", couponsPerYear, "from 1 to 12");
        double periodic = Math.log1p(yield / couponsPerYear);
        // Below this the quotient loses digits, and the limit is exact to them.
        return Math.abs(yield) < 1e-12 ? years : -Math.expm1(-couponsPerYear * years * periodic) / yield;
    }

    /** {@return what the legs are called} */
    public List<String> names() {
        return names;
    }

    /** {@return the keys to which the legs answer} */
    public KeyTenors tenors() {
        return tenors;
    }

    /**
     * Returns the price of a leg with accrued interest.
     *
     * @param leg its name
     * @return per 100
     * @throws InvalidInput if there is no such leg
     */
    public double price(String leg) {
        return prices[place(leg)];
    }

    /**
     * Returns what a leg loses when all rates rise by one basis point.
     *
     * @param leg its name
     * @return per 100
     * @throws InvalidInput if there is no such leg
     */
    public double dv01(String leg) {
        return dv01s[place(leg)];
    }

    /**
     * Returns the sensitivity of a leg relative to its price.
     *
     * @param leg its name
     * @return the modified duration in years
     * @throws InvalidInput if there is no such leg
     */
    public double modifiedDuration(String leg) {
        return dv01(leg) / price(leg) / BASIS_POINT;
    }

    int place(String leg) {
        int place = names.indexOf(leg);
        InvalidInput.unless(place >= 0, "leg", leg, "one of " + names);
        return place;
    }

    double price(int place) {
        return prices[place];
    }

    double dv01(int place) {
        return dv01s[place];
    }

    /** Not copied: read only. */
    double[] keyRates(int place) {
        return keyRates[place];
    }

    /** The mean time of a leg's key rates, weighted by their DV01s. */
    double years(int place) {
        double sum = 0;
        for (int k = 0; k < tenors.count(); k++) {
            sum += keyRates[place][k] * tenors.years(k);
        }
        return sum / dv01s[place];
    }

    /** {@return the legs as a table for a console} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("leg              price  DV01 per 100\n");
        for (int i = 0; i < prices.length; i++) {
            text.append(String.format(Locale.ROOT, "%-12s %9.4f  %.8f\n", names.get(i), prices[i], dv01s[i]));
        }
        return text.toString();
    }
}
