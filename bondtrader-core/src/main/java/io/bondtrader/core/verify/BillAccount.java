package io.bondtrader.core.verify;

import io.bondtrader.core.error.NotConverged;
import java.time.LocalDate;
import java.util.function.DoubleUnaryOperator;

/**
 * A bill as an account: what one unit of money becomes by maturity, credited half a day at a time, and by bisection the
 * rate at which it becomes what it must. Counts its days by walking them and shares no formula with the pricing of bills.
 *
 * <p>Source: 31 CFR Part 356, Appendix B, section VI, read as instructions to a bookkeeper. Immutable.
 */
final class BillAccount {

    private static final int HALVINGS = 2_000;

    /** Every rate between these is looked at. */
    private static final double LOWEST = -1e7;

    private static final double HIGHEST = 1e7;

    private final int days;
    private final int daysInYear;

    BillAccount(LocalDate settlement, LocalDate maturity) {
        this.days = steps(settlement, maturity);
        LocalDate yearLater = settlement.plusYears(1);
        this.daysInYear = 365 + leapDays(settlement, yearLater);
    }

    private static int steps(LocalDate from, LocalDate to) {
        int steps = 0;
        for (CalendarWalk day = CalendarWalk.between(from, to); day.isBefore(to); day.step()) {
            steps++;
        }
        return steps;
    }

    private static int leapDays(LocalDate from, LocalDate to) {
        int leapDays = 0;
        for (CalendarWalk day = CalendarWalk.between(from, to); day.isBefore(to); ) {
            day.step();
            leapDays += day.isLeapDay() ? 1 : 0;
        }
        return leapDays;
    }

    /** What is left of 100 when a discount is taken off for each day. */
    double afterDiscount(double discountRate) {
        double taken = 0.0;
        for (int day = 0; day < days; day++) {
            taken += discountRate;
        }
        return 100.0 - taken / 3.6;
    }

    /** What must be paid in to have 100 with money-market interest. */
    double forMoneyMarket(double moneyMarketYield) {
        double interest = 0.0;
        for (int day = 0; day < days; day++) {
            interest += moneyMarketYield;
        }
        return 100.0 / (1.0 + interest / 360.0);
    }

    /** What must be paid in to have 100 with bond-equivalent interest, credited once, after half a year. */
    double forBondEquivalent(double bondEquivalentYield) {
        double capital = 1.0;
        double interest = 0.0;
        for (int halfDay = 1; halfDay <= 2 * days; halfDay++) {
            interest += capital * bondEquivalentYield;
            if (halfDay == daysInYear && halfDay < 2 * days) {
                capital += interest / (2.0 * daysInYear);
                interest = 0.0;
            }
        }
        return 100.0 / (capital + interest / (2.0 * daysInYear));
    }

    /** The rate at which an amount that falls with it is the price. */
    static double rate(DoubleUnaryOperator amount, double price, double proposal) {
        double width = 1e-9;
        double low = proposal;
        double high = proposal;
        while (!(amount.applyAsDouble(low) >= price && amount.applyAsDouble(low) > 0.0) && low > LOWEST) {
            low = proposal - width;
            width *= 4.0;
        }
        width = 1e-9;
        while (!(amount.applyAsDouble(high) <= price) && high < HIGHEST) {
            high = proposal + width;
            width *= 4.0;
        }
        if (!(low > LOWEST && high < HIGHEST)) {
            throw new NotConverged("no bracket for the rate of price " + price, 0, proposal, price);
        }
        for (int step = 0; step < HALVINGS; step++) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                break;
            }
            if (amount.applyAsDouble(middle) >= price) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }
}
