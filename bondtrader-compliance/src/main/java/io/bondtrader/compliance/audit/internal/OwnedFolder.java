package io.bondtrader.compliance.audit.internal;

import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.security.error.UnsafeStorage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a log or of a witness: for its owner alone, and for one writer at a time. Where the file system knows no
 * permissions, keeping others out is the folder's own affair. For one thread at a time.
 */
public final class OwnedFolder implements Closeable {

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");

    private final Path root;
    private final boolean posix;
    private @Nullable FileChannel lock;

    private OwnedFolder(Path root, boolean posix) {
        this.root = root;
        this.posix = posix;
    }

    /**
     * Opens the folder, makes it where it is missing, and takes its lock.
     *
     * @param path whose parent exists
     * @return the folder
     * @throws IOException if it cannot be made
     * @throws LogUnavailable if another writer has it open
     * @throws UnsafeStorage if it is a link, no folder, or open to others
     */
    public static OwnedFolder open(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        boolean posix = absolute.getFileSystem().supportedFileAttributeViews().contains("posix");
        OwnedFolder folder = new OwnedFolder(absolute, posix);
        folder.make(absolute);
        folder.takeLock();
        return folder;
    }

    private void takeLock() throws IOException {
        Path file = root.resolve("lock");
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            create(file);
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                lock = channel;
                return;
            }
        } catch (OverlappingFileLockException ours) {
            // told below as of another process
        }
        channel.close();
        throw new LogUnavailable("another writer has the log open");
    }

    private void make(Path directory) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(directory, attributes("rwx------"));
        }
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new UnsafeStorage("the folder of an audit log must be a folder and no link");
        }
        boolean open = posix && !OWNER.containsAll(Files.getPosixFilePermissions(directory));
        if (open) {
            throw new UnsafeStorage("the folder of an audit log must be closed to group and others");
        }
    }

    /** {@return where it is} */
    public Path root() {
        return root;
    }

    /**
     * Makes a folder in it, if there is none.
     *
     * @param name of the folder
     * @return where it is
     * @throws IOException if it cannot be made
     */
    public Path inside(String name) throws IOException {
        Path directory = root.resolve(name);
        make(directory);
        return directory;
    }

    /**
     * Makes an empty file, for its owner alone.
     *
     * @param file where
     * @throws IOException if it cannot be made
     */
    public void create(Path file) throws IOException {
        Files.createFile(file, attributes("rw-------"));
    }

    /**
     * Makes the names of files durable.
     *
     * @param directory that holds them
     * @throws IOException if that fails
     */
    public void force(Path directory) throws IOException {
        if (posix) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /**
     * Writes a file whole: after a crash the old bytes stand there or the new ones.
     *
     * @param file where
     * @param bytes of it
     * @param durable whether to wait until the disk has it
     * @throws IOException if that fails
     */
    public void replace(Path file, byte[] bytes, boolean durable) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.createDirectories(file.resolveSibling(".").normalize(), attributes("rwx------"));
        Files.deleteIfExists(next);
        create(next);
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            if (durable) {
                channel.force(true);
            }
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (durable) {
            force(next.toAbsolutePath().resolveSibling(".").normalize());
        }
    }

    private FileAttribute<?>[] attributes(String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }
}
