package io.bondtrader.security.ratelimit;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.network.IpAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request as limits see it. The endpoint is the name of the route, never the path that was typed: otherwise every variant
 * of it would have a limit of its own. Immutable.
 *
 * @param subject whom it is counted for: a person, or an account that no person stands behind; null for strangers
 * @param role the caller's role as far as limits differ; empty for none
 * @param endpoint canonical name of the endpoint
 * @param address where it came from, after trusted proxies
 * @param permits how many it uses, from 1 to a million
 */
public record RateRequest(@Nullable String subject, String role, String endpoint, IpAddress address, int permits) {

    /**
     * Checks the permits.
     *
     * @throws InvalidInput if they are outside the range
     */
    public RateRequest {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(address, "address");
        if (permits < 1 || permits > 1_000_000) {
            throw new InvalidInput("permits", permits, "from 1 to 1000000");
        }
    }

    /**
     * Returns a request of somebody who signed in. Counted for the person, so that many accounts and keys share one limit.
     *
     * @param caller who asks
     * @param role the caller's role
     * @param endpoint canonical name
     * @param address where it came from
     * @return the request, for one permit
     */
    public static RateRequest of(Principal caller, String role, String endpoint, IpAddress address) {
        PersonId person = caller.person();
        String subject = person == null ? "a:" + caller.account().value() : "p:" + person.value();
        return new RateRequest(subject, role, endpoint, address, 1);
    }

    /**
     * Returns a request of a stranger.
     *
     * @param endpoint canonical name
     * @param address where it came from
     * @return the request, for one permit
     */
    public static RateRequest anonymous(String endpoint, IpAddress address) {
        return new RateRequest(null, "", endpoint, address, 1);
    }

    /**
     * Returns this request at another price.
     *
     * @param used how many permits it uses
     * @return the request
     */
    public RateRequest costing(int used) {
        return new RateRequest(subject, role, endpoint, address, used);
    }

    /** What a scope counts this request by. */
    Object key(RateScope scope) {
        return switch (scope) {
            case PERSON -> subject == null ? address(64, 32) : subject;
            case PERSON_AND_ENDPOINT -> new Pair(key(RateScope.PERSON), endpoint);
            case ADDRESS -> address(64, 32);
            case NETWORK -> address(48, 24);
            case ENDPOINT -> endpoint;
            case EVERYTHING -> "";
        };
    }

    private IpAddress address(int six, int four) {
        return address.isVersion4() ? four == 32 ? address : address.network(four) : address.network(six);
    }

    private record Pair(Object subject, String endpoint) {}
}
