package io.bondtrader.compliance.privacy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.compliance.retention.RecordClass;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keys as files, one for each person and kind of record. A key that is destroyed is written over before its file is replaced by
 * one that says so; disks that write elsewhere, snapshots and backups may hold it longer, and must be kept shorter than the
 * time in which an erasure has to be done.
 *
 * <p>Keys in files are wrapped, so who reads them needs the firm's key too. Safe for use by many threads of one process.
 */
public final class FileSubjectKeys implements SubjectKeyStore {

    private final Path folder;

    private FileSubjectKeys(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens a folder, which is made if it does not exist.
     *
     * @param folder of its own
     * @return the store
     * @throws LogUnavailable if the folder cannot be made
     */
    public static FileSubjectKeys in(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new LogUnavailable("the folder of subjects' keys cannot be made", e);
        }
        return new FileSubjectKeys(folder);
    }

    private Path file(SubjectId subject, RecordClass recordClass) {
        return folder.resolve(subject.value() + "." + recordClass.name() + ".key");
    }

    @Override
    public synchronized Optional<SubjectKey> find(SubjectId subject, RecordClass recordClass) {
        try {
            List<String> lines = Files.readAllLines(file(subject, recordClass), US_ASCII);
            if (lines.size() != 3) {
                throw new LogDamaged("a subject's key has another form");
            }
            Instant destroyed = lines.get(2).isEmpty() ? null : Instant.parse(lines.get(2));
            return Optional.of(
                    new SubjectKey(subject, recordClass, lines.get(0), Instant.parse(lines.get(1)), destroyed));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (DateTimeException bad) {
            throw new LogDamaged("a subject's key has no time");
        } catch (IOException e) {
            throw new LogUnavailable("a subject's key cannot be read", e);
        }
    }

    @Override
    public synchronized boolean add(SubjectKey key) {
        if (find(key.subject(), key.recordClass()).isPresent()) {
            return false;
        }
        write(key);
        return true;
    }

    @Override
    public synchronized void destroy(SubjectId subject, RecordClass recordClass, Instant at) {
        Optional<SubjectKey> found = find(subject, recordClass);
        if (found.isPresent() && !found.get().isDestroyed()) {
            overwrite(file(subject, recordClass));
            write(found.get().destroyed(at));
        }
    }

    private static void overwrite(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate(Math.toIntExact(channel.size()));
            while (zeros.hasRemaining()) {
                channel.write(zeros);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new LogUnavailable("a subject's key cannot be destroyed", e);
        }
    }

    private void write(SubjectKey key) {
        Path target = file(key.subject(), key.recordClass());
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        Instant destroyed = key.destroyedAt();
        String text = key.wrapped() + "\n" + key.createdAt() + "\n" + (destroyed == null ? "" : destroyed) + "\n";
        try {
            try (FileChannel out = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(US_ASCII));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LogUnavailable("a subject's key cannot be kept", e);
        }
    }

    @Override
    public synchronized List<SubjectKey> ofSubject(SubjectId subject) {
        List<SubjectKey> keys = new ArrayList<>();
        for (RecordClass recordClass : RecordClass.values()) {
            find(subject, recordClass).ifPresent(keys::add);
        }
        return keys;
    }

    @Override
    public String toString() {
        return "FileSubjectKeys";
    }
}
