package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reads dates that come from outside. */
final class DateText {

    private DateText() {}

    static LocalDate parse(String name, String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw InvalidInput.unreadable(name, text, "an ISO date such as 2035-11-15");
        }
    }
}
