package io.bondtrader.security.authentication;

import io.bondtrader.security.guard.ConsecutiveRule;
import io.bondtrader.security.guard.WindowRule;
import java.time.Duration;
import java.util.Objects;

/**
 * How many failed sign-ins are borne.
 *
 * <p>Immutable.
 *
 * @param account in a row on one account, counted apart for each known place and together for all others
 * @param address from one IPv4 address or one IPv6 network of 64 bits
 * @param network from one IPv4 network of 24 bits or one IPv6 network of 48
 * @param everywhere from all places that are not known to the account they try
 */
public record ProtectionRules(ConsecutiveRule account, WindowRule address, WindowRule network, WindowRule everywhere) {

    /** Checks that nothing is missing. */
    public ProtectionRules {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(everywhere, "everywhere");
    }

    /**
     * Returns what suits a desk: the {@linkplain ConsecutiveRule#standard() standard} for accounts, in a quarter of an hour
     * 30 from an address and 100 from a network, and 1000 in a minute from everywhere.
     *
     * @return the rules
     */
    public static ProtectionRules standard() {
        Duration quarter = Duration.ofMinutes(15);
        return new ProtectionRules(
                ConsecutiveRule.standard(),
                new WindowRule(30, quarter),
                new WindowRule(100, quarter),
                new WindowRule(1000, Duration.ofMinutes(1)));
    }
}
