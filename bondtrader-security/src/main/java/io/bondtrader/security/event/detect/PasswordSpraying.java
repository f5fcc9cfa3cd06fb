package io.bondtrader.security.event.detect;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.network.IpAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds an address or a network from which passwords are tried on many accounts, however few on each. An account whose user
 * signs in from there afterwards does not count, so that an office behind one address does not look like an attack on Monday
 * morning; of login names that nobody has, each sign-in takes one back. Who signs in from an address under suspicion is found
 * too: that password may have been the one that fitted.
 *
 * <p>Not safe for use by many threads; see {@link Detector}.
 */
public final class PasswordSpraying implements Detector {

    private static final int SOURCES = 10_000;

    private final DistinctInWindow addresses;
    private final DistinctInWindow networks;
    private final int perAddress;
    private final int perNetwork;
    private long names;

    private PasswordSpraying(int perAddress, int perNetwork, Duration window) {
        InvalidInput.unless(perNetwork >= perAddress, "perNetwork", perNetwork, "not below that of an address");
        this.addresses = new DistinctInWindow(SOURCES, perAddress, window);
        this.networks = new DistinctInWindow(SOURCES, perNetwork, window);
        this.perAddress = perAddress;
        this.perNetwork = perNetwork;
    }

    /** {@return a detector of 10 accounts of one address, or 25 of one network, within an hour} */
    public static PasswordSpraying standard() {
        return of(10, 25, Duration.ofHours(1));
    }

    /**
     * Returns a detector.
     *
     * @param perAddress accounts that failed from one address (IPv6: /64) and did not sign in
     * @param perNetwork the same for a network (/24, IPv6: /48)
     * @param window of time
     * @return the detector
     * @throws InvalidInput if a number is not from 2 to 1000 or the second below the first, or the window is not from a second to 7 days
     */
    public static PasswordSpraying of(int perAddress, int perNetwork, Duration window) {
        return new PasswordSpraying(perAddress, perNetwork, window);
    }

    @Override
    public String name() {
        return "password-spraying";
    }

    @Override
    public List<Finding> observe(SecurityEvent event) {
        @Nullable IpAddress source = event.source();
        if (source == null) {
            return List.of();
        }
        if (Attempted.wrongPassword(event)) {
            return failed(event, source);
        }
        @Nullable AccountId account = event.account();
        return Attempted.signedIn(event) && account != null ? signedIn(event, account, source) : List.of();
    }

    private List<Finding> failed(SecurityEvent event, IpAddress source) {
        String item = event.account() == null ? "name " + names++ : "account " + event.account();
        List<Finding> found = new ArrayList<>();
        String address = Attempted.address(source);
        int ofAddress = addresses.add(address, item, event.occurredAt());
        int ofNetwork = networks.add(Attempted.network(source), item, event.occurredAt());
        if (ofAddress >= perAddress) {
            found.add(sprayed(event, source, address, ofAddress));
        } else if (ofNetwork >= perNetwork) {
            found.add(sprayed(event, source, Attempted.network(source), ofNetwork));
        }
        return found;
    }

    private static Finding sprayed(SecurityEvent event, IpAddress source, String subject, int accounts) {
        return Finding.of(
                SecurityEvent.of(SecurityEventType.MALICIOUS_CREDENTIAL_ATTACK, event.occurredAt())
                        .from(source)
                        .about(subject)
                        .with("accounts", "at least " + accounts),
                "Passwords are tried on many accounts from " + subject);
    }

    private List<Finding> signedIn(SecurityEvent event, AccountId account, IpAddress source) {
        String address = Attempted.address(source);
        String network = Attempted.network(source);
        boolean suspect = addresses.count(address, event.occurredAt()) >= perAddress
                || networks.count(network, event.occurredAt()) >= perNetwork;
        takeBack(addresses, address, account);
        takeBack(networks, network, account);
        if (!suspect) {
            return List.of();
        }
        return List.of(Finding.of(
                SecurityEvent.of(SecurityEventType.MALICIOUS_CREDENTIAL_ATTACK, event.occurredAt())
                        .by(account)
                        .from(source)
                        .about("account " + account),
                "Account " + account + " signed in from where passwords are tried on many accounts, " + address));
    }

    private static void takeBack(DistinctInWindow failures, String key, AccountId account) {
        if (!failures.remove(key, "account " + account)) {
            failures.removeOneThatBegins(key, "name ");
        }
    }
}
