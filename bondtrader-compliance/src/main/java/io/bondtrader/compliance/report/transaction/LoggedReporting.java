package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.error.ReportState;
import io.bondtrader.compliance.report.transaction.ReportingEvent.CorrectionDecided;
import io.bondtrader.compliance.report.transaction.ReportingEvent.FeedbackRead;
import io.bondtrader.compliance.report.transaction.ReportingEvent.FileSent;
import io.bondtrader.compliance.report.transaction.ReportingEvent.Remedy;
import io.bondtrader.compliance.report.transaction.ReportingEvent.SentMessage;
import io.bondtrader.core.error.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The life of a firm's reports, computed from the log alone: the state of each by the files that were sent and the feedback that
 * was read, the corrections that are open, what was never reported or late, and events that cannot be. The same log gives the
 * same, whoever computes it. Not safe for use by several threads while it is fed.
 */
public final class LoggedReporting {

    private final LoggedTrades trades = new LoggedTrades();
    private final TransactionReporting reporting = new TransactionReporting();
    private final Map<String, Set<TransactionReference>> files = new HashMap<>();
    private final Map<TransactionReference, Track> tracks = new TreeMap<>();
    private final List<Anomaly> anomalies = new ArrayList<>();

    /** What is followed of a reference beside its state. */
    private static final class Track {
        private @Nullable Instant since;
        private long lastSent = -1;
        private @Nullable CorrectionDecided open;
        private EventIndices decided = EventIndices.none();
        private boolean withdrawn;
    }

    /**
     * An event that cannot be, as the log stands before it. It changes nothing.
     *
     * @param event its place
     * @param reason what is wrong with it
     */
    public record Anomaly(long event, String reason) {}

    /**
     * A transaction and its report. Immutable.
     *
     * @param reference its reference
     * @param traded when it was done
     * @param state what became of its report; empty if none was ever sent
     * @param reported since when the authority has a report of it without a gap that a rejection made; empty if it has none
     * @param correction what was decided and not done yet; empty if nothing
     * @param withdrawn whether it was decided that there was nothing to report, and the cancellation was taken
     * @param changed whether the execution, or the allocation, was corrected in the log after its report was sent
     * @param events where the log tells of the trade and of the report
     */
    public record Standing(
            TransactionReference reference,
            Instant traded,
            Optional<ReportingState> state,
            Optional<Instant> reported,
            Optional<Remedy> correction,
            boolean withdrawn,
            boolean changed,
            EventIndices events) {}

    /** Creates the reporting of a log of which nothing was read yet. */
    public LoggedReporting() {}

    /**
     * Computes the reporting of a log.
     *
     * @param trail the log
     * @param size how many events of it, at most the size of its checkpoint
     * @return the reporting as it was then
     * @throws InvalidInput if the log has fewer events under its checkpoint
     */
    public static LoggedReporting of(AuditTrail trail, long size) {
        long most = trail.checkpoint().size();
        InvalidInput.unless(size >= 0 && size <= most, "size", size, "at most that of the checkpoint, " + most);
        LoggedReporting logged = new LoggedReporting();
        trail.read(0, size, logged::add);
        return logged;
    }

    /**
     * Takes the next event of the log; those that are about something else are passed over, and one whose body is out of form
     * is an anomaly.
     *
     * @param event the event
     */
    public void add(LoggedEvent event) {
        if (event.record().outcome() != Outcome.SUCCESS) {
            return;
        }
        try {
            trades.add(event);
            ReportingEvent read =
                    ReportingEvent.read(event.record().action(), event.record().body());
            if (read instanceof FileSent sent) {
                sent(sent, event);
            } else if (read instanceof FeedbackRead heard) {
                heard(heard, event);
            } else if (read instanceof CorrectionDecided decided) {
                decided(decided, event);
            }
        } catch (ReportState | InvalidInput impossible) {
            anomalies.add(new Anomaly(event.index(), impossible.getMessage()));
        }
    }

    private void sent(FileSent file, LoggedEvent event) {
        Set<TransactionReference> references = new TreeSet<>();
        if (files.putIfAbsent(file.file(), references) != null) {
            throw new ReportState("A file " + file.file() + " was sent before");
        }
        for (SentMessage message : file.messages()) {
            try {
                reporting.sent(message.reference(), message.cancellation(), EventIndices.of(event.index()));
                references.add(message.reference());
            } catch (ReportState impossible) {
                anomalies.add(new Anomaly(event.index(), impossible.getMessage()));
                continue;
            }
            Track track = tracks.computeIfAbsent(message.reference(), fresh -> new Track());
            if (message.cancellation()) {
                continue;
            }
            track.since = track.since == null ? event.record().time() : track.since;
            track.lastSent = event.index();
            track.withdrawn = false;
            // A report that is sent again has been put right.
            if (track.open != null && track.open.remedy() == Remedy.REPLACE) {
                track.open = null;
            }
        }
    }

    private void heard(FeedbackRead read, LoggedEvent event) {
        Set<TransactionReference> file = files.get(read.file());
        if (file == null) {
            throw new ReportState("Feedback on a file " + read.file() + " that was never sent");
        }
        Map<TransactionReference, ReportingState> before = new HashMap<>();
        file.forEach(reference -> {
            ReportingState state = reporting.state(reference);
            if (state != null) {
                before.put(reference, state);
            }
        });
        reporting.heardOf(read.feedback(), file, EventIndices.of(event.index()));
        for (TransactionReference reference : file) {
            ReportingState now = reporting.state(reference);
            if (now != before.get(reference)) {
                followed(tracks.computeIfAbsent(reference, fresh -> new Track()), now);
            }
        }
    }

    private static void followed(Track track, @Nullable ReportingState now) {
        if (now == ReportingState.REJECTED) {
            track.since = null;
        }
        boolean withdrawing = track.open != null && track.open.remedy() == Remedy.WITHDRAW;
        if (now == ReportingState.CANCELLED && withdrawing) {
            track.open = null;
            track.withdrawn = true;
            track.since = null;
        }
    }

    private void decided(CorrectionDecided decision, LoggedEvent event) {
        ReportingState state = reporting.state(decision.reference());
        if (state == null || state == ReportingState.CANCELLED) {
            throw new ReportState(decision.reference() + " is " + (state == null ? "not reported" : state)
                    + " and there is nothing to correct");
        }
        Track track = tracks.computeIfAbsent(decision.reference(), fresh -> new Track());
        track.open = decision;
        track.decided = track.decided.union(EventIndices.of(event.index()));
    }

    /** {@return the state of every report, by what the log says} */
    public TransactionReporting reporting() {
        return reporting;
    }

    /** {@return events that cannot be, in their order: they changed nothing} */
    public List<Anomaly> anomalies() {
        return List.copyOf(anomalies);
    }

    /** {@return references that were reported and of which the log knows no execution and no allocation} */
    public Set<TransactionReference> unfounded() {
        Set<TransactionReference> references = new TreeSet<>(reporting.states().keySet());
        references.removeAll(trades.executions().keySet());
        references.removeAll(trades.allocations().keySet());
        return references;
    }

    /**
     * Returns all transactions of the log that are to be reported, and what became of their reports. A bond that is neither
     * admitted to trading nor traded on a venue is not to be reported; one of which the log does not tell counts as admitted.
     *
     * @return the transactions, by reference
     */
    public List<Standing> standings() {
        Map<TransactionReference, Standing> all = new TreeMap<>();
        trades.executions().forEach((reference, execution) -> {
            if (reportable(execution.event())) {
                all.put(reference, standing(reference, execution.event().time().instant(), execution.index()));
            }
        });
        trades.allocations().forEach((reference, allocation) -> {
            LoggedTrades.Placed<TradeEvent.OrderExecuted> execution =
                    trades.executions().get(allocation.event().execution());
            if (execution != null && reportable(execution.event())) {
                all.put(
                        reference,
                        standing(
                                reference,
                                execution.event().time().instant(),
                                allocation.index().union(execution.index())));
            }
        });
        return List.copyOf(all.values());
    }

    private boolean reportable(TradeEvent.OrderExecuted execution) {
        return trades.admitted(execution.isin());
    }

    private Standing standing(TransactionReference reference, Instant traded, EventIndices trade) {
        Track track = tracks.getOrDefault(reference, new Track());
        Optional<ReportingState> state = Optional.ofNullable(reporting.state(reference));
        // Until a cancellation is taken, the authority has the report.
        boolean has = reporting.standing(reference)
                || state.filter(ReportingState.CANCELLATION_SENT::equals).isPresent();
        boolean changed = has && trade.stream().anyMatch(index -> index > track.lastSent);
        return new Standing(
                reference,
                traded,
                state,
                has ? Optional.ofNullable(track.since) : Optional.empty(),
                Optional.ofNullable(track.open).map(CorrectionDecided::remedy),
                track.withdrawn,
                changed,
                trade.union(reporting.events(reference)).union(track.decided));
    }

    /**
     * Compares all transactions with their deadlines; those that were withdrawn have none.
     *
     * @param deadlines the authority's
     * @param now the time
     * @param soon how long before the deadline a transaction counts as due soon, not negative
     * @return the earliest deadline first
     * @throws InvalidInput if {@code soon} is negative
     */
    public List<ReportDeadlines.Due> due(ReportDeadlines deadlines, Instant now, Duration soon) {
        return deadlines.compare(
                standings().stream()
                        .filter(standing -> !standing.withdrawn())
                        .map(standing -> new ReportDeadlines.Transaction(
                                standing.reference().text(), standing.traded(), standing.reported()))
                        .toList(),
                now,
                soon);
    }

    @Override
    public String toString() {
        return "LoggedReporting[" + files.size() + " files, "
                + reporting.states().size() + " reports]";
    }
}
