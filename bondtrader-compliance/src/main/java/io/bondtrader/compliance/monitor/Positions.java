package io.bondtrader.compliance.monitor;

import io.bondtrader.core.bond.Isin;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What accounts hold now. Implementations are safe for use by many threads and answer without waiting. An account without a
 * position in a bond holds zero of it; nothing is the answer of whoever does not know.
 */
public interface Positions {

    /**
     * Returns the nominal of a bond in an account.
     *
     * @param account which account
     * @param isin which bond
     * @return the nominal, negative if short; nothing if the account is not known
     */
    Optional<BigDecimal> inBond(String account, Isin isin);

    /**
     * Returns the net nominal of all bonds of an issuer in an account.
     *
     * @param account which account
     * @param issuer whose
     * @return the nominal, negative if short; nothing if the account is not known
     */
    Optional<BigDecimal> inIssuer(String account, String issuer);
}
