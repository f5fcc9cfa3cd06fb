package io.bondtrader.compliance.retention;

import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.core.error.InvalidInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Archives as folders of one folder. Deleting takes a file's name away; what the disk or its backups still hold is theirs to
 * wipe. Safe for use by many threads.
 */
public final class FolderArchives implements ArchiveStore {

    private static final int LONGEST = 100;

    private final Path folder;

    private FolderArchives(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens a folder, which is made if it does not exist.
     *
     * @param folder of its own
     * @return the store
     * @throws LogUnavailable if the folder cannot be made
     */
    public static FolderArchives in(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new LogUnavailable("the folder of archives cannot be made", e);
        }
        return new FolderArchives(folder);
    }

    @Override
    public synchronized void put(String archive, String file, byte[] content) {
        Path target = path(archive, file);
        try {
            if (Files.exists(target)) {
                if (!Arrays.equals(Files.readAllBytes(target), content)) {
                    throw new LogUnavailable("archive " + archive + " has another file " + file + " already");
                }
                return;
            }
            Files.createDirectories(folder.resolve(archive));
            Path fresh = target.resolveSibling(file + ".part");
            try (FileChannel out = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LogUnavailable("a file of archive " + archive + " cannot be kept", e);
        }
    }

    @Override
    public Optional<byte[]> get(String archive, String file) {
        try {
            return Optional.of(Files.readAllBytes(path(archive, file)));
        } catch (NoSuchFileException | NotDirectoryException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new LogUnavailable("a file of archive " + archive + " cannot be read", e);
        }
    }

    @Override
    public synchronized void delete(String archive, String file) {
        try {
            Files.deleteIfExists(path(archive, file));
        } catch (IOException e) {
            throw new LogUnavailable("a file of archive " + archive + " cannot be deleted", e);
        }
    }

    @Override
    public List<String> archives() {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LogUnavailable("the archives cannot be listed", e);
        }
    }

    private Path path(String archive, String file) {
        requireName("archive", archive, c -> (c >= '0' && c <= '9') || c == '-');
        requireName(
                "file",
                file,
                c -> (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || c == '.'
                        || c == '_');
        InvalidInput.unless(!file.startsWith("."), "file", file, "a name that does not begin with a point");
        return folder.resolve(archive).resolve(file);
    }

    private static void requireName(String name, String value, IntPredicate allowed) {
        boolean fits =
                !value.isEmpty() && value.length() <= LONGEST && value.chars().allMatch(allowed);
        InvalidInput.unless(fits, name, value, "a short name of plain characters");
    }

    @Override
    public String toString() {
        return "FolderArchives";
    }
}
