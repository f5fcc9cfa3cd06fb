package io.bondtrader.security.token.jwks;

import io.bondtrader.core.error.InvalidInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Fetches keys over https on the JDK's client: no redirect is followed, no more than 256 KiB are read, and the whole must be
 * there before the deadline, however slowly it trickles.
 *
 * <p>Safe for use by many threads. The addresses that a name stands for can be limited; the client looks the name up again,
 * so that against names that change in between a firewall is needed still.
 */
public final class HttpsJwkFetch implements JwkFetch {

    static final int LONGEST = 256 * 1024;

    private final HttpClient client;
    private final Duration deadline;
    private final Predicate<InetAddress> allowed;
    private final String scheme;

    private HttpsJwkFetch(HttpClient client, Duration deadline, Predicate<InetAddress> allowed, String scheme) {
        this.client = client;
        this.deadline = deadline;
        this.allowed = allowed;
        this.scheme = scheme;
    }

    /**
     * Returns a fetch to any address.
     *
     * @param deadline for the whole, above zero and at most a minute
     * @return the fetch
     */
    public static HttpsJwkFetch within(Duration deadline) {
        return of(deadline, "https");
    }

    /** With plain http, for tests on this machine. */
    static HttpsJwkFetch of(Duration deadline, String scheme) {
        boolean fits = !deadline.isNegative() && !deadline.isZero() && deadline.compareTo(Duration.ofMinutes(1)) <= 0;
        InvalidInput.unless(fits, "deadline", deadline, "above zero and at most a minute");
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(deadline)
                .build();
        return new HttpsJwkFetch(client, deadline, address -> true, scheme);
    }

    /**
     * Limits the addresses.
     *
     * @param each asked for every address that the name stands for; all must be allowed
     * @return a fetch that asks
     */
    public HttpsJwkFetch allowing(Predicate<InetAddress> each) {
        return new HttpsJwkFetch(client, deadline, Objects.requireNonNull(each, "each"), scheme);
    }

    /** {@return a fetch that goes to no address of this machine, of private networks, or of no network at all} */
    public HttpsJwkFetch allowingPublicAddresses() {
        return allowing(HttpsJwkFetch::isPublic);
    }

    private static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        return !(address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || uniqueLocal
                || shared);
    }

    @Override
    public byte[] fetch(URI address) throws IOException {
        if (!scheme.equalsIgnoreCase(address.getScheme()) || address.getHost() == null) {
            throw new IOException("keys are fetched over " + scheme);
        }
        for (InetAddress each : InetAddress.getAllByName(address.getHost())) {
            if (!allowed.test(each)) {
                throw new IOException("keys are not fetched from such an address");
            }
        }
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "application/jwk-set+json, application/json")
                .timeout(deadline)
                .GET()
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, HttpsJwkFetch::body);
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS).body();
        } catch (TimeoutException late) {
            throw new IOException("keys did not come in time");
        } catch (ExecutionException failed) {
            throw new IOException("keys could not be fetched", failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("the fetch of keys was interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    private static HttpResponse.BodySubscriber<byte[]> body(HttpResponse.ResponseInfo info) {
        return new Capped(info.statusCode() == 200);
    }

    /** Reads up to the cap, and gives up beyond it or at once. */
    private static final class Capped implements HttpResponse.BodySubscriber<byte[]> {

        private final boolean wanted;
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private Flow.@Nullable Subscription subscription;

        Capped(boolean wanted) {
            this.wanted = wanted;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            if (wanted) {
                given.request(Long.MAX_VALUE);
            } else {
                stop("the answer is no set of keys");
            }
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            for (ByteBuffer part : parts) {
                if (bytes.size() + part.remaining() > LONGEST) {
                    stop("the answer is too long");
                    return;
                }
                byte[] some = new byte[part.remaining()];
                part.get(some);
                bytes.writeBytes(some);
            }
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            body.complete(bytes.toByteArray());
        }

        private void stop(String because) {
            if (subscription != null) {
                subscription.cancel();
            }
            body.completeExceptionally(new IOException(because));
        }
    }
}
