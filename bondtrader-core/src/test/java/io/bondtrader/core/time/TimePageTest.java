package io.bondtrader.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The handbook's page about time says what the code does. */
final class TimePageTest {

    private final String page = read();

    @Test
    void everyDayCountIsOnThePage() {
        for (StandardDayCount dayCount : StandardDayCount.values()) {
            assertThat(page).contains("`" + dayCount + "`");
        }
    }

    @Test
    void everyCalendarIsOnThePageWithTheRangeItIsKnownFor() {
        for (Market market : Market.values()) {
            CalendarHorizon horizon = market.horizon();
            String range =
                    horizon.knownFrom().getYear() + "–" + horizon.knownUntil().getYear() + " | "
                            + horizon.announcedUntil().getYear();

            assertThat(page.lines())
                    .as("row of %s", market)
                    .anyMatch(row -> row.contains("`" + market + "`") && row.contains(range));
        }
    }

    private static String read() {
        try {
            return Files.readString(Path.of("..", "docs", "time.md"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
