package io.bondtrader.security.network;

import java.time.Instant;
import java.util.Optional;

/**
 * Knows where addresses are. Called once a request that a geographic rule holds for. Safe for use by many threads, and quick:
 * a database in memory, not a service.
 */
public interface GeoResolver {

    /**
     * Locates an address.
     *
     * @param address after trusted proxies
     * @return where it is; nothing if that is not known
     */
    Optional<GeoLocation> locate(IpAddress address);

    /** {@return when the database was built; what it says of today is as old} */
    Instant builtAt();
}
