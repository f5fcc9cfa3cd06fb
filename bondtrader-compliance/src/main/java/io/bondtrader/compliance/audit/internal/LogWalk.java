package io.bondtrader.compliance.audit.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.bondtrader.compliance.audit.EventCodec;
import io.bondtrader.compliance.audit.KeyChange;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.security.signing.Checkpoint;
import io.bondtrader.security.signing.HashChain;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.NoteVerifier;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a log frame by frame and checks that each holds what was signed: form of every entry, chain, root and
 * signatures. Recovery and the offline verifier use it alike. For one thread.
 */
public final class LogWalk {

    /** Sees every entry of a frame, before the frame is proven. */
    public interface Visitor {

        /**
         * Sees an entry.
         *
         * @param index its place
         * @param bytes that hold it
         * @param offset of its length, two bytes before it
         * @param length of it
         * @param leaf its hash, not to be kept or changed
         */
        void entry(long index, byte[] bytes, int offset, int length, byte[] leaf);

        /**
         * Sees the hash of an entry that was taken out.
         *
         * @param index its place
         * @param leaf its hash, not to be kept or changed
         */
        default void pruned(long index, byte[] leaf) {}

        /**
         * Sees the root over 256^level entries, when they are complete.
         *
         * @param level 1 or more
         * @param hash of it, not to be kept or changed
         */
        default void subtree(int level, byte[] hash) {}
    }

    /**
     * What does not fit.
     *
     * @param index of the first event that is not as it was signed
     * @param reason in words
     */
    public record Flaw(long index, String reason) {}

    private static final byte[] KEY_CHANGE = ("{\"action\":\"" + KeyChange.ACTION_PREFIX).getBytes(US_ASCII);
    private static final Visitor NOBODY = (index, bytes, offset, length, leaf) -> {};

    private final String origin;
    private final Visitor visitor;
    private final LongPredicate checksSignatures;
    private final Hashing hashing = new Hashing();
    private final EntryScanner scanner = new EntryScanner();
    private final byte[] leaf = new byte[Hashing.BYTES];
    private final byte[] scratch = new byte[Hashing.BYTES];
    private Frontier frontier = new Frontier();
    private byte[] previous;
    private KeyHistory keys;
    private PrunedEntries pruned = new PrunedEntries();
    private boolean hashesAllowed;
    private @Nullable String note;
    private long proven;
    private @Nullable LeafOracle oracle;
    private @Nullable KeyChange change;
    private List<NoteVerifier> signers = List.of();

    /** Knows hashes of leaves from elsewhere, proven: to tell which of two neighbours was changed. */
    @FunctionalInterface
    public interface LeafOracle {

        /**
         * Looks a leaf up.
         *
         * @param index which
         * @return its hash, if it is known
         */
        Optional<byte[]> leaf(long index);
    }

    /**
     * Begins at the start of a log.
     *
     * @param origin the log's name
     * @param first the keys that are trusted from the start
     * @param visitor sees every entry
     * @param checksSignatures for which sizes signatures are verified; those of key changes always are
     */
    public LogWalk(String origin, List<NoteVerifier> first, Visitor visitor, LongPredicate checksSignatures) {
        this.origin = origin;
        this.visitor = visitor;
        this.checksSignatures = checksSignatures;
        this.previous = HashChain.start(origin).head().toBytes();
        this.keys = KeyHistory.startingWith(first);
    }

    /**
     * Where a walk stands, to go on from later.
     *
     * @param frontier of the tree
     * @param previous hash of the last event
     * @param keys that sign
     */
    @SuppressWarnings("ArrayRecordComponent") // seen by this package's tests alone
    record Place(Frontier frontier, byte[] previous, KeyHistory keys) {}

    Place place() {
        return new Place(frontier.copy(), previous.clone(), keys);
    }

    /** A walk that goes on from a place, which it leaves as it is. */
    static LogWalk from(String origin, Place place, LeafOracle oracle) {
        LogWalk walk = new LogWalk(origin, place.keys().active(), NOBODY, size -> true);
        walk.frontier = place.frontier().copy();
        walk.previous = place.previous().clone();
        walk.keys = place.keys();
        walk.oracle = oracle;
        return walk;
    }

    /**
     * Uses what is known from elsewhere to tell which of two neighbours was changed.
     *
     * @param known hashes of leaves, proven
     */
    public void ask(LeafOracle known) {
        this.oracle = known;
    }

    /** {@return the number of events that are proven} */
    public long size() {
        return frontier.size();
    }

    /** {@return the hash of the last event} */
    public byte[] previous() {
        return previous.clone();
    }

    /** {@return the root of what is proven} */
    public byte[] root() {
        return frontier.root();
    }

    /** {@return the keys that sign now} */
    public KeyHistory keys() {
        return keys;
    }

    /** {@return which entries were taken out} */
    public PrunedEntries pruned() {
        return pruned;
    }

    /** {@return the last checkpoint, a signed note; null before the first} */
    public @Nullable String note() {
        return note;
    }

    /**
     * Checks a frame and goes past it, or stays before it.
     *
     * @param frame the frame that was read last
     * @return what does not fit
     */
    public Optional<Flaw> accept(FrameReader frame) {
        Frontier before = frontier.copy();
        proven = before.size();
        byte[] last = previous.clone();
        KeyHistory signing = keys;
        PrunedEntries takenOut = pruned.copy();
        hashesAllowed = true;
        Optional<Flaw> flaw = check(frame);
        hashesAllowed = false;
        if (flaw.isPresent()) {
            frontier = before;
            previous = last;
            keys = signing;
            pruned = takenOut;
        }
        return flaw;
    }

    private Optional<Flaw> check(FrameReader frame) {
        long first = size();
        if (frame.firstIndex() != first) {
            return flaw(first, "a frame begins at event " + frame.firstIndex());
        }
        int end = Frame.HEADER + frame.bodyLength();
        change = null;
        Optional<Flaw> flaw = entries(frame.bytes(), Frame.HEADER, end, frame.count());
        if (flaw.isEmpty() && change != null && frame.count() != 1) {
            return flaw(first, "a change of keys stands among other events");
        }
        return flaw.isPresent() ? flaw : finish(frame, first, end);
    }

    /**
     * Checks entries of a bundle and goes past them. Changes of keys among them count at once.
     *
     * @param bytes the bundle, entries each after its length
     * @param count how many there must be
     * @return what does not fit; after that the walk is over
     */
    public Optional<Flaw> acceptBundle(byte[] bytes, int count) {
        change = null;
        return entries(bytes, 0, bytes.length, count);
    }

    /**
     * Goes past entries of which only hashes are left. An event further on must say that they were taken out.
     *
     * @param hashes one after the other
     */
    public void acceptHashes(byte[] hashes) {
        for (int at = 0; at + Hashing.BYTES <= hashes.length; at += Hashing.BYTES) {
            System.arraycopy(hashes, at, leaf, 0, Hashing.BYTES);
            skip(size());
        }
    }

    private void skip(long index) {
        visitor.pruned(index, leaf);
        pruned.seen(index);
        follow();
    }

    private Optional<Flaw> entries(byte[] bytes, int from, int end, int count) {
        int at = from;
        long first = size();
        for (int i = 0; i < count; i++) {
            long index = first + i;
            int length = at + 2 <= end ? ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff) : 0;
            if (length == 0 && hashesAllowed && at + PrunedEntries.STORED <= end) {
                System.arraycopy(bytes, at + 2, leaf, 0, Hashing.BYTES);
                skip(index);
                at += PrunedEntries.STORED;
                continue;
            }
            if (length == 0 || at + 2 + length > end) {
                return flaw(index, "an entry has an impossible length");
            }
            Optional<Flaw> flaw = entry(index, bytes, at, length);
            if (flaw.isPresent()) {
                return flaw;
            }
            at += 2 + length;
        }
        return at == end ? Optional.empty() : flaw(first, "there is more than the entries");
    }

    private Optional<Flaw> entry(long index, byte[] bytes, int at, int length) {
        int named = scanner.scan(bytes, at + 2, length);
        if (named < 0) {
            return flaw(index, "an entry is no event in canonical form");
        }
        if (!isHash(previous, bytes, named)) {
            return flaw(firstChanged(index), "an entry does not follow the one before it");
        }
        if (isKeyChange(bytes, at + 2, length)) {
            String objection = rotate(index, Arrays.copyOfRange(bytes, at + 2, at + 2 + length));
            if (objection != null) {
                return flaw(index, objection);
            }
        }
        if (PrunedEntries.says(bytes, at + 2, length)
                && !pruned.heard(index, Arrays.copyOfRange(bytes, at + 2, at + 2 + length))) {
            return flaw(index, "an event about entries that were taken out is none");
        }
        hashing.leaf(bytes, at + 2, length, leaf, 0);
        visitor.entry(index, bytes, at, length, leaf);
        follow();
        return Optional.empty();
    }

    /** The hash of the entry becomes a leaf, and what the next entry must name. */
    private void follow() {
        System.arraycopy(leaf, 0, previous, 0, Hashing.BYTES);
        System.arraycopy(leaf, 0, scratch, 0, Hashing.BYTES);
        frontier.append(scratch, visitor::subtree);
    }

    static boolean isKeyChange(byte[] bytes, int at, int length) {
        int compared = Math.min(KEY_CHANGE.length, length);
        return Arrays.equals(bytes, at, at + compared, KEY_CHANGE, 0, KEY_CHANGE.length);
    }

    /** Says what is wrong with a change of keys, or lets it count. */
    private @Nullable String rotate(long index, byte[] entry) {
        KeyChange told = change(index, entry);
        if (told == null) {
            return "a change of keys that is none";
        }
        String objection = keys.objection(told, index);
        if (objection == null) {
            change = told;
            signers = keys.signersWith(told);
            keys = keys.after(told);
        }
        return objection;
    }

    private Optional<Flaw> finish(FrameReader frame, long first, int end) {
        String signed = new String(frame.bytes(), end, frame.noteLength(), UTF_8);
        long size = size();
        boolean verifies = change != null || checksSignatures.test(size);
        if (verifies && !KeyHistory.signed(signed, change == null ? keys.active() : signers)) {
            return flaw(first, "a checkpoint is not signed by the keys that sign here");
        }
        String stated =
                Checkpoint.of(origin, size, HashValue.of(frontier.root())).text();
        if (!signed.startsWith(stated + "\n")) {
            // Entries before the last are held by the hash in the one after them.
            return flaw(firstChanged(size), "the entries do not lead to the root of their checkpoint");
        }
        if (!frame.isChecked()) {
            return flaw(first, "the checksum of a frame is not that of its bytes");
        }
        note = signed;
        return Optional.empty();
    }

    /** Which of an event and the one before it was changed, when the second does not follow the first. */
    private long firstChanged(long index) {
        if (index <= proven) {
            return index; // the one before stands under a checkpoint that fits
        }
        if (oracle == null) {
            return index - 1;
        }
        Optional<byte[]> known = oracle.leaf(index - 1);
        return known.isPresent() && Arrays.equals(known.get(), previous) ? index : index - 1;
    }

    private static @Nullable KeyChange change(long index, byte[] entry) {
        try {
            return KeyChange.of(EventCodec.decode(index, entry).record()).orElse(null);
        } catch (BondTraderException none) {
            return null;
        }
    }

    private boolean isHash(byte[] hash, byte[] bytes, int at) {
        Base64.getEncoder().encode(hash, encoded);
        return Arrays.equals(encoded, 0, encoded.length, bytes, at, at + encoded.length);
    }

    private final byte[] encoded = new byte[PreparedEntry.HASH_CHARACTERS];

    private static Optional<Flaw> flaw(long index, String reason) {
        return Optional.of(new Flaw(index, reason));
    }
}
