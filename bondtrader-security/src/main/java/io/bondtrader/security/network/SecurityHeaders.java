package io.bondtrader.security.network;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.input.HeaderText;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Headers that tell browsers what they may do with an answer, as values that any framework can send. Immutable.
 *
 * <p>Sources: OWASP Secure Headers Project; OWASP REST Security Cheat Sheet; RFC 6797 for transport security.
 */
public final class SecurityHeaders {

    private final Map<String, String> values;

    private SecurityHeaders(Map<String, String> values) {
        this.values = values;
    }

    /** {@return headers of an interface for programs: nothing is to be shown, framed, cached or guessed} */
    public static SecurityHeaders api() {
        Map<String, String> values = common();
        values.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        values.put("Cache-Control", "no-store");
        return new SecurityHeaders(values);
    }

    /** {@return headers of pages whose scripts, styles and pictures come from the same origin} */
    public static SecurityHeaders pages() {
        Map<String, String> values = common();
        values.put(
                "Content-Security-Policy",
                "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'");
        values.put("Cache-Control", "no-store");
        return new SecurityHeaders(values);
    }

    private static Map<String, String> common() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        values.put("X-Content-Type-Options", "nosniff");
        values.put("X-Frame-Options", "DENY");
        values.put("Referrer-Policy", "no-referrer");
        values.put("Cross-Origin-Opener-Policy", "same-origin");
        values.put("Cross-Origin-Resource-Policy", "same-origin");
        values.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        return values;
    }

    /**
     * Returns these headers with another policy of contents.
     *
     * @param policy as in {@code default-src 'self'}
     * @return the headers
     * @throws InvalidInput if it has characters that no header may have
     */
    public SecurityHeaders withContentPolicy(String policy) {
        return with("Content-Security-Policy", policy);
    }

    /**
     * Returns these headers with another time for which browsers come by an encrypted connection only.
     *
     * @param life at least a year, as lists of such sites ask for
     * @return the headers
     * @throws InvalidInput if it is shorter
     */
    public SecurityHeaders withTransportSecurity(Duration life) {
        InvalidInput.unless(life.compareTo(Duration.ofDays(365)) >= 0, "life", life, "at least a year");
        return with("Strict-Transport-Security", "max-age=" + life.toSeconds() + "; includeSubDomains");
    }

    /**
     * Returns these headers with another value of one.
     *
     * @param name of the header
     * @param value of the header
     * @return the headers
     * @throws InvalidInput if either has characters that it may not have
     */
    public SecurityHeaders with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(HeaderText.token("name of a header", name), HeaderText.value(name, value));
        return new SecurityHeaders(more);
    }

    /** {@return values by name, to be set on every answer, errors included} */
    public Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
