package io.bondtrader.compliance.schedule;

import io.bondtrader.compliance.report.ReportDefinition;
import io.bondtrader.compliance.report.ReportParameters;
import io.bondtrader.core.error.InvalidInput;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A report and when it is due. Immutable if the function is.
 *
 * @param id its name, unique in a scheduler: letters, digits, dots and dashes
 * @param definition computes it
 * @param recurrence when
 * @param parameters what it is asked for at each occurrence; the same occurrence must give the same
 * @param retries of failures
 * @param grace how late a run may begin before it counts as missed
 * @param catchUp whether a missed run is made late; otherwise it is only logged
 * @param deliveries where it goes
 */
public record ScheduledReport(
        String id,
        ReportDefinition definition,
        Recurrence recurrence,
        Function<Occurrence, ReportParameters> parameters,
        RunRetries retries,
        Duration grace,
        boolean catchUp,
        List<ReportDelivery> deliveries) {

    /**
     * Checks the name and copies the list.
     *
     * @throws InvalidInput if the name has other characters, two deliveries have one name, or the grace is negative
     */
    public ScheduledReport {
        boolean plain = !id.isEmpty()
                && id.length() <= 100
                && id.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || c == '.'
                                || c == '-');
        InvalidInput.unless(plain, "id of a schedule", id, "1 to 100 letters, digits, dots and dashes");
        InvalidInput.unless(!grace.isNegative(), "grace", grace, "not negative");
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(recurrence, "recurrence");
        Objects.requireNonNull(parameters, "parameters");
        Objects.requireNonNull(retries, "retries");
        deliveries = List.copyOf(deliveries);
        long names = deliveries.stream().map(ReportDelivery::name).distinct().count();
        InvalidInput.unless(names == deliveries.size(), "names of deliveries", names, "different");
    }

    /**
     * Returns a schedule with the standard retries, an hour of grace, and missed runs made late.
     *
     * @param id its name
     * @param definition computes it
     * @param recurrence when
     * @param parameters what it is asked for at each occurrence
     * @param deliveries where it goes
     * @return the schedule
     */
    public static ScheduledReport of(
            String id,
            ReportDefinition definition,
            Recurrence recurrence,
            Function<Occurrence, ReportParameters> parameters,
            ReportDelivery... deliveries) {
        return new ScheduledReport(
                id,
                definition,
                recurrence,
                parameters,
                RunRetries.standard(),
                Duration.ofHours(1),
                true,
                List.of(deliveries));
    }

    String key(Occurrence occurrence) {
        return id + "@" + occurrence.due();
    }
}
