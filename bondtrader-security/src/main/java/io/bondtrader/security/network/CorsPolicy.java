package io.bondtrader.security.network;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.input.HeaderText;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which pages of other origins may call us from a browser. Origins are compared whole and exactly: no pattern, no suffix, no
 * {@code null}. Immutable and safe for use by many threads.
 *
 * <p>Source: WHATWG Fetch, section 3.2 (CORS protocol).
 *
 * @param origins as browsers send them: scheme, host in small letters, port if it is not the scheme's own
 * @param methods that may be used
 * @param headers that may be sent, besides the safe ones; compared without case
 * @param exposed headers that a page may read
 * @param credentials whether cookies may come with it
 * @param maxAge for which a browser may remember the answer to its question, up to a day
 */
public record CorsPolicy(
        Set<String> origins,
        Set<String> methods,
        Set<String> headers,
        Set<String> exposed,
        boolean credentials,
        Duration maxAge) {

    /**
     * Checks every origin and name.
     *
     * @throws InvalidInput if an origin is {@code *}, {@code null}, or has a path, capital letters or another form, a name
     *     is no token, or the age is outside its range
     */
    public CorsPolicy {
        origins = Set.copyOf(origins);
        origins.forEach(origin -> InvalidInput.unless(
                isOrigin(origin), "origin", origin, "https://host or https://host:port in small letters"));
        methods = Set.copyOf(methods);
        methods.forEach(method -> HeaderText.token("method", method));
        headers = lower(headers);
        exposed = Set.copyOf(exposed);
        exposed.forEach(header -> HeaderText.token("header", header));
        boolean fits = !maxAge.isNegative() && maxAge.compareTo(Duration.ofDays(1)) <= 0;
        InvalidInput.unless(fits, "maxAge", maxAge, "from nothing to a day");
    }

    private static Set<String> lower(Set<String> names) {
        SortedSet<String> lower = new TreeSet<>();
        for (String name : names) {
            lower.add(HeaderText.token("header", name).toLowerCase(Locale.ROOT));
        }
        return Set.copyOf(lower);
    }

    /** What becomes of a request as far as its origin goes. */
    public sealed interface Decision {}

    /** It comes from no page of another origin, or not from a browser. */
    public record NotCrossOrigin() implements Decision {}

    /**
     * It may go on; for a question ahead, this is the whole answer.
     *
     * @param headers to be set
     * @param preflight whether it was a question ahead, to be answered with status 204
     */
    public record Allowed(Map<String, String> headers, boolean preflight) implements Decision {

        /** Copies the headers. */
        public Allowed {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }
    }

    /**
     * It may not: answer with status 403 and without any of the headers.
     *
     * @param reason for the log: {@code origin}, {@code method} or {@code headers}
     */
    public record Refused(String reason) implements Decision {}

    /**
     * Decides about a request.
     *
     * @param origin value of the header {@code Origin}; null without one
     * @param own the origin that the request was sent to
     * @param method of the request
     * @param wantedMethod value of {@code Access-Control-Request-Method}; null without one
     * @param wantedHeaders value of {@code Access-Control-Request-Headers}; null without one
     * @return the decision
     */
    public Decision decide(
            @Nullable String origin,
            String own,
            String method,
            @Nullable String wantedMethod,
            @Nullable String wantedHeaders) {
        Objects.requireNonNull(method, "method");
        if (origin == null || origin.equals(own)) {
            return new NotCrossOrigin();
        }
        if (!origins.contains(origin)) {
            return new Refused("origin");
        }
        boolean preflight = method.equals("OPTIONS") && wantedMethod != null;
        if (!methods.contains(preflight ? wantedMethod : method)) {
            return new Refused("method");
        }
        if (preflight && wantedHeaders != null && !allowsHeaders(wantedHeaders)) {
            return new Refused("headers");
        }
        return new Allowed(answer(origin, preflight), preflight);
    }

    private Map<String, String> answer(String origin, boolean preflight) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("Access-Control-Allow-Origin", origin);
        answer.put(
                "Vary", preflight ? "Origin, Access-Control-Request-Method, Access-Control-Request-Headers" : "Origin");
        if (credentials) {
            answer.put("Access-Control-Allow-Credentials", "true");
        }
        if (preflight) {
            answer.put("Access-Control-Allow-Methods", String.join(", ", new TreeSet<>(methods)));
            if (!headers.isEmpty()) {
                answer.put("Access-Control-Allow-Headers", String.join(", ", new TreeSet<>(headers)));
            }
            answer.put("Access-Control-Max-Age", Long.toString(maxAge.toSeconds()));
        } else if (!exposed.isEmpty()) {
            answer.put("Access-Control-Expose-Headers", String.join(", ", new TreeSet<>(exposed)));
        }
        return answer;
    }

    private boolean allowsHeaders(String wanted) {
        if (wanted.length() > 1024) {
            return false;
        }
        for (String name : wanted.split(",", -1)) {
            if (!headers.contains(name.strip().toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOrigin(String origin) {
        String rest;
        if (origin.startsWith("https://")) {
            rest = origin.substring(8);
        } else if (origin.startsWith("http://localhost")) {
            rest = origin.substring(7);
        } else {
            return false;
        }
        int colon = rest.lastIndexOf(':');
        String host = colon < 0 ? rest : rest.substring(0, colon);
        String port = colon < 0 ? "1" : rest.substring(colon + 1);
        boolean hostFits = !host.isEmpty()
                && host.length() <= 253
                && host.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.');
        boolean portFits = !port.isEmpty()
                && port.length() <= 5
                && port.charAt(0) != '0'
                && port.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(port) <= 65535
                && !(origin.startsWith("https") && port.equals("443"));
        return hostFits && portFits;
    }
}
