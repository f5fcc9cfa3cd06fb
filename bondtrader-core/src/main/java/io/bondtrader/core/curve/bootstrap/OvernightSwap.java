package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;
import java.util.List;

/**
 * A swap of a fixed rate against the overnight rate compounded over each period, both discounted at the overnight rate:
 *
 * <pre>
 *   R = Σ (P(startₖ)/P(endₖ) − 1)·P(paidₖ) / Σ τₖ·P(paidₖ)
 * </pre>
 *
 * <p>Without a payment lag the sum telescopes to P(start) − P(end). Daily compounding over a whole period is worth the
 * quotient of two discount factors; lookbacks and lockouts would change that and are left out.
 * Source: F. M. Ametrano and M. Bianchetti, "Everything You Always Wanted to Know About Multiple Interest Rate Curve
 * Bootstrapping but Were Afraid to Ask", 2013, section on overnight indexed swaps. It looks at the discounting curve.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param label what it is called
 * @param spans its periods, the same for both legs, in order
 * @param quote the fixed rate, as a decimal
 */
public record OvernightSwap(String label, List<AccrualSpan> spans, double quote) implements CurveInstrument {

    /**
     * Checks the terms.
     *
     * @throws InvalidInput if a term breaks its rule
     */
    public OvernightSwap {
        spans = AccrualSpan.checked("spans", spans);
        Terms.check(label, quote, spans.get(0).start(), AccrualSpan.last(spans));
    }

    /**
     * Returns a swap that starts spot, with the periods of its convention's fixed leg on both legs.
     *
     * @param convention what its market agrees on
     * @param tradeDate when it is agreed
     * @param tenor how long it runs
     * @param rate the fixed rate, as a decimal
     * @return the swap, named after the tenor
     * @throws InvalidInput if a term breaks its rule
     */
    public static OvernightSwap of(SwapConvention convention, LocalDate tradeDate, Tenor tenor, double rate) {
        LocalDate start = convention.spotDate(tradeDate);
        return new OvernightSwap("OIS " + tenor, convention.fixedSpans(start, tenor), rate);
    }

    @Override
    public OvernightSwap withQuote(double quote) {
        return new OvernightSwap(label, spans, quote);
    }

    @Override
    public LocalDate start() {
        return spans.get(0).start();
    }

    @Override
    public LocalDate pillar() {
        return AccrualSpan.last(spans);
    }

    @Override
    public double impliedQuote(DiscountCurve discounting, DiscountCurve projection) {
        return AccrualSpan.floating(spans, discounting, discounting) / AccrualSpan.annuity(spans, discounting);
    }

    @Override
    public void addQuoteSensitivities(
            DiscountCurve discounting,
            DiscountCurve projection,
            double weight,
            double[] byDiscounting,
            double[] byProjection) {
        double scale = weight / AccrualSpan.annuity(spans, discounting);
        double rate = impliedQuote(discounting, projection);
        AccrualSpan.addFloatingSensitivities(spans, discounting, discounting, scale, byDiscounting, byDiscounting);
        AccrualSpan.addAnnuitySensitivities(spans, discounting, -scale * rate, byDiscounting);
    }
}
