package io.bondtrader.compliance.audit.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.core.error.InvalidInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Places of streams as files of one folder, each replaced as a whole and forced to the disk first. Safe for use by many
 * threads; one process a stream.
 */
public final class FileCursors implements CursorStore {

    private static final int LONGEST = 64;
    private static final int MOST_DIGITS = 19;

    private final Path folder;

    private FileCursors(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens a folder, which is made if it does not exist.
     *
     * @param folder of its own
     * @return the store
     * @throws LogUnavailable if the folder cannot be made
     */
    public static FileCursors in(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new LogUnavailable("the folder of cursors cannot be made", e);
        }
        return new FileCursors(folder);
    }

    @Override
    public synchronized long load(String stream) {
        Path file = file(stream);
        try {
            String text = Files.readString(file, US_ASCII).strip();
            boolean number = !text.isEmpty()
                    && text.length() <= MOST_DIGITS
                    && text.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!number) {
                throw new LogDamaged("the cursor of stream " + stream + " is no number");
            }
            return Long.parseLong(text);
        } catch (NoSuchFileException none) {
            return 0;
        } catch (IOException e) {
            throw new LogUnavailable("the cursor of stream " + stream + " cannot be read", e);
        }
    }

    @Override
    public synchronized void save(String stream, long next) {
        InvalidInput.unless(next >= 0, "place", next, "0 or more");
        Path file = file(stream);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileChannel out = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                out.write(ByteBuffer.wrap((next + "\n").getBytes(US_ASCII)));
                out.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LogUnavailable("the cursor of stream " + stream + " cannot be kept", e);
        }
    }

    /** A name is a file's, so it has no way out of the folder. */
    private Path file(String stream) {
        boolean fits = !stream.isEmpty()
                && stream.length() <= LONGEST
                && stream.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
        InvalidInput.unless(fits, "stream", stream, "1 to 64 small letters, digits and hyphens");
        return folder.resolve(stream + ".cursor");
    }

    @Override
    public String toString() {
        return "FileCursors";
    }
}
