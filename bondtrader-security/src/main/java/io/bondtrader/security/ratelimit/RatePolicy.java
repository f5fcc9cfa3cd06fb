package io.bondtrader.security.ratelimit;

import io.bondtrader.core.error.InvalidInput;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * One limit: so many permits in every window of a length. Immutable.
 *
 * @param name of the policy, 1 to 32 of a-z, 0-9 and hyphen; stands in headers
 * @param scope what it counts by
 * @param limit permits in a window, from 1 to a hundred million
 * @param window its length, from a millisecond to 31 days
 * @param roles for whom it holds; empty for everybody
 * @param endpoints where it holds, by canonical name; empty for everywhere
 */
public record RatePolicy(
        String name, RateScope scope, int limit, Duration window, Set<String> roles, Set<String> endpoints) {

    private static final int LARGEST = 100_000_000;

    /**
     * Checks the numbers.
     *
     * @throws InvalidInput if one is outside its range
     */
    public RatePolicy {
        boolean named = !name.isEmpty()
                && name.length() <= 32
                && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
        InvalidInput.unless(named, "name of the policy", name, "1 to 32 of a-z, 0-9 and -");
        Objects.requireNonNull(scope, "scope");
        InvalidInput.unless(limit >= 1 && limit <= LARGEST, "limit", limit, "from 1 to " + LARGEST);
        boolean fits = window.compareTo(Duration.ofMillis(1)) >= 0 && window.compareTo(Duration.ofDays(31)) <= 0;
        InvalidInput.unless(fits, "window", window, "from a millisecond to 31 days");
        roles = Set.copyOf(roles);
        endpoints = Set.copyOf(endpoints);
    }

    /**
     * Returns a limit for everybody, everywhere.
     *
     * @param name of the policy
     * @param scope what it counts by
     * @param limit permits in a window
     * @param window its length
     * @return the policy
     */
    public static RatePolicy of(String name, RateScope scope, int limit, Duration window) {
        return new RatePolicy(name, scope, limit, window, Set.of(), Set.of());
    }

    /**
     * Returns this limit for some roles only.
     *
     * @param only for whom it holds
     * @return the policy
     */
    public RatePolicy forRoles(String... only) {
        return new RatePolicy(name, scope, limit, window, Set.of(only), endpoints);
    }

    /**
     * Returns this limit for some endpoints only.
     *
     * @param only where it holds, by canonical name
     * @return the policy
     */
    public RatePolicy atEndpoints(String... only) {
        return new RatePolicy(name, scope, limit, window, roles, Set.of(only));
    }

    boolean holds(RateRequest request) {
        return (roles.isEmpty() || roles.contains(request.role()))
                && (endpoints.isEmpty() || endpoints.contains(request.endpoint()));
    }
}
