package io.bondtrader.compliance.audit.store;

import io.bondtrader.compliance.audit.internal.FlatTree;
import io.bondtrader.compliance.audit.internal.OwnedFolder;
import io.bondtrader.security.signing.Tile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Writes the tree and the entries as C2SP tlog-tiles asks for: {@code tile/L/N}, {@code tile/entries/N} and {@code
 * checkpoint}. All of it is made from the segments and can be made again. For one thread at a time.
 */
final class TilePublisher {

    /** Reads the entries of a bundle, each after its length in two bytes. */
    @FunctionalInterface
    interface Entries {

        void copy(long startInclusive, long endExclusive, ByteArrayOutputStream target);
    }

    private final OwnedFolder folder;
    private final FlatTree tree;
    private final Entries entries;
    private final LongSupplier firstEntry;
    private long published;

    TilePublisher(OwnedFolder folder, FlatTree tree, Entries entries, LongSupplier firstEntry, long published) {
        this.firstEntry = firstEntry;
        this.folder = folder;
        this.tree = tree;
        this.entries = entries;
        this.published = published;
    }

    /** Writes what has grown since the last time. The checkpoint comes last, by {@link #checkpoint}. */
    void tiles(long size) throws IOException {
        for (Tile tile : Tile.grown(published, size)) {
            write(tile);
        }
        published = size;
    }

    private void write(Tile tile) throws IOException {
        folder.replace(folder.root().resolve(tile.path()), tree.hashes(tile), false);
        if (hasBundle(tile)) {
            folder.replace(folder.root().resolve(tile.entriesPath()), bundle(tile), false);
        }
        if (tile.width() == Tile.FULL) {
            forgetPartial(folder.root().resolve(tile.path() + ".p"));
            if (tile.level() == 0) {
                forgetPartial(folder.root().resolve(tile.entriesPath() + ".p"));
            }
        }
    }

    /** Entries are taken out by whole bundles, so one is there with all of its entries or not at all. */
    private boolean hasBundle(Tile tile) {
        return tile.level() == 0 && tile.firstLeaf() >= firstEntry.getAsLong();
    }

    /** Takes the bundles away whose entries were taken out. */
    void forgetBundles(long from, long end) throws IOException {
        for (long index = from; index + Tile.FULL <= end; index += Tile.FULL) {
            Path bundle = folder.root().resolve(new Tile(0, index / Tile.FULL, Tile.FULL).entriesPath());
            Files.deleteIfExists(bundle);
            forgetPartial(bundle.resolveSibling(bundle.getFileName() + ".p"));
        }
    }

    private byte[] bundle(Tile tile) {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        entries.copy(tile.firstLeaf(), tile.endLeaf(), bundle);
        return bundle.toByteArray();
    }

    /** Partial tiles may go once the full one is there (C2SP tlog-tiles, Partial Tiles). */
    private static void forgetPartial(Path partials) throws IOException {
        if (!Files.isDirectory(partials)) {
            return;
        }
        try (Stream<Path> files = Files.list(partials)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(partials);
    }

    void checkpoint(String note) throws IOException {
        folder.replace(folder.root().resolve("checkpoint"), note.getBytes(StandardCharsets.UTF_8), true);
    }

    /** Compares every tile with the tree and writes those again that differ. */
    long repair() throws IOException {
        long rewritten = 0;
        forgetBundles(0, firstEntry.getAsLong());
        for (long from = 0; from < published; from += 1L << 28) {
            for (Tile tile : Tile.grown(from, Math.min(published, from + (1L << 28)))) {
                if (!stands(tile.path(), tree.hashes(tile))
                        || (hasBundle(tile) && !stands(tile.entriesPath(), bundle(tile)))) {
                    write(tile);
                    rewritten++;
                }
            }
        }
        return rewritten;
    }

    private boolean stands(String path, byte[] bytes) throws IOException {
        Path file = folder.root().resolve(path);
        return Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes);
    }
}
