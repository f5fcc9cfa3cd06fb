package io.bondtrader.compliance.audit.internal;

import io.bondtrader.compliance.audit.EventCodec;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.security.signing.Tile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Entries that were taken out of a log: in a frame a length of zero stands in their place, and their hash. That they were
 * taken out, an event of the log says; without it they count as lost.
 */
public final class PrunedEntries {

    /** The action of the event that says until where entries were taken out; events of others may not bear it. */
    public static final String ACTION = "audit.pruned";

    /** The member of its body with the first entry that stays. */
    public static final String BEFORE = "before";

    private static final byte[] BEGINNING = ("{\"action\":\"" + ACTION + "\"").getBytes(StandardCharsets.US_ASCII);

    /** Length and hash. */
    static final int STORED = 2 + Hashing.BYTES;

    /** Starts and ends of stretches without entries. */
    private long[] stretches = new long[2];

    private int count;
    private long declared;

    PrunedEntries() {}

    PrunedEntries copy() {
        PrunedEntries copy = new PrunedEntries();
        copy.stretches = stretches.clone();
        copy.count = count;
        copy.declared = declared;
        return copy;
    }

    static boolean says(byte[] bytes, int at, int length) {
        int compared = Math.min(BEGINNING.length, length);
        return Arrays.equals(bytes, at, at + compared, BEGINNING, 0, BEGINNING.length);
    }

    /** Hears the event. Returns whether it is one. */
    boolean heard(long index, byte[] entry) {
        try {
            String body = EventCodec.decode(index, entry).record().body().text();
            String beginning = "{\"" + BEFORE + "\":";
            if (!body.startsWith(beginning)) {
                return false;
            }
            long before = Long.parseLong(body.substring(beginning.length(), body.length() - 1));
            declared = Math.max(declared, before);
            return before >= 0 && before <= index;
        } catch (BondTraderException | NumberFormatException none) {
            return false;
        }
    }

    void seen(long index) {
        if (count > 0 && stretches[count - 1] == index) {
            stretches[count - 1] = index + 1;
            return;
        }
        if (count == stretches.length) {
            stretches = Arrays.copyOf(stretches, 2 * count);
        }
        stretches[count] = index;
        stretches[count + 1] = index + 1;
        count += 2;
    }

    /** {@return the first entry behind all that were taken out, which go by whole bundles; 0 if none was} */
    public long end() {
        long end = count == 0 ? 0 : stretches[count - 1];
        return (end + Tile.FULL - 1) / Tile.FULL * Tile.FULL;
    }

    /** {@return the first entry that is missing although no event says so} */
    public OptionalLong undeclared() {
        for (int i = 0; i < count; i += 2) {
            if (stretches[i + 1] > declared) {
                return OptionalLong.of(Math.max(stretches[i], declared));
            }
        }
        return OptionalLong.empty();
    }
}
