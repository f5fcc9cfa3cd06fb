package io.bondtrader.security.problem;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.ErrorCode;
import io.bondtrader.security.error.InputRejected;
import io.bondtrader.security.input.LogText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The one place where failures become answers. What is ours gives its code and the code's sentence; whatever else is thrown
 * gives one constant. Message, cause and stack go to the log with the number that the client is given. Immutable and safe for
 * use by many threads as far as the log is.
 */
public final class Problems {

    /** The code of a failure that is none of ours. */
    public static final String UNEXPECTED = "BT-5900";

    private static final Map<String, Integer> STATUS = Map.ofEntries(
            Map.entry("BT-1001", 400),
            Map.entry("BT-1002", 400),
            Map.entry("BT-1003", 400),
            Map.entry("BT-2001", 404),
            Map.entry("BT-2002", 422),
            Map.entry("BT-2003", 503),
            Map.entry("BT-3001", 422),
            Map.entry("BT-5021", 503),
            Map.entry("BT-5031", 503),
            Map.entry("BT-5062", 409),
            Map.entry("BT-5065", 503),
            Map.entry("BT-5066", 404),
            Map.entry("BT-5071", 413),
            Map.entry("BT-5081", 400));

    private final Log log;
    private final Map<String, Integer> status;

    private Problems(Log log, Map<String, Integer> status) {
        this.log = log;
        this.status = status;
    }

    /** Where details go, which no client sees. */
    @FunctionalInterface
    public interface Log {

        /**
         * Keeps what happened.
         *
         * @param correlationId that the client was given
         * @param line one line: code or class, and message, encoded
         * @param failure with its stack
         */
        void record(String correlationId, String line, Throwable failure);
    }

    /**
     * Returns the place where failures become answers.
     *
     * @param log where details go; if it throws, the client is answered all the same
     * @return the place
     */
    public static Problems loggingTo(Log log) {
        return new Problems(Objects.requireNonNull(log), STATUS);
    }

    /**
     * Returns this place with other statuses.
     *
     * @param byCode status of HTTP by code, over those there are
     * @return the place
     */
    public Problems withStatuses(Map<String, Integer> byCode) {
        Map<String, Integer> all = new HashMap<>(status);
        all.putAll(byCode);
        return new Problems(log, Map.copyOf(all));
    }

    /**
     * Makes an answer of a failure.
     *
     * @param failure anything that was thrown
     * @param correlationId of the request
     * @return what the client is told
     */
    public Problem of(Throwable failure, String correlationId) {
        Problem problem;
        String line;
        if (failure instanceof BondTraderException ours) {
            ErrorCode code = ours.code();
            List<String> fields = failure instanceof InputRejected rejected ? rejected.problems() : List.of();
            int answer = status.getOrDefault(code.id(), code.retryable() ? 503 : 500);
            problem = new Problem(answer, code.id(), code.summary(), correlationId, fields, code.retryable());
            line = ours.getMessage();
        } else {
            problem = new Problem(500, UNEXPECTED, "Something went wrong.", correlationId, List.of(), false);
            line = failure.getClass().getName() + ": " + failure.getMessage();
        }
        try {
            log.record(correlationId, LogText.encode(line), failure);
        } catch (RuntimeException unlogged) {
            // The client must not learn of the log's trouble either; whoever keeps the log sees that it is silent.
        }
        return problem;
    }
}
