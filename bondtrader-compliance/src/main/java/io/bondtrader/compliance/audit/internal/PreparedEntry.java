package io.bondtrader.compliance.audit.internal;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.error.EventTooLarge;
import java.util.Arrays;
import java.util.Locale;

/**
 * An event as bytes but for the hash of the one before it, which is not known until its place is. Made on the thread that
 * appends, so that the one that commits has only to hash. Immutable; the arrays are shared and not to be changed.
 */
public final class PreparedEntry {

    /** The longest entry: bundles of entries give lengths as 16 bits (C2SP tlog-tiles). */
    public static final int LONGEST = 65_535;

    /** A hash in Base64. */
    public static final int HASH_CHARACTERS = 44;

    private static final int USUAL_BYTES = 768;

    private final byte[] before;
    private final byte[] after;

    private PreparedEntry(byte[] before, byte[] after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Writes an event.
     *
     * @param event the event
     * @return its bytes up to and after the hash
     * @throws EventTooLarge if the entry would be longer than {@value #LONGEST} bytes
     */
    public static PreparedEntry of(AuditRecord event) {
        JsonBytes out = new JsonBytes(USUAL_BYTES);
        out.plain("{\"action\":").string(event.action());
        out.plain(",\"actor\":").string(event.actor());
        out.plain(",\"body\":").json(event.body().text());
        if (!event.correlationId().isEmpty()) {
            out.plain(",\"correlationId\":").string(event.correlationId());
        }
        out.plain(",\"id\":\"").plain(event.id().toString()).plain("\"");
        if (event.ip() != null) {
            out.plain(",\"ip\":\"").plain(event.ip().toString()).plain("\"");
        }
        out.plain(",\"outcome\":\"").plain(event.outcome().name()).plain("\",\"previous\":\"");
        int split = out.length();
        out.plain("\"");
        if (!event.resource().isEmpty()) {
            out.plain(",\"resource\":").string(event.resource());
        }
        if (!event.role().isEmpty()) {
            out.plain(",\"role\":").string(event.role());
        }
        if (!event.tags().isEmpty()) {
            String separator = ",\"tags\":[";
            for (String tag : event.tags()) {
                out.plain(separator).string(tag);
                separator = ",";
            }
            out.plain("]");
        }
        out.plain(",\"time\":\"").plain(event.time().toString()).plain("\"}");
        byte[] all = out.toBytes(0);
        if (all.length + HASH_CHARACTERS > LONGEST) {
            throw new EventTooLarge(String.format(
                    Locale.ROOT, "an entry of %d bytes, and at most %d fit", all.length + HASH_CHARACTERS, LONGEST));
        }
        return new PreparedEntry(Arrays.copyOf(all, split), out.toBytes(split));
    }

    /** {@return how long the entry is} */
    public int length() {
        return before.length + HASH_CHARACTERS + after.length;
    }

    /**
     * Writes the entry.
     *
     * @param previous the hash of the event before it, in Base64
     * @param target where to
     * @param offset of the first byte
     */
    public void write(byte[] previous, byte[] target, int offset) {
        System.arraycopy(before, 0, target, offset, before.length);
        System.arraycopy(previous, 0, target, offset + before.length, HASH_CHARACTERS);
        System.arraycopy(after, 0, target, offset + before.length + HASH_CHARACTERS, after.length);
    }
}
