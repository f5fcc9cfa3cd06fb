package io.bondtrader.compliance.audit.store;

import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.internal.EntryLocations;
import io.bondtrader.compliance.audit.internal.EntryReader;
import io.bondtrader.compliance.audit.internal.FlatTree;
import io.bondtrader.compliance.audit.internal.KeyHistory;
import io.bondtrader.compliance.audit.internal.LogWalk;
import io.bondtrader.compliance.audit.internal.OwnedFolder;
import io.bondtrader.compliance.audit.internal.PreparedEntry;
import io.bondtrader.compliance.audit.witness.Witness;
import io.bondtrader.compliance.audit.witness.Witnesses;
import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.signing.Checkpoint;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.NoteSigner;
import io.bondtrader.security.signing.NoteVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes a log on disk, and opens it. For one thread. */
public final class DurableAuditLogBuilder {

    private static final int MOST_NOTE = 131_072;

    private final Path path;
    private final String origin;
    private final List<NoteSigner> signers = new ArrayList<>();
    private final List<NoteVerifier> first = new ArrayList<>();
    private final List<Witness> witnesses = new ArrayList<>();
    private int requiredWitnesses;
    private CommitPolicy commits = CommitPolicy.standard();
    private FailurePolicy failures = FailurePolicy.failClosed();
    private SegmentOutput.Opener opener = SegmentOutput::open;

    DurableAuditLogBuilder(Path path, String origin, NoteSigner signer) {
        this.path = path;
        this.origin = origin;
        signers.add(signer);
    }

    /**
     * Adds a key that signs too: while keys rotate, all active ones are needed to open the log.
     *
     * @param signer the key
     * @return this
     */
    public DurableAuditLogBuilder alsoSigning(NoteSigner signer) {
        signers.add(signer);
        return this;
    }

    /**
     * Names the keys that the log began with, if they are no longer those that sign. Changes are followed from there.
     *
     * @param keys those that signed its first checkpoint
     * @return this
     */
    public DurableAuditLogBuilder begunWith(NoteVerifier... keys) {
        first.addAll(List.of(keys));
        return this;
    }

    /**
     * Sets how much is written at once and may wait.
     *
     * @param policy the limits; without, {@link CommitPolicy#standard()}
     * @return this
     */
    public DurableAuditLogBuilder commits(CommitPolicy policy) {
        this.commits = policy;
        return this;
    }

    /**
     * Sets what happens when the disk fails.
     *
     * @param policy what; without, {@link FailurePolicy#failClosed()}
     * @return this
     */
    public DurableAuditLogBuilder failures(FailurePolicy policy) {
        this.failures = policy;
        return this;
    }

    /**
     * Adds witnesses, which cosign what is published.
     *
     * @param required how many must cosign before a checkpoint is published
     * @param all the witnesses
     * @return this
     * @throws InvalidInput if more are required than there are
     */
    public DurableAuditLogBuilder witnesses(int required, List<? extends Witness> all) {
        InvalidInput.unless(required >= 0 && required <= all.size(), "required", required, "0 to " + all.size());
        this.requiredWitnesses = required;
        witnesses.addAll(all);
        return this;
    }

    DurableAuditLogBuilder through(SegmentOutput.Opener other) {
        this.opener = other;
        return this;
    }

    /**
     * Opens the log: makes it if the folder is empty, otherwise reads and checks all of it.
     *
     * @param clock tells the time of the log's own events
     * @param random for the names of the log's own events
     * @return the log; close it
     * @throws LogUnavailable if another writer has it open, or the disk fails
     * @throws LogDamaged if it is not what was signed; the message names the first bad index
     * @throws InvalidInput if the keys given are not those that sign
     */
    public DurableAuditLog open(InstantSource clock, SecureRandom random) {
        OwnedFolder folder = null;
        SegmentFiles files = null;
        boolean opened = false;
        try {
            folder = OwnedFolder.open(path);
            files = new SegmentFiles(folder, opener, commits.segmentBytes());
            DurableAuditLog log = open(folder, files, EventIds.of(clock, random), clock);
            opened = true;
            return log;
        } catch (IOException failed) {
            throw new LogUnavailable("the log could not be opened", failed);
        } finally {
            if (!opened) {
                release(folder, files);
            }
        }
    }

    private static void release(@Nullable OwnedFolder folder, @Nullable SegmentFiles files) {
        try {
            if (files != null) {
                files.close();
            }
            if (folder != null) {
                folder.close();
            }
        } catch (IOException failed) {
            throw new LogUnavailable("the log could not be closed", failed);
        }
    }

    private DurableAuditLog open(OwnedFolder folder, SegmentFiles files, EventIds ids, InstantSource clock)
            throws IOException {
        FlatTree tree = new FlatTree();
        EntryLocations locations = new EntryLocations();
        List<NoteVerifier> trusted = first.isEmpty() ? List.of(signers.get(0).verifier()) : List.copyOf(first);
        Recovery recovery = new Recovery(folder, files, tree, locations, origin, trusted);
        long published = published(folder);
        long cut = recovery.run(published);
        LogWalk walk = recovery.walk();
        List<NoteSigner> active = signing(walk.keys());
        Checkpoint checkpoint = Checkpoint.of(origin, walk.size(), HashValue.of(walk.root()));
        String note = walk.note() == null ? checkpoint.sign(active) : walk.note();

        CommitQueue queue = new CommitQueue(commits, failures);
        Committer committer = new Committer(
                origin,
                queue,
                commits,
                failures,
                files,
                tree,
                locations,
                ids,
                clock,
                walk.previous(),
                walk.keys(),
                active,
                new Committed(checkpoint, note));
        EntryReader reader = new EntryReader(files::read, locations, tree);
        reader.beginAt(walk.pruned().end());
        TilePublisher tiles = new TilePublisher(folder, tree, reader::copy, reader::firstEntry, published);
        long rewritten = tiles.repair();
        RecoveryReport report = new RecoveryReport(walk.size(), cut, rewritten);
        if (report.wasTorn()) {
            queue.put(Pending.of(List.of(PreparedEntry.of(
                    committer.own("audit.log.recovered", Map.of("cutBytes", cut, "size", walk.size()))))));
        }
        DurableAuditLog log = new DurableAuditLog(
                folder,
                queue,
                committer,
                tree,
                reader,
                files,
                tiles,
                Witnesses.of(witnesses, requiredWitnesses),
                report,
                new SegmentPruner(folder, files, locations, tree, reader));
        log.start();
        return log;
    }

    /** The signers of all active keys, and no other. */
    private List<NoteSigner> signing(KeyHistory keys) {
        List<NoteSigner> active = new ArrayList<>();
        for (NoteVerifier key : keys.active()) {
            NoteSigner signer = signers.stream()
                    .filter(candidate -> candidate.verifier().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInput("signers", "not with " + key, "all keys that are active"));
            active.add(signer);
        }
        return active;
    }

    /** How far tiles were published. The note is checked against the segments, not trusted. */
    private long published(OwnedFolder folder) throws IOException {
        Path file = folder.root().resolve("checkpoint");
        if (!Files.exists(file)) {
            return 0;
        }
        if (Files.size(file) > MOST_NOTE) {
            throw new LogDamaged("the published checkpoint is too long");
        }
        String[] lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", 4);
        try {
            if (lines.length == 4 && lines[0].equals(origin)) {
                return Long.parseLong(lines[1]);
            }
        } catch (NumberFormatException none) {
            throw new LogDamaged("the published checkpoint is none");
        }
        throw new LogDamaged("the published checkpoint is none of this log");
    }
}
