package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.List;

/**
 * A bond whose coupon is such that it costs 100, with that coupon, the par yield:
 *
 * <pre>
 *   y = (P(settlement) − P(maturity)) / Σ τₖ·P(paidₖ)
 * </pre>
 *
 * <p>With a single period it is a simple rate. It looks at the discounting curve.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param label what it is called
 * @param spans its coupon periods, in order; the first starts at settlement, the last pays the principal at its end
 * @param quote the par yield, as a decimal
 */
public record ParBond(String label, List<AccrualSpan> spans, double quote) implements CurveInstrument {

    /**
     * Checks the terms.
     *
     * @throws InvalidInput if a term breaks its rule
     */
    public ParBond {
        spans = AccrualSpan.checked("spans", spans);
        Terms.check(label, quote, spans.get(0).start(), AccrualSpan.last(spans));
    }

    @Override
    public ParBond withQuote(double quote) {
        return new ParBond(label, spans, quote);
    }

    @Override
    public LocalDate start() {
        return spans.get(0).start();
    }

    @Override
    public LocalDate pillar() {
        return AccrualSpan.last(spans);
    }

    private LocalDate maturity() {
        return spans.get(spans.size() - 1).end();
    }

    @Override
    public double impliedQuote(DiscountCurve discounting, DiscountCurve projection) {
        return (discounting.discountFactor(start()) - discounting.discountFactor(maturity()))
                / AccrualSpan.annuity(spans, discounting);
    }

    @Override
    public void addQuoteSensitivities(
            DiscountCurve discounting,
            DiscountCurve projection,
            double weight,
            double[] byDiscounting,
            double[] byProjection) {
        double scale = weight / AccrualSpan.annuity(spans, discounting);
        double yield = impliedQuote(discounting, projection);
        Terms.addDiscountSensitivities(discounting, start(), scale, byDiscounting);
        Terms.addDiscountSensitivities(discounting, maturity(), -scale, byDiscounting);
        AccrualSpan.addAnnuitySensitivities(spans, discounting, -scale * yield, byDiscounting);
    }
}
