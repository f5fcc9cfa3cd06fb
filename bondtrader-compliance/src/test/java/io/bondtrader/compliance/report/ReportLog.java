package io.bondtrader.compliance.report;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.TestLog;
import io.bondtrader.security.signing.Checkpoint;
import io.bondtrader.security.signing.ConsistencyProof;
import io.bondtrader.security.signing.InclusionProof;
import io.bondtrader.security.signing.RangeProof;
import io.bondtrader.security.signing.TrustedKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A log whose clock the test sets, and its journal. */
public final class ReportLog {

    /** The log. */
    public final TestLog sample = new TestLog();

    /** Writes to it. */
    public final AuditJournal journal;

    private Instant now = TestLog.START;

    /** Creates an empty log. */
    public ReportLog() {
        this.journal = AuditJournal.of(sample.log, EventIds.of(() -> now, new SplittableRandom(20261122)), () -> now);
    }

    /** Sets the clock. */
    public ReportLog at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    /** Moves the clock on. */
    public ReportLog later(Duration by) {
        now = now.plus(by);
        return this;
    }

    /** The time. */
    public Instant now() {
        return now;
    }

    /** The keys that sign the log. */
    public TrustedKeys keys() {
        return sample.keys;
    }

    /** The log as it is. */
    public VerifiedLog verified() {
        return VerifiedLog.newest(sample.log, sample.keys);
    }

    /** All of 2026. */
    public static ReportParameters year() {
        return ReportParameters.between(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
    }

    /** The same log, with one event exchanged in what it reads out. */
    public AuditTrail lying(long index, UnaryOperator<LoggedEvent> lie) {
        AuditTrail honest = sample.log;
        return new AuditTrail() {
            @Override
            public Checkpoint checkpoint() {
                return honest.checkpoint();
            }

            @Override
            public String signedCheckpoint() {
                return honest.signedCheckpoint();
            }

            @Override
            public void read(long startInclusive, long endExclusive, Consumer<LoggedEvent> reader) {
                honest.read(
                        startInclusive,
                        endExclusive,
                        event -> reader.accept(event.index() == index ? lie.apply(event) : event));
            }

            @Override
            public byte[] entry(long place) {
                return honest.entry(place);
            }

            @Override
            public InclusionProof inclusion(long place, long treeSize) {
                return honest.inclusion(place, treeSize);
            }

            @Override
            public ConsistencyProof consistency(long fromSize, long toSize) {
                return honest.consistency(fromSize, toSize);
            }

            @Override
            public RangeProof range(long startInclusive, long endExclusive, long treeSize) {
                return honest.range(startInclusive, endExclusive, treeSize);
            }
        };
    }
}
