package io.bondtrader.compliance.audit.siem;

import io.bondtrader.compliance.audit.LoggedEvent;

/**
 * Writes an event of the log as another system reads it. Deterministic: the same event is the same text, so that whoever
 * receives it twice can tell. Safe for use by many threads.
 */
@FunctionalInterface
public interface EventMapper {

    /**
     * Writes an event.
     *
     * @param event from the log
     * @return its text, one line without its end
     */
    String map(LoggedEvent event);
}
