package io.bondtrader.security.authentication;

import io.bondtrader.security.network.IpAddress;
import java.util.Objects;

/**
 * Where somebody signs in from.
 *
 * <p>Immutable. Never prints the device's secret.
 *
 * @param address as the trusted proxies say
 * @param device the secret that {@link SignInResult.SignedIn#device} once gave to this browser; empty if it has none
 * @param correlationId ties the events of one request together; empty without one
 */
public record SignInSource(IpAddress address, String device, String correlationId) {

    /** Checks that nothing is missing. */
    public SignInSource {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(correlationId, "correlationId");
    }

    /**
     * Returns a source without a device.
     *
     * @param address as the trusted proxies say
     * @return the source
     */
    public static SignInSource of(IpAddress address) {
        return new SignInSource(address, "", "");
    }

    /**
     * Returns this source with the device's secret.
     *
     * @param secret from the browser's cookie, whatever it holds
     * @return the source
     */
    public SignInSource withDevice(String secret) {
        return new SignInSource(address, secret, correlationId);
    }

    @Override
    public String toString() {
        return "SignInSource[" + address + (device.isEmpty() ? "" : ", device hidden") + "]";
    }
}
