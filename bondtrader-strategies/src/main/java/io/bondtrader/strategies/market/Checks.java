package io.bondtrader.strategies.market;

import io.bondtrader.core.error.InvalidInput;
import java.time.Instant;

/** The rules that all events share. Events are many: nothing is boxed or put into words unless a rule is broken. */
final class Checks {

    private Checks() {}

    static void times(Instant eventTime, Instant publishedAt) {
        if (publishedAt.isBefore(eventTime)) {
            throw new InvalidInput("publishedAt", publishedAt, "not before the event at " + eventTime);
        }
    }

    static void name(String name, String value) {
        InvalidInput.unless(!value.isBlank(), name, value, "not blank");
    }

    static void price(String name, double price) {
        if (!(price > 0.0 && price < 1e9)) {
            throw new InvalidInput(name, price, "positive, per 100 face");
        }
    }

    static void between(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new InvalidInput(name, value, "from " + low + " to " + high);
        }
    }

    static void finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidInput(name, value, "finite");
        }
    }

    static void face(String name, long face) {
        if (face < 0) {
            throw new InvalidInput(name, face, "0 or more");
        }
    }
}
