package io.bondtrader.compliance.report.transaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.security.signing.Checkpoint;
import io.bondtrader.security.signing.ConsistencyProof;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.InclusionProof;
import io.bondtrader.security.signing.MerkleTree;
import io.bondtrader.security.signing.RangeProof;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/** A trail in memory for tests of what reads one. */
final class MemoryTrail implements AuditTrail {

    private final List<LoggedEvent> events = new ArrayList<>();
    private final MerkleTree tree = new MerkleTree();

    MemoryTrail add(TradeEvent event) {
        return add(event.action(), event.body(), Outcome.SUCCESS);
    }

    MemoryTrail add(String action, CanonicalJson body, Outcome outcome) {
        byte[] bytes = body.toBytes();
        HashValue leaf = HashValue.ofRecord(bytes);
        AuditRecord record = new AuditRecord(
                new UUID(0x0193_0000_0000_7000L + events.size(), 0x8000_0000_0000_0000L),
                Instant.parse("2026-11-20T09:30:00Z"),
                "desk",
                "",
                null,
                action,
                "",
                outcome,
                "",
                new TreeSet<>(),
                body);
        events.add(new LoggedEvent(events.size(), leaf, leaf, record));
        tree.append(leaf);
        return this;
    }

    @Override
    public Checkpoint checkpoint() {
        return Checkpoint.of("example.com/audit", tree.size(), tree.root());
    }

    @Override
    public String signedCheckpoint() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void read(long startInclusive, long endExclusive, Consumer<LoggedEvent> reader) {
        events.subList((int) startInclusive, (int) endExclusive).forEach(reader);
    }

    @Override
    public byte[] entry(long index) {
        return events.get((int) index).record().body().text().getBytes(UTF_8);
    }

    @Override
    public InclusionProof inclusion(long index, long treeSize) {
        return tree.inclusion(index, treeSize);
    }

    @Override
    public ConsistencyProof consistency(long fromSize, long toSize) {
        return tree.consistency(fromSize, toSize);
    }

    @Override
    public RangeProof range(long startInclusive, long endExclusive, long treeSize) {
        throw new UnsupportedOperationException();
    }
}
