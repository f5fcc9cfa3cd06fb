package io.bondtrader.strategies.engine;

import io.bondtrader.core.bond.AmortisingBond;
import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.time.HolidayCalendar;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.core.trade.Security;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a bond pays per 100 face from a day on: on which settlement day the right to it is fixed, and when the money comes. */
final class PaymentSchedule {

    /**
     * A payment.
     *
     * @param entitled the first settlement day whose buyer no longer gets it
     * @param paid when the money comes
     * @param interest per 100
     * @param principal per 100; not zero for the last payment only
     */
    record Payment(LocalDate entitled, LocalDate paid, BigDecimal interest, BigDecimal principal) {}

    private final List<Payment> payments;

    private PaymentSchedule(List<Payment> payments) {
        this.payments = payments;
    }

    static PaymentSchedule of(Security security, LocalDate from) {
        Bond bond = security.bond();
        boolean bullet = !(bond instanceof AmortisingBond) && !(bond instanceof PerpetualBond);
        InvalidInput.unless(bullet, "bond", security.id(), "repaid at once: a bullet");
        BondConvention convention = bond.convention();
        HolidayCalendar calendar = HolidayCalendars.of(convention.calendar()); // once: to find it by name takes long
        List<Payment> payments = new ArrayList<>();
        List<CashFlow> flows = BondPricing.of(bond, from).cashFlows();
        for (CashFlow flow : flows) {
            LocalDate due = flow.dueDate();
            LocalDate entitled = flow.principal() == 0.0 ? convention.exCoupon().firstExCouponDate(due) : due;
            payments.add(new Payment(
                    entitled,
                    convention.paymentConvention().adjust(due, calendar),
                    BigDecimal.valueOf(flow.coupon()),
                    BigDecimal.valueOf(flow.principal())));
        }
        InvalidInput.unless(!payments.isEmpty(), "bond", security.id(), "not repaid by " + from);
        return new PaymentSchedule(payments);
    }

    /** The first settlement day on which there is nothing to trade any more. */
    LocalDate end() {
        return payments.get(payments.size() - 1).entitled();
    }

    /** The payments to which the right was fixed after one settlement day, up to and on another. */
    List<Payment> between(LocalDate after, LocalDate until) {
        int low = 0;
        int high = payments.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (payments.get(middle).entitled().isAfter(after)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        int end = low;
        while (end < payments.size() && !payments.get(end).entitled().isAfter(until)) {
            end++;
        }
        return payments.subList(low, end);
    }
}
