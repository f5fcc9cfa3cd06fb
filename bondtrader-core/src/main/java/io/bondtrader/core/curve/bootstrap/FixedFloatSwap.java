package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;
import java.util.List;

/**
 * A swap of a fixed rate against an index that is fixed at the start of each floating period:
 *
 * <pre>
 *   R = Σ (F(startⱼ)/F(endⱼ) − 1)·P(paidⱼ) / Σ τₖ·P(paidₖ)
 *
 *   j  floating periods        F  discount factor of the projection curve
 *   k  fixed periods           P  discount factor of the discounting curve
 * </pre>
 *
 * <p>Where one curve does both, and floating periods join and are paid at their ends, the sum is P(start) − P(end).
 * Source: F. M. Ametrano and M. Bianchetti, "Everything You Always Wanted to Know About Multiple Interest Rate Curve
 * Bootstrapping but Were Afraid to Ask", 2013, section on interest rate swaps.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param label what it is called
 * @param fixed the periods of the fixed leg, in order
 * @param floating the periods of the floating leg, in order
 * @param quote the fixed rate, as a decimal
 */
public record FixedFloatSwap(String label, List<AccrualSpan> fixed, List<AccrualSpan> floating, double quote)
        implements CurveInstrument {

    /**
     * Checks the terms.
     *
     * @throws InvalidInput if a term breaks its rule
     */
    public FixedFloatSwap {
        fixed = AccrualSpan.checked("fixed", fixed);
        floating = AccrualSpan.checked("floating", floating);
        Terms.check(label, quote, fixed.get(0).start(), AccrualSpan.last(fixed));
    }

    /**
     * Returns a swap that starts spot.
     *
     * @param convention what its market agrees on
     * @param tradeDate when it is agreed
     * @param tenor how long it runs
     * @param rate the fixed rate, as a decimal
     * @return the swap, named after the tenor
     * @throws InvalidInput if a term breaks its rule
     */
    public static FixedFloatSwap of(SwapConvention convention, LocalDate tradeDate, Tenor tenor, double rate) {
        LocalDate start = convention.spotDate(tradeDate);
        return new FixedFloatSwap(
                "swap " + tenor, convention.fixedSpans(start, tenor), convention.floatingSpans(start, tenor), rate);
    }

    @Override
    public FixedFloatSwap withQuote(double quote) {
        return new FixedFloatSwap(label, fixed, floating, quote);
    }

    @Override
    public LocalDate start() {
        LocalDate start = floating.get(0).start();
        return start.isBefore(fixed.get(0).start()) ? start : fixed.get(0).start();
    }

    @Override
    public LocalDate pillar() {
        LocalDate lastFloating = AccrualSpan.last(floating);
        LocalDate lastFixed = AccrualSpan.last(fixed);
        return lastFloating.isAfter(lastFixed) ? lastFloating : lastFixed;
    }

    @Override
    public double impliedQuote(DiscountCurve discounting, DiscountCurve projection) {
        return AccrualSpan.floating(floating, discounting, projection) / AccrualSpan.annuity(fixed, discounting);
    }

    @Override
    public void addQuoteSensitivities(
            DiscountCurve discounting,
            DiscountCurve projection,
            double weight,
            double[] byDiscounting,
            double[] byProjection) {
        double scale = weight / AccrualSpan.annuity(fixed, discounting);
        double rate = impliedQuote(discounting, projection);
        AccrualSpan.addFloatingSensitivities(floating, discounting, projection, scale, byDiscounting, byProjection);
        AccrualSpan.addAnnuitySensitivities(fixed, discounting, -scale * rate, byDiscounting);
    }
}
