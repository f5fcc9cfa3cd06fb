package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Security;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a venue takes for a fill. */
@FunctionalInterface
public interface Commission {

    /**
     * Returns the fees of a fill.
     *
     * @param security what was traded
     * @param face how much
     * @param cleanPrice at which price per 100
     * @return zero or more, in the security's currency
     */
    Money of(Security security, BigDecimal face, BigDecimal cleanPrice);

    /** {@return no commission} */
    static Commission none() {
        return (security, face, cleanPrice) -> Money.zero(security.currency());
    }

    /**
     * Returns a commission on the face, rounded half up to the currency's smallest unit.
     *
     * @param amount for a million face, zero or more
     * @return the commission
     * @throws InvalidInput if it is negative
     */
    static Commission perMillion(BigDecimal amount) {
        InvalidInput.unless(amount.signum() >= 0, "amount", amount, "zero or more");
        return (security, face, cleanPrice) ->
                new Money(face.multiply(amount).movePointLeft(6), security.currency()).rounded(RoundingMode.HALF_UP);
    }
}
