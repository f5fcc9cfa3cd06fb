package io.bondtrader.compliance.transparency;

import io.bondtrader.core.error.MissingData;
import java.math.BigDecimal;

/**
 * Amounts of a bond's currency in that of a table.
 *
 * @param request knows the rates
 * @param currency of the table
 */
record Worth(TransparencyRequest request, String currency) {

    BigDecimal of(BigDecimal amount) {
        String own = request.bond().currency();
        if (own.equals(currency)) {
            return amount;
        }
        BigDecimal rate = request.rates().get(currency);
        if (rate == null) {
            throw new MissingData("the worth of one " + own + " in " + currency + ", for " + request.reference());
        }
        return amount.multiply(rate);
    }
}
