package io.bondtrader.security.event.detect;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.network.GeoLocation;
import io.bondtrader.security.network.GeoResolver;
import io.bondtrader.security.network.IpAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Finds an account that signs in at two places between which nobody travels in that time. Places of which only the country is
 * known are not judged. A database that fails or is old is reported, and used all the same as far as it answers.
 *
 * <p>Not safe for use by many threads; see {@link Detector}.
 */
public final class ImpossibleTravel implements Detector {

    private static final double MILLIS_PER_HOUR = 3_600_000;

    private final GeoResolver resolver;
    private final TravelRule rule;
    private final int accounts;
    private final Map<AccountId, Sighting> last = new LinkedHashMap<>(16, 0.75f, true);

    private ImpossibleTravel(GeoResolver resolver, TravelRule rule, int accounts) {
        InvalidInput.unless(accounts >= 1, "accounts", accounts, "at least 1");
        this.resolver = Objects.requireNonNull(resolver);
        this.rule = Objects.requireNonNull(rule);
        this.accounts = accounts;
    }

    /**
     * Returns a detector that remembers 100,000 accounts.
     *
     * @param resolver knows where addresses are
     * @param rule what is impossible
     * @return the detector
     */
    public static ImpossibleTravel of(GeoResolver resolver, TravelRule rule) {
        return of(resolver, rule, 100_000);
    }

    /**
     * Returns a detector.
     *
     * @param resolver knows where addresses are
     * @param rule what is impossible
     * @param accounts to remember; the one not seen for longest is forgotten first
     * @return the detector
     * @throws InvalidInput if it may remember no account
     */
    public static ImpossibleTravel of(GeoResolver resolver, TravelRule rule, int accounts) {
        return new ImpossibleTravel(resolver, rule, accounts);
    }

    private record Sighting(GeoLocation place, IpAddress source, Instant at) {}

    @Override
    public String name() {
        return "impossible-travel";
    }

    @Override
    public List<Finding> observe(SecurityEvent event) {
        @Nullable AccountId account = event.account();
        @Nullable IpAddress source = event.source();
        if (account == null || source == null || !Attempted.signedIn(event) || isTrusted(source)) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        Optional<GeoLocation> place;
        try {
            if (resolver.builtAt().plus(rule.oldestDatabase()).isBefore(event.occurredAt())) {
                found.add(database(event, "outdated"));
            }
            place = resolver.locate(source);
        } catch (RuntimeException failing) {
            return List.of(database(event, "failing"));
        }
        place.filter(where -> where.latitude() != null)
                .map(where -> new Sighting(where, source, event.occurredAt()))
                .ifPresent(here -> seen(event, account, here, found));
        return found;
    }

    private void seen(SecurityEvent event, AccountId account, Sighting here, List<Finding> found) {
        @Nullable Sighting before = last.get(account);
        if (before != null && isImpossible(before, here)) {
            found.add(travelled(event, account, before, here));
        }
        if (before == null || !here.at().isBefore(before.at())) {
            last.put(account, here);
        }
        if (last.size() > accounts) {
            last.remove(last.keySet().iterator().next());
        }
    }

    /** No division: two sign-ins at the same instant are as far apart as they are. */
    private boolean isImpossible(Sighting one, Sighting other) {
        OptionalDouble apart = one.place().kilometresTo(other.place());
        double hours = Duration.between(one.at(), other.at()).abs().toMillis() / MILLIS_PER_HOUR;
        return apart.isPresent()
                && apart.getAsDouble() >= rule.minimumKilometres()
                && apart.getAsDouble() > rule.kilometresPerHour() * hours;
    }

    private static Finding travelled(SecurityEvent event, AccountId account, Sighting before, Sighting here) {
        long kilometres = Math.round(before.place().kilometresTo(here.place()).orElse(0));
        long minutes = Duration.between(before.at(), here.at()).abs().toMinutes();
        SecurityEvent news = SecurityEvent.of(SecurityEventType.AUTHN_IMPOSSIBLE_TRAVEL, event.occurredAt())
                .by(account)
                .from(here.source())
                .within(event.correlationId())
                .about("account " + account)
                .with("before", before.source() + " " + before.place().country())
                .with("now", here.source() + " " + here.place().country())
                .with("kilometres", kilometres)
                .with("minutes", minutes)
                .with("anonymous", before.place().anonymous() || here.place().anonymous());
        return Finding.of(
                news, "Account " + account + " signed in " + kilometres + " km apart within " + minutes + " minutes");
    }

    private static Finding database(SecurityEvent event, String state) {
        return Finding.of(
                SecurityEvent.of(SecurityEventType.SYS_MONITOR_DISABLED, event.occurredAt())
                        .about("database of places")
                        .with("state", state),
                "The database of places is " + state + ": impossible travel may go unseen");
    }

    private boolean isTrusted(IpAddress source) {
        return rule.trusted().stream().anyMatch(network -> network.contains(source));
    }
}
