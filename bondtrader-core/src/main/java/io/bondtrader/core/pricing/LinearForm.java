package io.bondtrader.core.pricing;

import org.jspecify.annotations.Nullable;

/**
 * The Japanese simple yield, linear in the remaining term T: clean price {@code 100·(1 + c·T)/(1 + y·T)}.
 *
 * <p>Source: Japan Securities Dealers Association; F. J. Fabozzi (ed.), "The Japanese Bond Markets", chapter on yields.
 */
final class LinearForm implements DiscountForm {

    private final double couponRate; // c
    private final double term; // T, in years
    private final double accrued;

    LinearForm(double couponRate, double term, double accrued) {
        this.couponRate = couponRate;
        this.term = term;
        this.accrued = accrued;
    }

    @Override
    public String method() {
        return "simple yield to maturity";
    }

    @Override
    public double floor() {
        return -1.0 / term;
    }

    @Override
    public double price(double yield) {
        return 100.0 * (1.0 + couponRate * term) / (1.0 + yield * term) + accrued;
    }

    @Override
    public double discountFactor(double yield, double years) {
        return 1.0 / (1.0 + yield * years);
    }

    @Override
    public void sensitivities(double yield, double[] out) {
        double factor = 1.0 / (1.0 + yield * term);
        double clean = 100.0 * (1.0 + couponRate * term) * factor;
        double first = -clean * term * factor;
        double dirty = clean + accrued;
        Sensitivities.put(out, dirty, first, -2.0 * first * term * factor, term, -first / dirty * (1.0 + yield * term));
    }

    @Override
    public double solve(double dirtyPrice, int @Nullable [] steps) {
        double clean = dirtyPrice - accrued;
        return clean > 0.0 ? (100.0 * (1.0 + couponRate * term) / clean - 1.0) / term : Double.NaN;
    }
}
