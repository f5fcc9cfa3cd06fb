package io.bondtrader.compliance.audit.verify;

import io.bondtrader.compliance.audit.internal.Hashing;
import io.bondtrader.compliance.audit.internal.LogWalk;
import io.bondtrader.security.signing.Tile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Compares tiles and bundles that were published with what a walk sees. For one thread. */
final class TileCheck implements LogWalk.Visitor {

    private static final int LEVELS = 8;

    private final Path folder;
    private final long size;
    private final boolean bundles;
    private final byte[][] rows = new byte[LEVELS][];
    private final long[] counts = new long[LEVELS];
    private byte @Nullable [] bundle;
    private int bundleAt;
    private boolean grown;
    private long firstBad = Long.MAX_VALUE;
    private String reason = "";

    /** Checks tiles up to a published size; bundles too, unless they are what is walked. */
    TileCheck(Path folder, long size, boolean bundles) {
        this.folder = folder;
        this.size = size;
        this.bundles = bundles;
    }

    @Override
    public void entry(long index, byte[] bytes, int offset, int length, byte[] leaf) {
        if (index >= size) {
            return;
        }
        if (bundles) {
            compareBundle(index, bytes, offset, length + 2);
        }
        add(0, leaf);
    }

    @Override
    public void pruned(long index, byte[] leaf) {
        if (index < size) {
            // Its bundle is gone with it.
            bundle = null;
            add(0, leaf);
        }
    }

    @Override
    public void subtree(int level, byte[] hash) {
        // Counted per level: a subtree beyond the published size has no place in a tile.
        if (level < LEVELS && counts[level] < size >> (8 * level)) {
            add(level, hash);
        }
    }

    private void add(int level, byte[] hash) {
        byte[] row = rows[level];
        if (row == null) {
            row = new byte[Tile.FULL * Hashing.BYTES];
            rows[level] = row;
        }
        int place = (int) (counts[level] % Tile.FULL);
        System.arraycopy(hash, 0, row, place * Hashing.BYTES, Hashing.BYTES);
        counts[level]++;
        boolean last = counts[level] == size >> (8 * level);
        if (place + 1 == Tile.FULL || last) {
            compareTile(new Tile(level, (counts[level] - 1) / Tile.FULL, place + 1), row);
        }
    }

    private void compareTile(Tile tile, byte[] row) {
        byte[] stored = read(tile.path(), tile.width() == Tile.FULL ? null : full(tile.path()));
        int length = tile.width() * Hashing.BYTES;
        int differs = Arrays.mismatch(stored, 0, Math.min(stored.length, length), row, 0, length);
        boolean sized = stored.length == length || stored.length == Tile.FULL * Hashing.BYTES;
        if (differs >= 0 || !sized) {
            long hash = tile.index() * Tile.FULL + (differs < 0 ? tile.width() : differs / Hashing.BYTES);
            bad(Math.min(hash << (8 * tile.level()), size - 1), tile.path() + " is not that of the entries");
        }
    }

    private void compareBundle(long index, byte[] bytes, int offset, int length) {
        if (index % Tile.FULL == 0) {
            String path = Tile.ofLeaf(index, size).entriesPath();
            // The partial bundle of the published size may have become a full one since.
            grown = path.contains(".p/") && !Files.exists(folder.resolve(path));
            bundle = read(path, grown ? full(path) : null);
            bundleAt = 0;
        }
        byte[] stored = bundle;
        if (stored == null) {
            return;
        }
        boolean same = bundleAt + length <= stored.length
                && Arrays.equals(stored, bundleAt, bundleAt + length, bytes, offset, offset + length);
        bundleAt += length;
        boolean last = (index + 1) % Tile.FULL == 0 || (index + 1 == size && !grown);
        if (!same || (last && bundleAt != stored.length)) {
            bad(index, Tile.ofLeaf(index, size).entriesPath() + " does not hold the entry");
            bundle = null;
        }
    }

    private static String full(String partial) {
        return partial.substring(0, partial.indexOf(".p/"));
    }

    private byte[] read(String path, @Nullable String otherwise) {
        try {
            Path file = folder.resolve(path);
            if (!Files.exists(file) && otherwise != null) {
                file = folder.resolve(otherwise);
            }
            return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException unreadable) {
            return new byte[0];
        }
    }

    private void bad(long index, String what) {
        if (index < firstBad) {
            firstBad = index;
            reason = what;
        }
    }

    /** The first event for which a tile or bundle is not as it must be; {@code Long.MAX_VALUE} if all are. */
    long firstBad() {
        return firstBad;
    }

    String reason() {
        return reason;
    }
}
