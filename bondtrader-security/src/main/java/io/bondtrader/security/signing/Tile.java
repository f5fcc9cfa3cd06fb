package io.bondtrader.security.signing;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.List;

/**
 * Where 256 hashes of a tree in a row are stored, or those that there are yet at its end. Level 0 holds leaves; a hash of
 * level n is the root over 256 full ones of the level below. Immutable and safe for use by any thread.
 *
 * <p>Source: C2SP tlog-tiles.
 *
 * @param level 0 to 7: no tree of a size that a long can hold is higher
 * @param index of the tile in its level, from 0
 * @param width how many hashes: 256, or fewer for the last tile of its level
 */
public record Tile(int level, long index, int width) {

    /** The hashes of a full tile. */
    public static final int FULL = 256;

    private static final int HEIGHT = 8;

    private static final int HIGHEST = 7;

    /** What {@link #grown} lists at most: 2^28 leaves are a million tiles. */
    private static final long MOST_LEAVES = 1L << 28;

    private static final int LONGEST_PATH = 64;

    /**
     * Names a tile.
     *
     * @throws InvalidInput if no tree of a size that a long can hold has it
     */
    public Tile {
        InvalidInput.unless(level >= 0 && level <= HIGHEST, "level", level, "0 to " + HIGHEST);
        InvalidInput.unless(width >= 1 && width <= FULL, "width", width, "1 to " + FULL);
        long hashes = Long.MAX_VALUE >> (HEIGHT * level);
        InvalidInput.unless(
                index >= 0 && index <= (hashes - width) >> HEIGHT,
                "index",
                index,
                "0 to " + ((hashes - width) >> HEIGHT));
    }

    /**
     * Reads what {@link #path()} wrote.
     *
     * @param path such as {@code tile/0/x001/x234/067.p/12}
     * @return the tile
     * @throws InvalidInput if it is anything else
     */
    public static Tile parse(String path) {
        String rule = "tile/level/index with .p/width where it is not full";
        InvalidInput.unless(path.length() <= LONGEST_PATH, "length of path", path.length(), "at most " + LONGEST_PATH);
        int partial = path.indexOf(".p/");
        String whole = partial < 0 ? path : path.substring(0, partial);
        int slash = whole.indexOf('/', 5);
        if (!path.startsWith("tile/") || slash < 0) {
            throw InvalidInput.unreadable("path of tile", path, rule);
        }
        long level = number(whole.substring(5, slash), path, rule);
        String index = whole.substring(slash + 1).replace("/", "").replace("x", "");
        long width = partial < 0 ? FULL : number(path.substring(partial + 3), path, rule);
        Tile tile = new Tile((int) Math.min(level, Integer.MAX_VALUE), number(index, path, rule), (int)
                Math.min(width, Integer.MAX_VALUE));
        // One spelling: what was skipped above, such as where each x stood, is compared here.
        if (!tile.path().equals(path)) {
            throw InvalidInput.unreadable("path of tile", path, rule);
        }
        return tile;
    }

    private static long number(String digits, String path, String rule) {
        // Eighteen digits: no overflow, and more than any index has that is in range with its leading zeros.
        if (digits.isEmpty() || digits.length() > 18 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw InvalidInput.unreadable("path of tile", path, rule);
        }
        return Long.parseLong(digits);
    }

    /**
     * Finds a leaf.
     *
     * @param leafIndex which leaf, from 0
     * @param treeSize the number of leaves
     * @return the tile of level 0 that has it in a tree of that size
     * @throws InvalidInput if there is no such leaf
     */
    public static Tile ofLeaf(long leafIndex, long treeSize) {
        InvalidInput.unless(leafIndex >= 0 && leafIndex < treeSize, "index", leafIndex, "0 to " + (treeSize - 1));
        return at(0, leafIndex >> HEIGHT, treeSize);
    }

    /**
     * Lists the tiles at a tree's end that are not full.
     *
     * @param treeSize the number of leaves
     * @return one for each level at most, the lowest first
     * @throws InvalidInput if the size is negative
     */
    public static List<Tile> partial(long treeSize) {
        InvalidInput.unless(treeSize >= 0, "size", treeSize, "0 or more");
        List<Tile> tiles = new ArrayList<>();
        int level = 0;
        for (long hashes = treeSize; hashes > 0; hashes >>= HEIGHT) {
            if ((hashes & (FULL - 1)) != 0) {
                tiles.add(at(level, hashes >> HEIGHT, hashes));
            }
            level++;
        }
        return List.copyOf(tiles);
    }

    /**
     * Lists what must be written when a tree has grown, in the order to write it: what is above follows what it is made of.
     *
     * @param fromSize the earlier number of leaves
     * @param toSize the later number of leaves
     * @return the tiles that are new or wider
     * @throws InvalidInput if the sizes are not in order, or lie more than 2^28 leaves apart
     */
    public static List<Tile> grown(long fromSize, long toSize) {
        InvalidInput.unless(fromSize >= 0, "earlier size", fromSize, "0 or more");
        InvalidInput.unless(
                toSize >= fromSize && toSize - fromSize <= MOST_LEAVES,
                "later size",
                toSize,
                "at least the earlier size, " + fromSize + ", and at most " + MOST_LEAVES + " more");
        List<Tile> tiles = new ArrayList<>();
        int level = 0;
        long before = fromSize;
        for (long hashes = toSize; hashes > before; hashes >>= HEIGHT) {
            for (long index = before >> HEIGHT; index <= (hashes - 1) >> HEIGHT; index++) {
                tiles.add(at(level, index, hashes));
            }
            before >>= HEIGHT;
            level++;
        }
        return List.copyOf(tiles);
    }

    /** The tile where its level has so many hashes. */
    private static Tile at(int level, long index, long hashes) {
        return new Tile(level, index, (int) Math.min(FULL, hashes - (index << HEIGHT)));
    }

    /** {@return where it is stored, such as {@code tile/0/x001/x234/067.p/12}} */
    public String path() {
        return "tile/" + level + "/" + place();
    }

    /**
     * Says where the records of its leaves are stored.
     *
     * @return such as {@code tile/entries/x001/x234/067.p/12}
     * @throws InvalidInput if it holds no leaves
     */
    public String entriesPath() {
        InvalidInput.unless(level == 0, "level", level, "0, which holds leaves");
        return "tile/entries/" + place();
    }

    private String place() {
        StringBuilder place = new StringBuilder(threeDigits(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            place.insert(0, "x" + threeDigits(rest % 1000) + "/");
        }
        return width == FULL ? place.toString() : place + ".p/" + width;
    }

    private static String threeDigits(long number) {
        return Long.toString(1000 + number).substring(1);
    }

    /** {@return the first leaf under it} */
    public long firstLeaf() {
        return index << (HEIGHT * (level + 1));
    }

    /** {@return the leaf after the last one under it} */
    public long endLeaf() {
        return ((index << HEIGHT) + width) << (HEIGHT * level);
    }
}
