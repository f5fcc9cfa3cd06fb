package io.bondtrader.security.event;

import io.bondtrader.security.identity.AccountId;

/**
 * Tells a user what happened to the account, by a way other than the one just used: a mail, a message. OWASP ASVS 5.0
 * 6.3.7 asks for it when a password or a factor changes. Called on the thread of the request after the change; hand the
 * message over and return. An exception becomes an event and undoes nothing.
 */
@FunctionalInterface
public interface UserNotifier {

    /**
     * Tells a user.
     *
     * @param account whose user
     * @param event what happened, without a secret
     */
    void tell(AccountId account, SecurityEvent event);

    /** {@return a notifier that tells nobody, for tests and sketches} */
    static UserNotifier none() {
        return (account, event) -> {};
    }

    /**
     * Returns this notifier with its failures reported instead of thrown.
     *
     * @param events that are told of each failure
     * @return the notifier
     */
    default UserNotifier reportingTo(SecurityEventSink events) {
        return (account, event) -> {
            try {
                tell(account, event);
            } catch (RuntimeException failed) {
                events.report(SecurityEvent.of(SecurityEventType.SYS_MONITOR_DISABLED, event.occurredAt())
                        .by(account)
                        .about("user notifier")
                        .with("untold", event.type().word())
                        .with("failure", failed.getClass().getSimpleName()));
            }
        };
    }
}
