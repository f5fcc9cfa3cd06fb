package io.bondtrader.strategies.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Settled cash of an account and what is on its way, in exact decimals of one currency. */
final class Cash {

    private static final double YEAR = 360.0;
    private static final double BASIS_POINTS = 1e4;

    private final int digits;
    private final TreeMap<LocalDate, BigDecimal> pending = new TreeMap<>();
    private BigDecimal settled = BigDecimal.ZERO;
    private BigDecimal unsettled = BigDecimal.ZERO;

    Cash(int digits) {
        this.digits = digits;
    }

    void expect(BigDecimal amount, LocalDate day) {
        pending.merge(day, amount, BigDecimal::add);
        unsettled = unsettled.add(amount);
    }

    void book(BigDecimal amount) {
        settled = settled.add(amount);
    }

    /** Moves what was due by a day to the settled balance. */
    void settle(LocalDate day) {
        Map.Entry<LocalDate, BigDecimal> due = pending.firstEntry();
        while (due != null && !due.getKey().isAfter(day)) {
            settled = settled.add(due.getValue());
            unsettled = unsettled.subtract(due.getValue());
            pending.pollFirstEntry();
            due = pending.firstEntry();
        }
    }

    /** Interest on the settled balance and the fee for what is short, for some days, rounded as it is booked. */
    BigDecimal interest(FundingTerms terms, double rate, double shortValue, long days) {
        double balance = settled.doubleValue();
        double spread = balance < 0.0 ? terms.borrowSpreadBp() : -terms.lendSpreadBp();
        double earned = balance * (rate + spread / BASIS_POINTS);
        double fee = shortValue * terms.shortFeeBp() / BASIS_POINTS;
        return BigDecimal.valueOf((earned - fee) * days / YEAR).setScale(digits, RoundingMode.HALF_EVEN);
    }

    BigDecimal settled() {
        return settled;
    }

    BigDecimal unsettled() {
        return unsettled;
    }
}
