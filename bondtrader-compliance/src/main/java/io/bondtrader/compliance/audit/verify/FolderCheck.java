package io.bondtrader.compliance.audit.verify;

import io.bondtrader.compliance.audit.internal.Frame;
import io.bondtrader.compliance.audit.internal.FrameReader;
import io.bondtrader.compliance.audit.internal.KeyHistory;
import io.bondtrader.compliance.audit.internal.LogWalk;
import io.bondtrader.compliance.audit.internal.TileTree;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.Tile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One run over the folder of a log. For one thread, and once. */
final class FolderCheck {

    private static final int MOST_REST = 1 << 28;

    private final LogVerifier verifier;
    private final Path folder;
    private final @Nullable StatedNote published;
    private final @Nullable StatedNote kept;
    private final List<String> findings = new ArrayList<>();
    private long firstBad = Long.MAX_VALUE;
    private boolean torn;
    private boolean publishedSeen;
    private boolean keptSeen;

    FolderCheck(LogVerifier verifier, Path folder, @Nullable StatedNote published, @Nullable StatedNote kept) {
        this.verifier = verifier;
        this.folder = folder;
        this.published = published;
        this.kept = kept;
    }

    Verification segments(List<Path> files) throws IOException {
        TileCheck tiles = new TileCheck(folder, publishedSize(), true);
        LogWalk walk = new LogWalk(verifier.origin(), verifier.keys(), tiles, size -> true);
        walk.ask(new PublishedLeaves(walk));
        meet(walk);
        boolean go = true;
        for (int i = 0; i < files.size() && go; i++) {
            go = segment(walk, files.get(i), i == files.size() - 1);
        }
        return finish(walk, tiles);
    }

    private boolean segment(LogWalk walk, Path file, boolean last) throws IOException {
        try (FrameReader reader = FrameReader.open(file, Frame.FILE_HEADER)) {
            if (!file.getFileName().toString().equals(Frame.fileName(walk.size()))
                    || !reader.hasHeader(walk.size(), walk.previous())) {
                stop(
                        walk,
                        walk.size(),
                        "a segment does not go on from the one before it",
                        last && reader.length() <= Frame.FILE_HEADER);
                return false;
            }
            while (true) {
                long start = reader.position();
                FrameReader.Found found = reader.next();
                if (found == FrameReader.Found.END) {
                    return true;
                }
                Optional<LogWalk.Flaw> flaw = found == FrameReader.Found.BROKEN
                        ? Optional.of(new LogWalk.Flaw(walk.size(), "bytes that are no frame"))
                        : walk.accept(reader);
                if (flaw.isPresent()) {
                    // As when the log is opened: a write that was not finished has no whole frame in it or behind it.
                    boolean unfinished = last && Frame.find(reader.rest(start, MOST_REST)) < 0;
                    stop(walk, flaw.get().index(), flaw.get().reason(), unfinished);
                    return false;
                }
                meet(walk);
            }
        }
    }

    private void stop(LogWalk walk, long index, String reason, boolean unfinished) {
        boolean committed = walk.size() < publishedSize() || (kept != null && walk.size() < kept.size());
        if (unfinished && !committed) {
            torn = true;
            findings.add("behind event " + (walk.size() - 1) + " stands a write that was not finished: " + reason);
        } else {
            bad(index, reason);
        }
    }

    /** Of a mirror there are tiles and bundles alone, and one checkpoint. */
    Verification mirror() throws IOException {
        TileCheck tiles = new TileCheck(folder, publishedSize(), false);
        LogWalk walk = new LogWalk(verifier.origin(), verifier.keys(), tiles, size -> true);
        walk.ask(new PublishedLeaves(walk));
        meet(walk);
        long size = publishedSize();
        for (long index = 0; index < size; index += Tile.FULL) {
            Optional<LogWalk.Flaw> flaw = bundle(walk, Tile.ofLeaf(index, size));
            if (flaw.isPresent()) {
                bad(flaw.get().index(), flaw.get().reason());
                break;
            }
            meet(walk);
        }
        keptSeen |= kept != null && kept.size() <= walk.size() && keptRootFits(walk);
        return finish(walk, tiles);
    }

    /** Old bundles are taken out from the first on. One that is not there may be lost all the same: an event of the log says. */
    private Optional<LogWalk.Flaw> bundle(LogWalk walk, Tile tile) throws IOException {
        Path entries = folder.resolve(tile.entriesPath());
        if (Files.isRegularFile(entries)) {
            return walk.acceptBundle(Files.readAllBytes(entries), tile.width());
        }
        Path hashes = folder.resolve(tile.path());
        boolean taken = walk.size() == walk.pruned().end()
                && tile.width() == Tile.FULL
                && Files.isRegularFile(hashes)
                && Files.size(hashes) == (long) Tile.FULL * HashValue.BYTES;
        if (!taken) {
            return Optional.of(new LogWalk.Flaw(walk.size(), tile.entriesPath() + " is missing"));
        }
        walk.acceptHashes(Files.readAllBytes(hashes));
        return Optional.empty();
    }

    /** A kept checkpoint of a mirror need not lie at the end of a bundle: its root is stated by the tiles. */
    private boolean keptRootFits(LogWalk walk) {
        try {
            return kept != null
                    && (kept.size() == 0
                            || HashValue.of(new TileTree(folder, publishedSize()).root(kept.size()))
                                    .equals(kept.root()))
                    && KeyHistory.signed(kept.note(), walk.keys().active());
        } catch (BondTraderException unreadable) {
            return false;
        }
    }

    private long publishedSize() {
        return published == null ? 0 : published.size();
    }

    /** Compares what the walk came to with what was published and what somebody kept. */
    private void meet(LogWalk walk) {
        if (published != null && published.size() == walk.size() && !publishedSeen) {
            publishedSeen = true;
            judge(walk, published, "the published checkpoint");
            if (!verifier.witnesses().isEmpty() && !KeyHistory.signed(published.note(), verifier.witnesses())) {
                bad(0, "the published checkpoint is not cosigned by all witnesses asked for");
            }
        }
        if (kept != null && kept.size() == walk.size() && !keptSeen) {
            keptSeen = true;
            judge(walk, kept, "the checkpoint that was kept");
        }
    }

    private void judge(LogWalk walk, StatedNote stated, String name) {
        if (!stated.origin().equals(verifier.origin())) {
            bad(0, name + " is of another log");
        } else if (!KeyHistory.signed(stated.note(), walk.keys().active())) {
            bad(0, name + " is not signed by the keys that sign there");
        } else if (!HashValue.of(walk.root()).equals(stated.root())) {
            bad(0, name + " has another root");
        }
    }

    private Verification finish(LogWalk walk, TileCheck tiles) {
        if (firstBad == Long.MAX_VALUE) {
            walk.pruned()
                    .undeclared()
                    .ifPresent(index -> bad(index, "an entry is missing, and no event says that it was taken out"));
        }
        if (walk.pruned().end() > 0) {
            findings.add("entries before " + walk.pruned().end() + " were taken out; their hashes are proven");
        }
        if (tiles.firstBad() < firstBad && tiles.firstBad() < walk.size()) {
            bad(tiles.firstBad(), tiles.reason());
        }
        boolean whole = firstBad == Long.MAX_VALUE;
        missing(published, publishedSeen, walk, whole, "the published checkpoint");
        missing(kept, keptSeen, walk, whole, "the checkpoint that was kept");
        if (published == null && !verifier.witnesses().isEmpty()) {
            bad(0, "witnesses were asked for, and no checkpoint is published");
        }
        HashValue root = HashValue.of(walk.root());
        if (firstBad < Long.MAX_VALUE) {
            return new Verification(
                    Verdict.DAMAGED, Math.min(firstBad, walk.size()), root, OptionalLong.of(firstBad), findings);
        }
        OptionalLong doubtful = walk.keys().doubtfulFrom();
        if (doubtful.isPresent()) {
            findings.add("from event " + doubtful.getAsLong() + " on only a key vouches that was revoked");
            return new Verification(Verdict.DOUBTFUL, walk.size(), root, doubtful, findings);
        }
        return new Verification(
                torn ? Verdict.TORN_TAIL : Verdict.WHOLE, walk.size(), root, OptionalLong.empty(), findings);
    }

    private void missing(@Nullable StatedNote stated, boolean seen, LogWalk walk, boolean whole, String name) {
        if (stated != null && !seen && whole) {
            bad(
                    Math.min(walk.size(), stated.size()),
                    name + " is of " + stated.size() + " events, and the log has no commit that ends there");
        }
    }

    private void bad(long index, String reason) {
        findings.add("event " + index + ": " + reason);
        firstBad = Math.min(firstBad, index);
    }

    /** Leaves as tiles state them, once the tiles lead to a root that the log's keys have signed. */
    private final class PublishedLeaves implements LogWalk.LeafOracle {

        private final LogWalk walk;
        private @Nullable TileTree proven;
        private boolean tried;

        PublishedLeaves(LogWalk walk) {
            this.walk = walk;
        }

        @Override
        public Optional<byte[]> leaf(long index) {
            try {
                if (!tried) {
                    tried = true;
                    prove();
                }
                return proven != null && index >= 0 && index < proven.size()
                        ? Optional.of(proven.leaf(index))
                        : Optional.empty();
            } catch (BondTraderException unreadable) {
                return Optional.empty();
            }
        }

        private void prove() {
            if (published == null || published.size() == 0) {
                return;
            }
            TileTree tree = new TileTree(folder, published.size());
            boolean rooted = HashValue.of(tree.root(published.size())).equals(published.root());
            if (rooted && (signedBy(walk.keys()) || signedBy(keysOfBundles()))) {
                proven = tree;
            }
        }

        private boolean signedBy(KeyHistory keys) {
            return published != null && KeyHistory.signed(published.note(), keys.active());
        }

        /** Keys may have changed behind the flaw: bundles tell, where they are whole. */
        private KeyHistory keysOfBundles() {
            LogWalk bundles = new LogWalk(
                    verifier.origin(), verifier.keys(), (index, bytes, offset, length, leaf) -> {}, size -> false);
            try {
                for (long index = 0; index < publishedSize(); index += Tile.FULL) {
                    if (bundle(bundles, Tile.ofLeaf(index, publishedSize())).isPresent()) {
                        return walk.keys();
                    }
                }
                return bundles.keys();
            } catch (IOException missing) {
                return walk.keys();
            }
        }
    }
}
