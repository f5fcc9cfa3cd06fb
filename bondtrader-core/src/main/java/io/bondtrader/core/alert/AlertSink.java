package io.bondtrader.core.alert;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Carries alerts away. An application passes its own in, or installs one for {@link ServiceLoader}; passing in always
 * wins.
 *
 * <p>Implementations are safe for use by many threads and return soon: they are called on the thread that found the
 * trouble. One that cannot deliver throws, and whoever raised the alert decides what that means. A sink that holds
 * resources is closed by the application that made it.
 */
@FunctionalInterface
public interface AlertSink {

    /**
     * Takes an alert.
     *
     * @param alert the alert
     */
    void raise(Alert alert);

    /**
     * Looks for a sink installed for {@link ServiceLoader}.
     *
     * @return the only sink installed, or nothing
     * @throws IllegalStateException if several are: picking one would leave the other's people uninformed
     */
    static Optional<AlertSink> installed() {
        List<AlertSink> found = ServiceLoader.load(AlertSink.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        if (found.size() > 1) {
            throw new IllegalStateException("Several alert sinks are installed: " + found);
        }
        return found.stream().findFirst();
    }
}
