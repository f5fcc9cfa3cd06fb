package io.bondtrader.strategies.order;

import io.bondtrader.core.trade.Security;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Settlement on the next calendar day, with one and a half of accrued interest. */
public enum FlatTerms implements SettlementTerms {
    NEXT_DAY;

    @Override
    public LocalDate settlement(Security security, Instant executedAt) {
        return LocalDate.ofInstant(executedAt, ZoneOffset.UTC).plusDays(1);
    }

    @Override
    public BigDecimal accruedPer100(Security security, LocalDate settlement) {
        return new BigDecimal("1.5");
    }
}
