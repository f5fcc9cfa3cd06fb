package io.bondtrader.core.verify;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.bootstrap.AccrualSpan;
import io.bondtrader.core.curve.bootstrap.BillQuote;
import io.bondtrader.core.curve.bootstrap.BondQuote;
import io.bondtrader.core.curve.bootstrap.CurveInstrument;
import io.bondtrader.core.curve.bootstrap.Deposit;
import io.bondtrader.core.curve.bootstrap.FixedFloatSwap;
import io.bondtrader.core.curve.bootstrap.ForwardRateAgreement;
import io.bondtrader.core.curve.bootstrap.OvernightSwap;
import io.bondtrader.core.curve.bootstrap.ParBond;
import io.bondtrader.core.curve.bootstrap.RateFuture;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The quote of an instrument off curves, from an account of everything that is paid and received: the account is linear in
 * the quote, so that its worth at two quotes tells the one at which it is worth nothing. Shares no arithmetic with the
 * instruments themselves. For one thread.
 */
final class QuoteAccount {

    private final DiscountCurve discounting;
    private final DiscountCurve projection;
    private double atZero; // worth of the account at a quote of 0
    private double perUnit; // what each unit of quote adds

    private QuoteAccount(DiscountCurve discounting, DiscountCurve projection) {
        this.discounting = discounting;
        this.projection = projection;
    }

    static double quote(CurveInstrument instrument, DiscountCurve discounting, DiscountCurve projection) {
        QuoteAccount account = new QuoteAccount(discounting, projection);
        account.open(instrument);
        return -account.atZero / account.perUnit;
    }

    private void open(CurveInstrument instrument) {
        if (instrument instanceof Deposit deposit) {
            double fraction = deposit.dayCount().yearFraction(deposit.start(), deposit.end());
            lend(deposit.start(), deposit.end(), 0.0, fraction);
        } else if (instrument instanceof ForwardRateAgreement agreement) {
            double fraction = agreement.dayCount().yearFraction(agreement.start(), agreement.end());
            lend(agreement.start(), agreement.end(), 0.0, fraction);
        } else if (instrument instanceof RateFuture future) {
            double fraction = future.dayCount().yearFraction(future.start(), future.end());
            lend(future.start(), future.end(), (1.0 - future.convexityAdjustment()) * fraction, -fraction / 100.0);
        } else if (instrument instanceof BillQuote bill) {
            open(bill);
        } else if (instrument instanceof BondQuote bond) {
            pay(discounting, bond.settlement(), -bond.accruedInterest(), -1.0);
            for (BondQuote.Payment payment : bond.payments()) {
                pay(discounting, payment.date(), payment.amount(), 0.0);
            }
        } else if (instrument instanceof ParBond bond) {
            List<AccrualSpan> spans = bond.spans();
            pay(discounting, spans.get(0).start(), -1.0, 0.0);
            fixedLeg(spans);
            pay(discounting, spans.get(spans.size() - 1).end(), 1.0, 0.0);
        } else if (instrument instanceof OvernightSwap swap) {
            fixedLeg(swap.spans());
            floatingLeg(swap.spans(), discounting);
        } else if (instrument instanceof FixedFloatSwap swap) {
            fixedLeg(swap.fixed());
            floatingLeg(swap.floating(), projection);
        }
    }

    private void open(BillQuote bill) {
        if (bill.quotation() == BillQuote.Quotation.PRICE) {
            pay(discounting, bill.settlement(), 0.0, -1.0);
        } else {
            long days = ChronoUnit.DAYS.between(bill.settlement(), bill.maturity());
            pay(discounting, bill.settlement(), -100.0, days / 3.6);
        }
        pay(discounting, bill.maturity(), 100.0, 0.0);
    }

    /** One unit is lent and comes back with interest that has a part of its own and one by quote. */
    private void lend(LocalDate start, LocalDate end, double interest, double interestPerUnit) {
        pay(projection, start, -1.0, 0.0);
        pay(projection, end, 1.0 + interest, interestPerUnit);
    }

    private void fixedLeg(List<AccrualSpan> spans) {
        for (AccrualSpan span : spans) {
            pay(discounting, span.paid(), 0.0, span.fraction());
        }
    }

    /** What one unit grows by in each period, paid away. */
    private void floatingLeg(List<AccrualSpan> spans, DiscountCurve index) {
        for (AccrualSpan span : spans) {
            double grown = factor(index, span.start()) / factor(index, span.end());
            pay(discounting, span.paid(), 1.0 - grown, 0.0);
        }
    }

    private void pay(DiscountCurve curve, LocalDate date, double amount, double amountPerUnit) {
        double factor = factor(curve, date);
        atZero += factor * amount;
        perUnit += factor * amountPerUnit;
    }

    private static double factor(DiscountCurve curve, LocalDate date) {
        return StrictMath.exp(curve.logDiscountFactor(curve.years(date)));
    }
}
