package io.bondtrader.compliance.retention;

import io.bondtrader.compliance.audit.EventCodec;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.security.signing.Checkpoint;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.TrustedKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All that one archive still holds, after it was checked: the hashes of its range lead to the signed checkpoint, every event
 * that is there has its hash, and the manifest says what is there. Immutable once opened.
 */
final class OpenedArchive {

    private final ArchiveBundle bundle;
    private final List<HashValue> leaves;
    private final @Nullable LoggedEvent[] events;
    private final List<RecordClass> kinds = new ArrayList<>();

    private OpenedArchive(ArchiveBundle bundle, List<HashValue> leaves) {
        this.bundle = bundle;
        this.leaves = leaves;
        this.events = new @Nullable LoggedEvent[leaves.size()];
    }

    static OpenedArchive open(ArchiveStore store, ArchiveBundle bundle, TrustedKeys keys) {
        OpenedArchive opened = new OpenedArchive(bundle, leaves(store, bundle));
        opened.checkProof(keys);
        bundle.parts()
                .forEach((kind, part) -> store.get(bundle.name(), AuditArchive.file(kind))
                        .ifPresent(content -> opened.take(kind, part, content)));
        return opened;
    }

    private static List<HashValue> leaves(ArchiveStore store, ArchiveBundle bundle) {
        byte[] bytes = store.get(bundle.name(), AuditArchive.LEAVES)
                .orElseThrow(() -> new LogDamaged("archive " + bundle.name() + " has lost its hashes"));
        boolean whole = PackedEvents.sha256(bytes).equals(bundle.leavesSha256())
                && bytes.length == (bundle.endExclusive() - bundle.startInclusive()) * HashValue.BYTES;
        if (!whole) {
            throw new LogDamaged("the hashes of archive " + bundle.name() + " were changed");
        }
        List<HashValue> leaves = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += HashValue.BYTES) {
            leaves.add(HashValue.of(Arrays.copyOfRange(bytes, at, at + HashValue.BYTES)));
        }
        return leaves;
    }

    private void checkProof(TrustedKeys keys) {
        Checkpoint checkpoint = Checkpoint.open(bundle.signedCheckpoint(), bundle.origin(), keys);
        if (checkpoint.size() != bundle.proof().treeSize() || !bundle.proof().proves(leaves, checkpoint.root())) {
            throw new LogDamaged("the hashes of archive " + bundle.name() + " do not lead to its checkpoint");
        }
    }

    private void take(RecordClass kind, ArchiveBundle.Part part, byte[] content) {
        PackedEvents again = new PackedEvents();
        events(bundle, kind, part, content, event -> {
            long at = event.index() - bundle.startInclusive();
            if (at < 0 || at >= leaves.size() || !leaves.get((int) at).equals(event.leaf())) {
                throw new LogDamaged(
                        "event " + event.index() + " of archive " + bundle.name() + " is not what was logged");
            }
            events[(int) at] = event;
            again.add(event);
        });
        if (!again.part(content).equals(part)) {
            throw new LogDamaged(
                    "the manifest of archive " + bundle.name() + " says something else of " + kind + " than its file");
        }
        kinds.add(kind);
    }

    static void events(
            ArchiveBundle bundle,
            RecordClass kind,
            ArchiveBundle.Part part,
            byte[] content,
            Consumer<LoggedEvent> reader) {
        if (!PackedEvents.sha256(content).equals(part.sha256())) {
            throw new LogDamaged("the file of " + kind + " in archive " + bundle.name() + " was changed");
        }
        PackedEvents.read(content, (index, entry) -> reader.accept(EventCodec.decode(index, entry)));
    }

    ArchiveBundle bundle() {
        return bundle;
    }

    /** The kinds of records whose files are there; the others were deleted. */
    List<RecordClass> kinds() {
        return List.copyOf(kinds);
    }

    Optional<LoggedEvent> event(long index) {
        return Optional.ofNullable(events[(int) (index - bundle.startInclusive())]);
    }

    HashValue leaf(long index) {
        return leaves.get((int) (index - bundle.startInclusive()));
    }
}
