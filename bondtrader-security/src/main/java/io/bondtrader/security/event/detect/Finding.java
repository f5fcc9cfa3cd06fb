package io.bondtrader.security.event.detect;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEvent;
import java.util.Objects;

/**
 * What a detector found.
 *
 * <p>Immutable.
 *
 * @param subject what it is about, such as an account or an address; findings of one detector on one subject are one trouble
 * @param message one line for a person, without a secret
 * @param event what is recorded; its severity is the alert's
 * @param recorded whether the event is the very one that was observed, so that it is recorded already
 */
public record Finding(String subject, String message, SecurityEvent event, boolean recorded) {

    /**
     * Checks that it says something.
     *
     * @throws InvalidInput if the subject or the message is blank
     */
    public Finding {
        InvalidInput.unless(!subject.isBlank(), "subject", subject, "not blank");
        InvalidInput.unless(!message.isBlank(), "message", message, "not blank");
        Objects.requireNonNull(event, "event");
    }

    /**
     * Returns a finding that becomes an event.
     *
     * @param event to record; its subject is the finding's
     * @param message one line for a person
     * @return the finding
     * @throws InvalidInput if the event has no subject or the message is blank
     */
    public static Finding of(SecurityEvent event, String message) {
        return new Finding(event.subject(), message, event, false);
    }

    /**
     * Returns a finding that one event is bad enough by itself.
     *
     * @param observed the event
     * @param subject what it is about
     * @param message one line for a person
     * @return the finding
     * @throws InvalidInput if the subject or the message is blank
     */
    public static Finding escalating(SecurityEvent observed, String subject, String message) {
        return new Finding(subject, message, observed, true);
    }
}
