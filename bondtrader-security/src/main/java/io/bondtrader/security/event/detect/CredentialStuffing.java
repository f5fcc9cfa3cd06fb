package io.bondtrader.security.event.detect;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.network.IpAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds a list of stolen passwords being tried from many networks, each of which does little. An account whose user signs in
 * afterwards does not count.
 *
 * <p>Not safe for use by many threads; see {@link Detector}.
 */
public final class CredentialStuffing implements Detector {

    private static final String EVERYWHERE = "everywhere";

    private final DistinctInWindow accounts;
    private final DistinctInWindow networks;
    private final int manyAccounts;
    private final int manyNetworks;
    private long names;

    private CredentialStuffing(int manyAccounts, int manyNetworks, Duration window) {
        this.accounts = new DistinctInWindow(1, manyAccounts, window);
        this.networks = new DistinctInWindow(1, manyNetworks, window);
        this.manyAccounts = manyAccounts;
        this.manyNetworks = manyNetworks;
    }

    /** {@return a detector of 50 accounts and 20 networks within a quarter of an hour, for some thousand users} */
    public static CredentialStuffing standard() {
        return of(50, 20, Duration.ofMinutes(15));
    }

    /**
     * Returns a detector of both numbers reached.
     *
     * @param accounts that failed and did not sign in
     * @param networks (/24, IPv6: /48) that failures came from
     * @param window of time
     * @return the detector
     * @throws InvalidInput if a number is not from 2 to 1000, or the window is not from a second to 7 days
     */
    public static CredentialStuffing of(int accounts, int networks, Duration window) {
        return new CredentialStuffing(accounts, networks, window);
    }

    @Override
    public String name() {
        return "credential-stuffing";
    }

    @Override
    public List<Finding> observe(SecurityEvent event) {
        @Nullable AccountId account = event.account();
        @Nullable IpAddress source = event.source();
        if (account != null && Attempted.signedIn(event)) {
            if (!accounts.remove(EVERYWHERE, "account " + account)) {
                accounts.removeOneThatBegins(EVERYWHERE, "name ");
            }
            return List.of();
        }
        if (source == null || !Attempted.wrongPassword(event)) {
            return List.of();
        }
        String item = account == null ? "name " + names++ : "account " + account;
        int ofAccounts = accounts.add(EVERYWHERE, item, event.occurredAt());
        int ofNetworks = networks.add(EVERYWHERE, Attempted.network(source), event.occurredAt());
        if (ofAccounts < manyAccounts || ofNetworks < manyNetworks) {
            return List.of();
        }
        return List.of(Finding.of(
                SecurityEvent.of(SecurityEventType.MALICIOUS_CREDENTIAL_ATTACK, event.occurredAt())
                        .about(EVERYWHERE)
                        .with("accounts", "at least " + ofAccounts)
                        .with("networks", "at least " + ofNetworks),
                "Passwords are tried on many accounts from many networks"));
    }
}
