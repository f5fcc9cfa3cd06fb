package io.bondtrader.security.problem;

import io.bondtrader.core.audit.CanonicalJson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A failure as a client sees it, in the form of RFC 9457 ({@code application/problem+json}). Holds constants of the code, the
 * number to ask about, and for a body that broke its rules the names of fields and the rules. Immutable.
 *
 * @param status of HTTP
 * @param code stable code, as in {@code BT-1001}
 * @param title the code's own sentence
 * @param correlationId to ask about
 * @param problems of single fields, without values; empty for most
 * @param retryable whether the same request may succeed later
 */
public record Problem(
        int status, String code, String title, String correlationId, List<String> problems, boolean retryable) {

    /** The media type of the JSON form. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Copies the problems. */
    public Problem {
        problems = List.copyOf(problems);
    }

    /** {@return the JSON form} */
    public String toJson() {
        Map<String, Object> members = new TreeMap<>();
        members.put("type", "urn:bondtrader:error:" + code);
        members.put("title", title);
        members.put("status", (long) status);
        members.put("code", code);
        members.put("correlationId", correlationId);
        members.put("retryable", retryable);
        if (!problems.isEmpty()) {
            members.put("problems", problems);
        }
        return CanonicalJson.of(members).text();
    }
}
