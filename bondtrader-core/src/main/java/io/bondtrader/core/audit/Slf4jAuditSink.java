package io.bondtrader.core.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each event at {@code INFO} as one line of canonical JSON: greppable, and good for a pipeline that ships logs.
 * It proves nothing, for a log can be edited, and keeps nothing if the log level is raised.
 *
 * <p>Immutable and safe for use by many threads. There is nothing to close.
 */
public final class Slf4jAuditSink implements AuditSink {

    /** The logger that {@link #Slf4jAuditSink()} writes to. */
    public static final String LOGGER_NAME = "io.bondtrader.audit";

    private final Logger logger;

    /** Creates a sink that writes to {@value #LOGGER_NAME}. */
    public Slf4jAuditSink() {
        this(LoggerFactory.getLogger(LOGGER_NAME));
    }

    /**
     * Creates a sink that writes to a given logger.
     *
     * @param logger where events go
     */
    public Slf4jAuditSink(Logger logger) {
        this.logger = logger;
    }

    @Override
    public void record(AuditEvent event) {
        logger.info("{}", event.toCanonicalJson().text());
    }
}
