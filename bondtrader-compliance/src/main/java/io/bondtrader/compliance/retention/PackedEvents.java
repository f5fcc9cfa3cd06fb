package io.bondtrader.compliance.retention;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bondtrader.compliance.audit.EventCodec;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.error.LogDamaged;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Events of one kind on their way into a packed file: a line each, index, tab and entry. Used once, by one thread. */
final class PackedEvents {

    private static final int LONGEST_INDEX = 19;

    /** Takes an entry and its index. */
    @FunctionalInterface
    interface Entries {
        void take(long index, byte[] entry);
    }

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final GZIPOutputStream out;
    private long count;
    private LocalDate oldest = LocalDate.MAX;
    private LocalDate newest = LocalDate.MIN;

    PackedEvents() {
        try {
            this.out = new GZIPOutputStream(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    void add(LoggedEvent event) {
        try {
            out.write((event.index() + "\t").getBytes(UTF_8));
            out.write(EventCodec.encode(event.record(), event.previous()));
            out.write('\n');
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        LocalDate day = AuditArchive.day(event);
        oldest = day.isBefore(oldest) ? day : oldest;
        newest = day.isAfter(newest) ? day : newest;
        count++;
    }

    byte[] finished() {
        try {
            out.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    ArchiveBundle.Part part(byte[] content) {
        return new ArchiveBundle.Part(count, oldest, newest, content.length, sha256(content));
    }

    static void read(byte[] content, Entries entries) {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(content)), UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int tab = line.indexOf('\t');
                if (tab < 1 || tab > LONGEST_INDEX) {
                    throw new LogDamaged("a line of an archive has no index");
                }
                entries.take(
                        Long.parseLong(line.substring(0, tab)),
                        line.substring(tab + 1).getBytes(UTF_8));
            }
        } catch (IOException | NumberFormatException unreadable) {
            throw new LogDamaged("a file of an archive cannot be unpacked");
        }
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
