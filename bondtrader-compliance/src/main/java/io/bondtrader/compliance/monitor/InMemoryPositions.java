package io.bondtrader.compliance.monitor;

import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Positions in memory, as trades told of them.
 *
 * <p>Safe for use by many threads; gone with the process.
 */
public final class InMemoryPositions implements Positions {

    private final Map<String, Map<Isin, BigDecimal>> bonds = new HashMap<>();
    private final Map<String, Map<String, BigDecimal>> issuers = new HashMap<>();

    /** Creates positions of no account. */
    public InMemoryPositions() {}

    /**
     * Makes an account known, without positions.
     *
     * @param account which
     * @throws InvalidInput if it is blank or known
     */
    public synchronized void open(String account) {
        InvalidInput.unless(!account.isBlank(), "account", account, "not blank");
        InvalidInput.unless(!bonds.containsKey(account), "account", account, "new");
        bonds.put(account, new HashMap<>());
        issuers.put(account, new HashMap<>());
    }

    /**
     * Adds to a position.
     *
     * @param account which account
     * @param isin which bond
     * @param issuer who owes it
     * @param nominal how much, negative for a sale
     * @throws InvalidInput if the account is not known
     */
    public synchronized void add(String account, Isin isin, String issuer, BigDecimal nominal) {
        Map<Isin, BigDecimal> byBond = bonds.get(account);
        Map<String, BigDecimal> byIssuer = issuers.get(account);
        if (byBond == null || byIssuer == null) {
            throw new InvalidInput("account", account, "known");
        }
        byBond.merge(isin, nominal, BigDecimal::add);
        byIssuer.merge(issuer, nominal, BigDecimal::add);
    }

    @Override
    public synchronized Optional<BigDecimal> inBond(String account, Isin isin) {
        return Optional.ofNullable(bonds.get(account)).map(held -> held.getOrDefault(isin, BigDecimal.ZERO));
    }

    @Override
    public synchronized Optional<BigDecimal> inIssuer(String account, String issuer) {
        return Optional.ofNullable(issuers.get(account)).map(held -> held.getOrDefault(issuer, BigDecimal.ZERO));
    }

    @Override
    public synchronized String toString() {
        return "InMemoryPositions" + bonds.keySet();
    }
}
