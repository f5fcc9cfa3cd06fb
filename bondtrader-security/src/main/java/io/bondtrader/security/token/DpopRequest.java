package io.bondtrader.security.token;

import io.bondtrader.core.error.InvalidInput;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The request that a proof came with.
 *
 * <p>Immutable.
 *
 * @param method such as {@code POST}; case counts
 * @param address where the request went, with https; query and fragment do not count
 * @param accessToken that came with it; null at the token endpoint
 * @param nonce that the client was told to use; null if none
 */
public record DpopRequest(
        String method,
        URI address,
        @Nullable String accessToken,
        @Nullable String nonce) {

    /**
     * Checks the address.
     *
     * @throws InvalidInput if it is not absolute with https, or holds a user
     */
    public DpopRequest {
        Objects.requireNonNull(method, "method");
        InvalidInput.unless(
                normal(address).isPresent(),
                "address",
                "another",
                "absolute with https, without a user or an odd port");
    }

    /**
     * Returns a request that uses an access token.
     *
     * @param method such as {@code POST}
     * @param address where the request went
     * @param accessToken that came with it
     * @return the request
     */
    public static DpopRequest using(String method, URI address, String accessToken) {
        return new DpopRequest(method, address, Objects.requireNonNull(accessToken, "accessToken"), null);
    }

    boolean isAt(String claimed) {
        try {
            return normal(new URI(claimed))
                    .filter(normal(address).orElseThrow()::equals)
                    .isPresent();
        } catch (URISyntaxException none) {
            return false;
        }
    }

    /** Scheme and host in lower case, without the port that https has anyway (RFC 3986, sections 6.2.2 and 6.2.3). */
    private static Optional<String> normal(URI uri) {
        boolean fits =
                "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null;
        if (!fits) {
            return Optional.empty();
        }
        String port = uri.getPort() == -1 || uri.getPort() == 443 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return Optional.of("https://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path);
    }

    @Override
    public String toString() {
        return "DpopRequest[" + method + "]";
    }
}
