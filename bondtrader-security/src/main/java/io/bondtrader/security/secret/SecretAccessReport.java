package io.bondtrader.security.secret;

import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.network.IpAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who read which secret how often, when and from where, and who tried in vain: counted from the events of a period, as they
 * stand in the audit trail. Immutable.
 *
 * @param rows one for each reader and secret, by reader, then secret
 */
public record SecretAccessReport(List<Row> rows) {

    /** Copies the rows. */
    public SecretAccessReport {
        rows = List.copyOf(rows);
    }

    /**
     * What one reader did with one secret.
     *
     * @param reader the account; {@code unknown} if nobody was recognised
     * @param secret the name
     * @param reads how often it was read
     * @param failures how often it was not given
     * @param first the first access of either kind
     * @param last the last access of either kind
     * @param sources the addresses that accesses came from, in text
     */
    public record Row(
            String reader,
            String secret,
            long reads,
            long failures,
            Instant first,
            Instant last,
            SortedSet<String> sources) {}

    /**
     * Counts events.
     *
     * @param events of any kind, in any order; those of other kinds are left out
     * @return the report
     */
    public static SecretAccessReport of(Collection<SecurityEvent> events) {
        Map<String, Row> rows = new TreeMap<>();
        for (SecurityEvent event : events) {
            boolean read = event.type() == SecurityEventType.SENSITIVE_READ;
            if (read || event.type() == SecurityEventType.SENSITIVE_READ_FAIL) {
                Row row = row(event, read);
                rows.merge(row.reader() + "\n" + row.secret(), row, SecretAccessReport::joined);
            }
        }
        return new SecretAccessReport(rows.values().stream()
                .sorted(Comparator.comparing(Row::reader).thenComparing(Row::secret))
                .toList());
    }

    /**
     * Returns the rows of one reader.
     *
     * @param reader the account
     * @return what it read and tried to
     */
    public SecretAccessReport of(AccountId reader) {
        return new SecretAccessReport(
                rows.stream().filter(row -> row.reader().equals(reader.value())).toList());
    }

    /**
     * Returns the rows of one secret.
     *
     * @param name of the secret
     * @return who read it and tried to
     */
    public SecretAccessReport ofSecret(String name) {
        return new SecretAccessReport(
                rows.stream().filter(row -> row.secret().equals(name)).toList());
    }

    private static Row row(SecurityEvent event, boolean read) {
        SortedSet<String> sources = new TreeSet<>();
        @Nullable IpAddress source = event.source();
        if (source != null) {
            sources.add(source.toString());
        }
        @Nullable AccountId account = event.account();
        return new Row(
                account == null ? "unknown" : account.value(),
                event.subject(),
                read ? 1 : 0,
                read ? 0 : 1,
                event.occurredAt(),
                event.occurredAt(),
                sources);
    }

    private static Row joined(Row one, Row two) {
        SortedSet<String> sources = new TreeSet<>(one.sources());
        sources.addAll(two.sources());
        return new Row(
                one.reader(),
                one.secret(),
                one.reads() + two.reads(),
                one.failures() + two.failures(),
                one.first().isBefore(two.first()) ? one.first() : two.first(),
                one.last().isAfter(two.last()) ? one.last() : two.last(),
                sources);
    }
}
