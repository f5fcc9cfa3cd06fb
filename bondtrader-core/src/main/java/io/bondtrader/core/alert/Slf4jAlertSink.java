package io.bondtrader.core.alert;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each alert as one line of the application's log: {@code INFO} and {@code WARNING} at those levels, the rest at
 * {@code ERROR}.
 *
 * <p>Immutable and safe for use by many threads. There is nothing to close.
 */
public final class Slf4jAlertSink implements AlertSink {

    /** The logger that {@link #Slf4jAlertSink()} writes to. */
    public static final String LOGGER_NAME = "io.bondtrader.alert";

    private final Logger logger;

    /** Creates a sink that writes to {@value #LOGGER_NAME}. */
    public Slf4jAlertSink() {
        this(LoggerFactory.getLogger(LOGGER_NAME));
    }

    /**
     * Creates a sink that writes to a given logger.
     *
     * @param logger where alerts go
     */
    public Slf4jAlertSink(Logger logger) {
        this.logger = logger;
    }

    @Override
    public void raise(Alert alert) {
        String line = line(alert);
        switch (alert.severity()) {
            case INFO -> logger.info("{}", line);
            case WARNING -> logger.warn("{}", line);
            case ERROR, CRITICAL -> logger.error("{}", line);
        }
    }

    /** Control characters in a message or a value could forge a second line. */
    private static String line(Alert alert) {
        String line = alert.severity() + " " + alert.source() + " [" + alert.deduplicationKey() + "] " + alert.message()
                + " " + alert.context();
        return line.replaceAll("\\p{Cntrl}", "?");
    }
}
