package io.bondtrader.strategies.execution;

import io.bondtrader.core.bond.AmortisingBond;
import io.bondtrader.core.bond.Bill;
import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.CallableBond;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.FloatingRateNote;
import io.bondtrader.core.bond.InflationLinkedBond;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.bond.StepUpBond;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A trade whose cost is asked for.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param security what is traded, with its sector and rating
 * @param side bought or sold
 * @param face face amount, positive
 * @param day the day of the trade, by which the table in force is chosen
 */
public record TradeToCost(Security security, Side side, BigDecimal face, LocalDate day) {

    private static final double DAYS_A_YEAR = 365.25;

    /**
     * Checks the trade.
     *
     * @throws InvalidInput if the face is not positive
     */
    public TradeToCost {
        Objects.requireNonNull(security);
        Objects.requireNonNull(side);
        Objects.requireNonNull(day);
        InvalidInput.unless(face.signum() > 0, "face", face, "positive");
    }

    /** {@return years of 365.25 days until the last payment by the terms, 0 after it, 1000 for a perpetual bond} */
    public double remainingYears() {
        LocalDate last = lastDay(security.bond());
        return Math.max(0, Math.min(1000, ChronoUnit.DAYS.between(day, last) / DAYS_A_YEAR));
    }

    private static LocalDate lastDay(Bond bond) {
        if (bond instanceof FixedCouponBond fixed) {
            return fixed.maturity();
        } else if (bond instanceof ZeroCouponBond zero) {
            return zero.maturity();
        } else if (bond instanceof Bill bill) {
            return bill.maturity();
        } else if (bond instanceof StepUpBond stepUp) {
            return stepUp.dates().maturity();
        } else if (bond instanceof AmortisingBond amortising) {
            return amortising.dates().maturity();
        } else if (bond instanceof FloatingRateNote floating) {
            return floating.dates().maturity();
        } else if (bond instanceof InflationLinkedBond linked) {
            return linked.dates().maturity();
        } else if (bond instanceof CallableBond callable) {
            return callable.straight().maturity();
        }
        Objects.requireNonNull((PerpetualBond) bond); // the only one left
        return LocalDate.MAX;
    }
}
