package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.time.LocalDate;

/**
 * Something with a quote in the market that says what discount factors are.
 *
 * <p>Most instruments look at one curve. A swap of an index looks at two: one discounts its payments, the other projects
 * the index. Methods take both; an instrument that needs only one ignores the other, and the same curve may serve as both.
 *
 * <p>Implementations are immutable and safe for use by many threads.
 */
public sealed interface CurveInstrument
        permits BillQuote,
                BondQuote,
                Deposit,
                ForwardRateAgreement,
                RateFuture,
                ParBond,
                OvernightSwap,
                FixedFloatSwap {

    /** {@return what the instrument is called in results and failures; not blank} */
    String label();

    /** {@return the quote in the market: a rate as a decimal, or a price per 100, as the instrument says} */
    double quote();

    /**
     * Returns the instrument with another quote.
     *
     * @param quote the quote, in the same unit
     * @return the altered copy
     * @throws InvalidInput if the quote is not a possible one
     */
    CurveInstrument withQuote(double quote);

    /** {@return the first day whose discount factor matters} */
    LocalDate start();

    /** {@return the last day whose discount factor matters: where a bootstrapped curve has the instrument's node} */
    LocalDate pillar();

    /**
     * Returns the quote that the instrument would have off curves.
     *
     * @param discounting discounts payments
     * @param projection projects the index; ignored by instruments without one
     * @return the quote, in the unit of {@link #quote()}
     * @throws InvalidInput if a curve starts after the instrument
     * @throws MissingData if a curve ends before the instrument
     */
    double impliedQuote(DiscountCurve discounting, DiscountCurve projection);

    /**
     * Adds how the implied quote moves with each parameter of the curves: the exact derivatives.
     *
     * @param discounting discounts payments
     * @param projection projects the index; ignored by instruments without one
     * @param weight what each derivative is multiplied by
     * @param byDiscounting gains the derivatives by the parameters of {@code discounting}
     * @param byProjection gains the derivatives by the parameters of {@code projection}; the same array if the curves are
     *     the same
     * @throws InvalidInput if a curve starts after the instrument
     * @throws MissingData if a curve ends before the instrument
     */
    void addQuoteSensitivities(
            DiscountCurve discounting,
            DiscountCurve projection,
            double weight,
            double[] byDiscounting,
            double[] byProjection);
}
