package io.bondtrader.risk.pnl;

import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.BondPricing;
import java.time.LocalDate;

/** What a bond pays between two settlements, per 100 of the face at the first. */
final class PaidOut {

    private PaidOut() {}

    /** Coupons and repayments of a holder at the first settlement that fall due by the second one. */
    static double between(BondPricing start, LocalDate end) {
        InvalidInput.unless(!end.isBefore(start.settlement()), "end", end, "not before " + start.settlement());
        double sum = 0.0;
        for (CashFlow flow : start.cashFlows()) {
            if (!flow.dueDate().isAfter(end)) {
                sum += flow.amount();
            }
        }
        return sum;
    }

    /** The share of the face that is still there at the second settlement. */
    static double outstanding(BondPricing start, LocalDate end) {
        double repaid = 0.0;
        for (CashFlow flow : start.cashFlows()) {
            if (!flow.dueDate().isAfter(end)) {
                repaid += flow.principal();
            }
        }
        return 1.0 - repaid / 100.0;
    }
}
