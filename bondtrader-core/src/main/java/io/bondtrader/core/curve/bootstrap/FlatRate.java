package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.internal.Exponential;
import io.bondtrader.core.time.DayCounts;
import java.time.LocalDate;

/** The flat zero rate that a quote suggests, for solvers to start from. */
final class FlatRate {

    private static final double UNKNOWN = 0.03;

    private FlatRate() {}

    static double of(CurveInstrument instrument) {
        double rate = suggested(instrument);
        return rate > -0.5 && rate < 2.0 ? rate : UNKNOWN;
    }

    private static double suggested(CurveInstrument instrument) {
        if (instrument instanceof BondQuote bond) {
            try {
                return bond.continuousYield(bond.dirtyPrice());
            } catch (NotConverged absurdPrice) {
                return UNKNOWN; // the bootstrap itself will say what is wrong
            }
        }
        if (instrument instanceof BillQuote bill) {
            return bill.quotation() == BillQuote.Quotation.DISCOUNT_RATE
                    ? bill.quote()
                    : -Exponential.log(bill.quote() / 100.0) / years(bill.settlement(), bill.maturity());
        }
        if (instrument instanceof RateFuture future) {
            return 1.0 - future.quote() / 100.0 - future.convexityAdjustment();
        }
        if (instrument instanceof Deposit deposit) {
            return simple(deposit.quote(), years(deposit.start(), deposit.end()));
        }
        return instrument.quote();
    }

    /** A high simple rate of a long period is a lower continuous one. */
    private static double simple(double rate, double years) {
        double growth = rate * years;
        return growth > -0.9 ? Exponential.log1p(growth) / years : UNKNOWN;
    }

    private static double years(LocalDate from, LocalDate to) {
        return DayCounts.ACT_365F.yearFraction(from, to);
    }
}
