package io.bondtrader.compliance.audit.internal;

/** Notes on a walk where entries stand, and their hashes. For one thread. */
public final class EntryIndexer implements LogWalk.Visitor {

    private final FlatTree tree;
    private final EntryLocations locations;
    private int segment;
    private long frameStart;
    private long marked = -1;
    private long first;

    /**
     * Makes one.
     *
     * @param tree gets the hash of each entry
     * @param locations gets a mark for the first entry of a frame and some in it
     */
    public EntryIndexer(FlatTree tree, EntryLocations locations) {
        this.tree = tree;
        this.locations = locations;
    }

    /**
     * Says that a frame begins.
     *
     * @param number of its segment
     * @param start its offset in the file
     */
    public void frame(int number, long start) {
        segment = number;
        frameStart = start;
        marked = -1;
    }

    @Override
    public void entry(long index, byte[] bytes, int offset, int length, byte[] leaf) {
        tree.append(leaf, 0);
        if (marked < 0 || index - marked >= EntryLocations.EVERY) {
            locations.mark(index, EntryLocations.place(segment, frameStart + offset));
            marked = index;
        }
    }

    @Override
    public void pruned(long index, byte[] leaf) {
        // No mark: what was taken out is not read again, and a stretch of hashes has a length of its own.
        tree.append(leaf, 0);
        first = index + 1;
    }

    /** {@return the first entry behind those that were taken out} */
    public long firstEntry() {
        return first;
    }
}
