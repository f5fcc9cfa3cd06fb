package io.bondtrader.strategies.order;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.time.HolidayCalendar;
import io.bondtrader.core.trade.Security;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/** When a trade settles, and which interest has accrued by then. */
public interface SettlementTerms {

    /**
     * Returns the day of settlement.
     *
     * @param security what was traded
     * @param executedAt when
     * @return the day on which bond and cash change hands
     */
    LocalDate settlement(Security security, Instant executedAt);

    /**
     * Returns accrued interest.
     *
     * @param security what was traded
     * @param settlement day of settlement
     * @return per 100 face
     */
    BigDecimal accruedPer100(Security security, LocalDate settlement);

    /**
     * Returns terms by which every trade settles a number of business days later, with interest by the bond's convention.
     *
     * @param businessDays how many, 0 or more
     * @param calendar which days are business days
     * @param zone where the day of the trade is read
     * @return the terms
     * @throws InvalidInput if the number is negative
     */
    static SettlementTerms after(int businessDays, HolidayCalendar calendar, ZoneId zone) {
        InvalidInput.unless(businessDays >= 0, "businessDays", businessDays, "0 or more");
        Objects.requireNonNull(calendar);
        Objects.requireNonNull(zone);
        return new SettlementTerms() {
            @Override
            public LocalDate settlement(Security security, Instant executedAt) {
                return calendar.plusBusinessDays(LocalDate.ofInstant(executedAt, zone), businessDays);
            }

            @Override
            public BigDecimal accruedPer100(Security security, LocalDate settlement) {
                return BigDecimal.valueOf(
                        BondPricing.of(security.bond(), settlement).accruedInterest());
            }
        };
    }
}
