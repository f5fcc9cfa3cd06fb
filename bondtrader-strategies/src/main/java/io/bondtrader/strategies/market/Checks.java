package io.bondtrader.strategies.market;

import io.bondtrader.core.error.InvalidInput;
import java.time.Instant;

/** The rules that all events share. */
final class Checks {

    private Checks() {}

    static void times(Instant eventTime, Instant publishedAt) {
        InvalidInput.unless(
                !publishedAt.isBefore(eventTime), "publishedAt", publishedAt, "not before the event at " + eventTime);
    }

    static void name(String name, String value) {
        InvalidInput.unless(!value.isBlank(), name, value, "not blank");
    }

    static void price(String name, double price) {
        InvalidInput.unless(price > 0.0 && price < 1e9, name, price, "positive, per 100 face");
    }

    static void finite(String name, double value) {
        InvalidInput.unless(Double.isFinite(value), name, value, "finite");
    }

    static void face(String name, long face) {
        InvalidInput.unless(face >= 0, name, face, "0 or more");
    }
}
