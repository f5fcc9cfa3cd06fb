package io.bondtrader.compliance.audit.store;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.KeyChange;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.audit.internal.EntryLocations;
import io.bondtrader.compliance.audit.internal.FlatTree;
import io.bondtrader.compliance.audit.internal.Frame;
import io.bondtrader.compliance.audit.internal.Hashing;
import io.bondtrader.compliance.audit.internal.KeyHistory;
import io.bondtrader.compliance.audit.internal.PreparedEntry;
import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.signing.Checkpoint;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.NoteSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Commits: takes all that waits, gives every event its place, chains and hashes it, signs the checkpoint after the last
 * one, writes both in one write, forces it, and only then completes the futures. One thread.
 */
final class Committer implements Runnable {

    private final String origin;
    private final CommitQueue queue;
    private final CommitPolicy policy;
    private final FailurePolicy failures;
    private final SegmentFiles files;
    private final FlatTree tree;
    private final EntryLocations locations;
    private final EventIds ids;
    private final InstantSource clock;
    private final Hashing hashing = new Hashing();
    private final byte[] encoded = new byte[PreparedEntry.HASH_CHARACTERS];
    private byte[] frame = new byte[1 << 16];
    private byte[] previous;
    private KeyHistory keys;
    private List<NoteSigner> signers;
    private volatile Committed committed;

    Committer(
            String origin,
            CommitQueue queue,
            CommitPolicy policy,
            FailurePolicy failures,
            SegmentFiles files,
            FlatTree tree,
            EntryLocations locations,
            EventIds ids,
            InstantSource clock,
            byte[] previous,
            KeyHistory keys,
            List<NoteSigner> signers,
            Committed committed) {
        this.origin = origin;
        this.queue = queue;
        this.policy = policy;
        this.failures = failures;
        this.files = files;
        this.tree = tree;
        this.locations = locations;
        this.ids = ids;
        this.clock = clock;
        this.previous = previous;
        this.keys = keys;
        this.signers = signers;
        this.committed = committed;
    }

    Committed committed() {
        return committed;
    }

    @Override
    public void run() {
        List<Pending> batch = List.of();
        try {
            for (batch = queue.take(); !batch.isEmpty(); batch = queue.take()) {
                int next = 0;
                while (next < batch.size()) {
                    next = commit(batch, next);
                }
            }
        } finally {
            // Nobody waits for ever, whatever ended this: an error of the machine's, such as too little memory.
            LogUnavailable ended = new LogUnavailable("the log has ended");
            fail(batch, ended);
            fail(queue.refuse(ended), ended);
        }
    }

    /** Commits as much as one frame takes; says where the next one begins. */
    private int commit(List<Pending> batch, int start) {
        int end = start;
        int events = 0;
        long bytes = 0;
        while (end < batch.size()) {
            Pending next = batch.get(end);
            boolean alone = next.rotation() != null;
            boolean fits = events + next.events() <= policy.mostEvents() && bytes + next.bytes() <= policy.mostBytes();
            if (end > start && (alone || !fits)) {
                break;
            }
            events += next.events();
            bytes += next.bytes();
            end++;
            if (alone) {
                break;
            }
        }
        List<Pending> group = batch.subList(start, end);
        try {
            write(group);
            return end;
        } catch (IOException | RuntimeException failed) {
            return recover(batch, start, failed);
        }
    }

    private void write(List<Pending> group) throws IOException {
        Pending.Rotation rotation = group.get(0).rotation();
        if (rotation == null) {
            List<PreparedEntry> entries = new ArrayList<>();
            group.forEach(pending -> entries.addAll(pending.entries()));
            long first = frame(entries, signers);
            for (Pending pending : group) {
                pending.done().complete(first);
                first += pending.entries().size();
            }
            return;
        }
        KeyChange change;
        try {
            change = change(rotation);
        } catch (InvalidInput refused) {
            group.get(0).done().completeExceptionally(refused);
            return;
        }
        try {
            rotate(change, rotation, group.get(0));
        } catch (BondTraderException refused) {
            // A key that cannot sign is no reason to stop: nothing was written.
            group.get(0).done().completeExceptionally(refused);
        }
    }

    private KeyChange change(Pending.Rotation rotation) {
        long index = committed.checkpoint().size();
        long good = rotation.kind() == KeyChange.Kind.REVOKED ? rotation.lastGoodSize() : index + 1;
        KeyChange change = new KeyChange(rotation.kind(), rotation.key(), index + 1, good);
        String objection = keys.objection(change, index);
        InvalidInput.unless(objection == null, "change of keys", rotation.key(), "possible: " + objection);
        return change;
    }

    private void rotate(KeyChange change, Pending.Rotation rotation, Pending pending) throws IOException {
        List<NoteSigner> with = new ArrayList<>(signers);
        if (rotation.signer() != null) {
            with.add(rotation.signer());
        }
        if (change.kind() != KeyChange.Kind.ADDED && change.kind() != KeyChange.Kind.RETIRED) {
            with.removeIf(signer -> signer.verifier().equals(change.key()));
        }
        PreparedEntry entry = PreparedEntry.of(change.toRecord(ids.next(), clock.instant(), rotation.actor()));
        long index = frame(List.of(entry), with);
        with.removeIf(signer ->
                change.kind() == KeyChange.Kind.RETIRED && signer.verifier().equals(change.key()));
        signers = List.copyOf(with);
        keys = keys.after(change);
        pending.done().complete(index);
    }

    /** Writes one frame; after a failure nothing of it is remembered. */
    private long frame(List<PreparedEntry> entries, List<NoteSigner> by) throws IOException {
        long first = committed.checkpoint().size();
        byte[] before = previous;
        boolean durable = false;
        try {
            int at = Frame.HEADER;
            byte[] leaf = new byte[Hashing.BYTES];
            byte[] chained = previous;
            int[] marks = new int[entries.size() / EntryLocations.EVERY + 1];
            for (int i = 0; i < entries.size(); i++) {
                PreparedEntry entry = entries.get(i);
                int length = entry.length();
                room(at + 2 + length);
                if (i % EntryLocations.EVERY == 0) {
                    marks[i / EntryLocations.EVERY] = at;
                }
                frame[at] = (byte) (length >>> 8);
                frame[at + 1] = (byte) length;
                Base64.getEncoder().encode(chained, encoded);
                entry.write(encoded, frame, at + 2);
                hashing.leaf(frame, at + 2, length, leaf, 0);
                tree.append(leaf, 0);
                chained = leaf;
                at += 2 + length;
            }
            long size = first + entries.size();
            Checkpoint checkpoint = Checkpoint.of(origin, size, HashValue.of(tree.root(size)));
            String note = checkpoint.sign(by);
            byte[] signed = note.getBytes(StandardCharsets.UTF_8);
            room(at + signed.length);
            System.arraycopy(signed, 0, frame, at, signed.length);
            Frame.seal(frame, entries.size(), at - Frame.HEADER, signed.length, first);
            long place = files.append(frame, at + signed.length, first, before);
            durable = true;
            synchronized (locations) {
                for (int m = 0; m * EntryLocations.EVERY < entries.size(); m++) {
                    locations.mark(first + (long) m * EntryLocations.EVERY, place + marks[m]);
                }
            }
            previous = chained.clone();
            committed = new Committed(checkpoint, note);
            return first;
        } finally {
            if (!durable) {
                tree.truncate(first);
            }
        }
    }

    private void room(int length) {
        if (frame.length < length) {
            frame = Arrays.copyOf(frame, Math.max(length, 2 * frame.length));
        }
    }

    /** What cannot be written is handled as the policy says; returns where to go on in the batch. */
    private int recover(List<Pending> batch, int start, Exception cause) {
        LogUnavailable failure = new LogUnavailable("the log could not be written", cause);
        if (failures.kind() == FailurePolicy.Kind.FAIL_CLOSED) {
            // Refused first: whoever hears of the failure must not find the log still taking events.
            List<Pending> waiting = queue.refuse(failure);
            fail(batch.subList(start, batch.size()), failure);
            fail(waiting, failure);
            return batch.size();
        }
        boolean buffered = failures.kind() == FailurePolicy.Kind.BUFFER;
        List<Pending> rest = batch.subList(start, batch.size());
        int held = rest.stream().mapToInt(Pending::events).sum();
        List<Pending> drained = queue.goDown(held);
        if (!buffered) {
            queue.countLost(held + drained.stream().mapToInt(Pending::events).sum());
            fail(rest, failure);
            fail(drained, failure);
        }
        boolean again;
        do {
            again = queue.pause(failures.retryAfter());
            if (resumed(failure)) {
                return buffered ? start : batch.size();
            }
        } while (again);
        List<Pending> waiting = queue.refuse(failure);
        fail(rest, failure);
        fail(waiting, failure);
        return batch.size();
    }

    /** Tries the disk: cuts off what was begun and says in the log what happened. */
    private boolean resumed(LogUnavailable failure) {
        try {
            files.resume(files.length());
            long lost = queue.lost();
            Throwable cause = failure.getCause();
            Map<String, Object> body = Map.of(
                    "lostEvents",
                    lost,
                    "cause",
                    cause == null ? "" : cause.getClass().getSimpleName());
            frame(List.of(PreparedEntry.of(own("audit.log.interrupted", body))), signers);
            long more = queue.comeUp() - lost;
            if (more > 0) {
                frame(List.of(PreparedEntry.of(own("audit.log.interrupted", Map.of("lostEvents", more)))), signers);
            }
            return true;
        } catch (IOException | RuntimeException still) {
            return false;
        }
    }

    AuditRecord own(String action, Map<String, Object> body) {
        return own(action, Outcome.FAILURE, body);
    }

    AuditRecord own(String action, Outcome outcome, Map<String, Object> body) {
        return new AuditRecord(
                ids.next(),
                clock.instant(),
                "audit-log",
                "",
                null,
                action,
                origin,
                outcome,
                "",
                new TreeSet<>(Set.of("sox")),
                CanonicalJson.of(body));
    }

    private static void fail(List<Pending> pending, LogUnavailable failure) {
        pending.forEach(waiting -> waiting.done().completeExceptionally(failure));
    }
}
