package io.bondtrader.compliance.audit.internal;

import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.security.signing.Tile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The Merkle tree as it stands on disk in tiles, read when asked. What it states is proven only once its root is that of a
 * signed checkpoint.
 *
 * <p>Safe for use by many threads.
 */
public final class TileTree extends StoredTree {

    private static final int STEP = 8;
    private static final int KEPT = 64;

    private final Path folder;
    private final long size;
    private final Map<Tile, byte[]> recent = new LinkedHashMap<>(KEPT, 0.75f, true);

    /**
     * Reads tiles of a folder.
     *
     * @param folder that holds {@code tile}
     * @param size the number of leaves, from a checkpoint
     */
    public TileTree(Path folder, long size) {
        super(STEP);
        this.folder = folder;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    void copy(int stored, long index, int count, byte[] target) {
        // Rows are aligned to their power of two, so one tile holds them.
        long hashes = size >> (STEP * stored);
        long tileIndex = index / Tile.FULL;
        Tile tile = new Tile(stored, tileIndex, (int) Math.min(Tile.FULL, hashes - tileIndex * Tile.FULL));
        byte[] bytes = read(tile);
        System.arraycopy(bytes, (int) (index % Tile.FULL) * Hashing.BYTES, target, 0, count * Hashing.BYTES);
    }

    private byte[] read(Tile tile) {
        byte[] known = recent.get(tile);
        if (known != null) {
            return known;
        }
        byte[] bytes = bytes(folder, tile);
        if (recent.size() >= KEPT) {
            recent.remove(recent.keySet().iterator().next());
        }
        recent.put(tile, bytes);
        return bytes;
    }

    /** A partial tile may have been deleted once the full one was there. */
    static byte[] bytes(Path folder, Tile tile) {
        int length = tile.width() * Hashing.BYTES;
        Path partial = folder.resolve(tile.path());
        Path file = Files.exists(partial)
                ? partial
                : folder.resolve(new Tile(tile.level(), tile.index(), Tile.FULL).path());
        try {
            byte[] bytes = Files.readAllBytes(file);
            boolean whole = bytes.length == length || (file != partial && bytes.length == Tile.FULL * Hashing.BYTES);
            if (!whole) {
                throw new LogDamaged(tile.path() + " has " + bytes.length + " bytes");
            }
            return bytes;
        } catch (IOException missing) {
            throw new LogDamaged(tile.path() + " cannot be read");
        }
    }
}
