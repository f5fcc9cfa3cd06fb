package io.bondtrader.compliance.schedule;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.DeletedEventReader;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.error.ReportState;
import io.bondtrader.compliance.report.Report;
import io.bondtrader.compliance.report.ReportParameters;
import io.bondtrader.compliance.report.ReportPublisher;
import io.bondtrader.compliance.report.VerifiedLog;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.signing.TrustedKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs reports when they are due. It has no thread: the host calls {@link #runDue} as often as it likes, every minute for
 * instance. Every step is in the log, and the log is all that it remembers: after a restart it goes on where it was, finds the
 * runs that were missed meanwhile, and makes no run twice. A run that is tried again is computed from the log as it was at the
 * first attempt, so that all attempts give the same bytes.
 *
 * <p>Safe for use by many threads: one runs, others wait. One scheduler works on a log.
 */
public final class ReportScheduler {

    private static final String ACTOR = "scheduler";
    private static final String TAG = "sox";

    private final AuditJournal journal;
    private final TrustedKeys keys;
    private final ReportPublisher publisher;
    private final RunProgress progress;
    private final RunStates states = new RunStates();
    private final TreeMap<String, ScheduledReport> schedules = new TreeMap<>();
    private final TreeMap<String, Instant> settled = new TreeMap<>();
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();

    private ReportScheduler(AuditJournal journal, TrustedKeys keys, RunProgress progress) {
        this.journal = Objects.requireNonNull(journal);
        this.keys = Objects.requireNonNull(keys);
        this.progress = Objects.requireNonNull(progress);
        this.publisher = ReportPublisher.of(journal);
    }

    /**
     * Returns a scheduler that knows what the log says about its runs.
     *
     * @param journal of the log
     * @param keys those that must have signed the log
     * @param progress hears of steps
     * @return the scheduler, without schedules
     */
    public static ReportScheduler in(AuditJournal journal, TrustedKeys keys, RunProgress progress) {
        ReportScheduler scheduler = new ReportScheduler(journal, keys, progress);
        journal.log().readHeld(0, journal.log().checkpoint().size(), scheduler.states::take, DeletedEventReader.IGNORE);
        return scheduler;
    }

    /**
     * Adds a schedule. It begins now, or where the log says that it began if it stands there with the same recurrence.
     *
     * @param schedule the schedule
     * @throws InvalidInput if its name is taken
     */
    public synchronized void add(ScheduledReport schedule) {
        InvalidInput.unless(!schedules.containsKey(schedule.id()), "id of a schedule", schedule.id(), "not taken");
        String recurrence = schedule.recurrence() + " " + schedule.recurrence().zone();
        Instant since = states.since(schedule.id(), recurrence);
        if (since == null) {
            since = journal.now();
            journal.write(
                    ACTOR,
                    RunStates.REGISTERED,
                    schedule.id(),
                    Outcome.SUCCESS,
                    Map.of(
                            "recurrence",
                            recurrence,
                            "kind",
                            schedule.definition().kind()),
                    TAG);
        }
        schedules.put(schedule.id(), schedule);
        settled.put(schedule.id(), since);
    }

    /**
     * What came of one call. Immutable.
     *
     * @param succeeded keys of runs that were made
     * @param failed keys of attempts that failed
     * @param missed keys of runs that were found to be missed
     */
    public record Result(List<String> succeeded, List<String> failed, List<String> missed) {

        /** Copies the lists. */
        public Result {
            succeeded = List.copyOf(succeeded);
            failed = List.copyOf(failed);
            missed = List.copyOf(missed);
        }
    }

    /**
     * Makes all runs that are due.
     *
     * @return what came of it; a failure of one run does not keep the others from being made
     * @throws io.bondtrader.compliance.error.LogUnavailable if the log takes no events: then nothing is run
     */
    public synchronized Result runDue() {
        Call call = new Call();
        for (ScheduledReport schedule : schedules.values()) {
            Instant now = journal.now();
            Instant from = settled.getOrDefault(schedule.id(), now);
            boolean allOver = true;
            for (Occurrence occurrence : schedule.recurrence().between(from, now)) {
                call.consider(schedule, occurrence);
                allOver &= states.run(schedule.key(occurrence)).over;
                if (allOver) {
                    settled.put(schedule.id(), occurrence.due());
                }
            }
        }
        return new Result(call.succeeded, call.failed, call.missed);
    }

    /**
     * Cancels a run: it is not begun, not tried again, and stops at its next step if it is under way.
     *
     * @param key of the run: the schedule's name, an at sign, and when it is due
     * @param by who cancels it
     * @param reason why
     * @throws InvalidInput if the key is none of a schedule, or the reason is blank
     * @throws ReportState if it was cancelled before
     */
    public void cancel(String key, PersonId by, String reason) {
        InvalidInput.unless(!reason.isBlank(), "reason", reason, "not blank");
        int at = key.indexOf('@');
        InvalidInput.unless(at > 0, "key of a run", key, "a schedule, an at sign and a time");
        if (!cancelled.add(key)) {
            throw new ReportState(key + " was cancelled before");
        }
        journal.write(by.value(), RunStates.CANCELLED, key, Outcome.SUCCESS, Map.of("reason", reason), TAG);
    }

    /** A walk through what is due. */
    private final class Call {

        private final List<String> succeeded = new ArrayList<>();
        private final List<String> failed = new ArrayList<>();
        private final List<String> missed = new ArrayList<>();

        void consider(ScheduledReport schedule, Occurrence occurrence) {
            String key = schedule.key(occurrence);
            RunStates.Run run = states.run(key);
            run.over |= cancelled.contains(key);
            if (run.over || journal.now().isBefore(run.nextAt)) {
                return;
            }
            boolean late = journal.now().isAfter(occurrence.due().plus(schedule.grace()));
            if (late && !run.missed && run.attempts == 0) {
                journal.write(
                        ACTOR,
                        RunStates.MISSED,
                        key,
                        Outcome.FAILURE,
                        Map.of("due", occurrence.due(), "skipped", !schedule.catchUp()),
                        TAG);
                run.missed = true;
                run.over = !schedule.catchUp();
                missed.add(key);
            }
            if (!run.over) {
                attempt(schedule, occurrence, key, run);
            }
        }

        private void attempt(ScheduledReport schedule, Occurrence occurrence, String key, RunStates.Run run) {
            if (run.logSize < 0) {
                run.logSize = journal.log().checkpoint().size();
            }
            run.attempts++;
            journal.write(
                    ACTOR,
                    RunStates.STARTED,
                    key,
                    Outcome.SUCCESS,
                    Map.of("attempt", run.attempts, "logSize", run.logSize, "day", occurrence.day()),
                    TAG);
            try {
                if (make(schedule, occurrence, key, run)) {
                    succeeded.add(key);
                }
                run.over = true;
            } catch (RuntimeException failure) {
                failed.add(key);
                failed(schedule, key, run, failure);
            }
        }

        private void failed(ScheduledReport schedule, String key, RunStates.Run run, RuntimeException failure) {
            run.nextAt = journal.now().plus(schedule.retries().waitAfter(run.attempts));
            String cause = failure instanceof BondTraderException coded
                    ? coded.code().id()
                    : failure.getClass().getSimpleName();
            journal.write(
                    ACTOR,
                    RunStates.FAILED,
                    key,
                    Outcome.FAILURE,
                    Map.of("attempt", run.attempts, "cause", cause, "nextAt", run.nextAt),
                    TAG);
            if (run.attempts >= schedule.retries().attempts()) {
                run.over = true;
                journal.write(ACTOR, RunStates.GIVEN_UP, key, Outcome.FAILURE, Map.of("attempts", run.attempts), TAG);
            }
        }

        /** Returns whether it was made; it was not if somebody cancelled it on the way. */
        private boolean make(ScheduledReport schedule, Occurrence occurrence, String key, RunStates.Run run) {
            int steps = 2 + schedule.deliveries().size();
            ReportParameters parameters = schedule.parameters().apply(occurrence);
            VerifiedLog log = VerifiedLog.at(journal.log(), run.logSize, keys);
            Report report = schedule.definition()
                    .compute(schedule.definition().isOfPeriodOnly() ? log.toleratingDeleted() : log, parameters);
            progress.step(key, "computed", 1, steps);
            if (cancelled.contains(key)) {
                return false;
            }
            String digest = report.toJson().sha256();
            Long before = states.publication(digest);
            long publication = before == null ? publisher.publish(report, ACTOR) : before;
            states.published(digest, publication);
            progress.step(key, "published", 2, steps);
            ReportParcel parcel = ReportParcel.of(key, report);
            int done = 2;
            for (ReportDelivery delivery : schedule.deliveries()) {
                if (cancelled.contains(key)) {
                    return false;
                }
                if (!run.delivered.contains(delivery.name())) {
                    delivery.deliver(parcel);
                    journal.write(
                            ACTOR, RunStates.DELIVERED, key, Outcome.SUCCESS, Map.of("delivery", delivery.name()), TAG);
                    run.delivered.add(delivery.name());
                }
                done++;
                progress.step(key, "delivered", done, steps);
            }
            journal.write(
                    ACTOR,
                    RunStates.SUCCEEDED,
                    key,
                    Outcome.SUCCESS,
                    Map.of(
                            "publication",
                            Long.toString(publication),
                            "root",
                            report.root().toBase64(),
                            "attempt",
                            run.attempts),
                    TAG);
            return true;
        }
    }

    @Override
    public synchronized String toString() {
        return "ReportScheduler" + schedules.keySet();
    }
}
