package io.bondtrader.compliance.audit.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Reads the frames of one segment file, one after another, into one array. For one thread. */
public final class FrameReader implements Closeable {

    /** What stands at a place of a file. */
    public enum Found {
        /** A frame as its header says; nothing in it is proven yet. */
        FRAME,
        /** Nothing: the file ends. */
        END,
        /** Bytes that are no frame. */
        BROKEN
    }

    private final FileChannel channel;
    private final long length;
    private byte[] bytes = new byte[1 << 16];
    private long position;
    private int count;
    private int body;
    private int note;
    private long firstIndex;
    private boolean checked;

    private FrameReader(FileChannel channel, long length, long position) {
        this.channel = channel;
        this.length = length;
        this.position = position;
    }

    /**
     * Opens a file.
     *
     * @param file the segment's
     * @param position of the first frame to read
     * @return the reader
     * @throws IOException if it cannot be read
     */
    public static FrameReader open(Path file, long position) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new FrameReader(channel, channel.size(), position);
    }

    /**
     * Lists the segment files of a log.
     *
     * @param folder that holds {@code segments}
     * @return the files by their first index
     * @throws IOException if the folder cannot be read
     */
    public static List<Path> segments(Path folder) throws IOException {
        Path segments = folder.resolve("segments");
        if (!Files.isDirectory(segments)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(segments)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9]{19}\\.log"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Checks the header of the file.
     *
     * @param expectedIndex the index of its first event
     * @param previous the hash of the event before
     * @return whether it is that
     * @throws IOException if it cannot be read
     */
    public boolean hasHeader(long expectedIndex, byte[] previous) throws IOException {
        byte[] header = new byte[Frame.FILE_HEADER];
        return length >= Frame.FILE_HEADER
                && read(ByteBuffer.wrap(header), 0)
                && Arrays.equals(header, Frame.fileHeader(expectedIndex, previous));
    }

    /**
     * Reads the next frame. After one that is broken, nothing is read any more.
     *
     * @return what stands there
     * @throws IOException if it cannot be read
     */
    public Found next() throws IOException {
        long rest = length - position;
        if (rest <= 0) {
            return Found.END;
        }
        if (rest < Frame.HEADER || !read(ByteBuffer.wrap(bytes, 0, Frame.HEADER), position)) {
            return Found.BROKEN;
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        count = header.getInt(4);
        body = header.getInt(8);
        note = header.getInt(12);
        firstIndex = header.getLong(16);
        int check = header.getInt(Frame.CONTENT_CHECK);
        boolean sensible = header.getInt(0) == Frame.MAGIC
                && header.getInt(Frame.HEADER_CHECK) == Frame.check(bytes, 0, Frame.HEADER_CHECK)
                && count > 0
                && body >= 2L * count
                && body <= Frame.MOST_BYTES
                && note > 0
                && note <= Frame.MOST_NOTE
                && Frame.HEADER + (long) body + note <= rest;
        if (!sensible) {
            return Found.BROKEN;
        }
        int whole = Frame.HEADER + body + note;
        if (bytes.length < whole) {
            bytes = Arrays.copyOf(bytes, Math.max(whole, 2 * bytes.length));
        }
        if (!read(ByteBuffer.wrap(bytes, Frame.HEADER, body + note), position + Frame.HEADER)) {
            return Found.BROKEN;
        }
        position += whole;
        checked = check == Frame.check(bytes, Frame.HEADER, body + note);
        return Found.FRAME;
    }

    private boolean read(ByteBuffer target, long from) throws IOException {
        long at = from;
        while (target.hasRemaining()) {
            int read = channel.read(target, at);
            if (read < 0) {
                return false;
            }
            at += read;
        }
        return true;
    }

    /**
     * Reads what is left from a place on.
     *
     * @param from the place
     * @param most bytes
     * @return the bytes
     * @throws IOException if they cannot be read
     */
    public byte[] rest(long from, int most) throws IOException {
        byte[] rest = new byte[(int) Math.max(0, Math.min(most, length - from))];
        return read(ByteBuffer.wrap(rest), from) ? rest : new byte[0];
    }

    /** {@return where the last frame that was read ends} */
    public long position() {
        return position;
    }

    /** {@return how long the file is} */
    public long length() {
        return length;
    }

    /** {@return whether the checksum is that of the bytes} */
    boolean isChecked() {
        return checked;
    }

    byte[] bytes() {
        return bytes;
    }

    int count() {
        return count;
    }

    int bodyLength() {
        return body;
    }

    int noteLength() {
        return note;
    }

    long firstIndex() {
        return firstIndex;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
