package io.bondtrader.security.internal;

import io.bondtrader.security.error.UnsafeStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * A folder that one user alone can read, and files in it that are replaced whole or not at all. Refuses links, names that
 * lead elsewhere, and files that others may read. Where the file system knows no permissions, keeping others out is the
 * folder's own affair.
 *
 * <p>Immutable; safe for use by many threads as far as they do not write one file at once. Messages hold no path.
 */
public final class OwnerOnlyFolder {

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);
    private static final int LONGEST_NAME = 100;
    private static final int LOCK_ATTEMPTS = 10_000;
    private static final long LOCK_PAUSE_NANOS = 1_000_000;

    private final Path folder;
    private final boolean posix;

    private OwnerOnlyFolder(Path folder, boolean posix) {
        this.folder = folder;
        this.posix = posix;
    }

    /**
     * Opens a folder, and makes it where it is missing.
     *
     * @param folder whose parent exists
     * @return the folder
     * @throws UnsafeStorage if it is a link, no folder, or open to others
     * @throws UncheckedIOException if it cannot be made
     */
    public static OwnerOnlyFolder open(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        boolean posix = absolute.getFileSystem().supportedFileAttributeViews().contains("posix");
        try {
            if (!Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(absolute, attributes(posix, "rwx------"));
            }
            if (!Files.isDirectory(absolute, LinkOption.NOFOLLOW_LINKS)) {
                throw new UnsafeStorage("the folder of secrets must be a folder and no link");
            }
            OwnerOnlyFolder opened = new OwnerOnlyFolder(absolute.toRealPath(), posix);
            opened.requireOwnerOnly(opened.folder, "folder");
            return opened;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Opens a folder inside this one, and makes it where it is missing.
     *
     * @param name of the folder
     * @return the folder
     */
    public OwnerOnlyFolder inside(String name) {
        return open(resolved(name));
    }

    /**
     * Reads a file.
     *
     * @param name of the file
     * @param most bytes that it may have
     * @return its bytes; nothing if there is no such file
     * @throws UnsafeStorage if it is a link, no regular file, open to others, or longer
     */
    public Optional<byte[]> read(String name, int most) {
        Path file = resolved(name);
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            requireRegular(file, attributes);
            if (attributes.size() > most) {
                throw new UnsafeStorage("a file of secrets must have at most " + most + " bytes");
            }
            try (FileChannel channel =
                    FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
                ByteBuffer bytes = ByteBuffer.allocate((int) attributes.size());
                while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                    // until all is read
                }
                return Optional.of(bytes.array());
            }
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Writes a file whole: after a crash the old bytes stand there or the new ones.
     *
     * @param name of the file
     * @param bytes of the file
     */
    public void write(String name, byte[] bytes) {
        Path file = resolved(name);
        Path next = resolved(name + ".next");
        try {
            requireNoLink(file);
            Files.deleteIfExists(next);
            Files.createFile(next, attributes(posix, "rw-------"));
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                writeAll(channel, bytes);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Makes a file longer, after it was cut to a length.
     *
     * @param name of the file; made where it is missing
     * @param length to keep of it
     * @param bytes to put after that
     */
    public void append(String name, long length, byte[] bytes) {
        Path file = resolved(name);
        try {
            requireNoLink(file);
            try {
                Files.createFile(file, attributes(posix, "rw-------"));
                forceFolder();
            } catch (FileAlreadyExistsException there) {
                requireOwnerOnly(file, "file");
            }
            try (FileChannel channel =
                    FileChannel.open(file, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
                channel.truncate(length);
                channel.position(length);
                writeAll(channel, bytes);
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Deletes a file after writing zeros over it. On disks that write elsewhere, and in backups, the old bytes may remain:
     * what is kept here is encrypted.
     *
     * @param name of the file
     */
    public void erase(String name) {
        Path file = resolved(name);
        try {
            requireNoLink(file);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                long size = channel.size();
                writeAll(channel, new byte[(int) size]);
            }
            Files.delete(file);
            forceFolder();
        } catch (NoSuchFileException gone) {
            // what was to be done is done
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Does something while no other process does so in this folder.
     *
     * @param <T> what it gives
     * @param work what to do
     * @return what it gave
     */
    public <T> T locked(Supplier<T> work) {
        Path file = resolved("lock");
        try {
            requireNoLink(file);
            try {
                Files.createFile(file, attributes(posix, "rw-------"));
            } catch (FileAlreadyExistsException there) {
                requireOwnerOnly(file, "file");
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                hold(channel);
                return work.get();
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Closing the channel lets go. Another thread of this process is waited for as another process is. */
    private static void hold(FileChannel channel) throws IOException {
        for (int i = 0; i < LOCK_ATTEMPTS; i++) {
            try {
                channel.lock();
                return;
            } catch (OverlappingFileLockException ours) {
                LockSupport.parkNanos(LOCK_PAUSE_NANOS);
            }
        }
        throw new IOException("another thread holds the lock");
    }

    private static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        channel.force(true);
    }

    private void forceFolder() throws IOException {
        if (posix) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private Path resolved(String name) {
        boolean plain = !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.charAt(0) != '.'
                && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.');
        if (!plain) {
            throw new UnsafeStorage("a file of secrets must have a plain name");
        }
        return folder.resolve(name);
    }

    private void requireNoLink(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            requireRegular(file, Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        }
    }

    private void requireRegular(Path file, BasicFileAttributes attributes) throws IOException {
        if (!attributes.isRegularFile()) {
            throw new UnsafeStorage("a file of secrets must be a regular file and no link");
        }
        requireOwnerOnly(file, "file");
    }

    private void requireOwnerOnly(Path path, String what) throws IOException {
        if (!posix) {
            return;
        }
        for (PosixFilePermission granted : Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS)) {
            if (OTHERS.contains(granted)) {
                throw new UnsafeStorage("a " + what + " of secrets must be closed to group and others");
            }
        }
    }

    private static FileAttribute<?>[] attributes(boolean posix, String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** The platform's message holds the path; the cause keeps it for the log. */
    private static UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("a file of secrets could not be read or written", e);
    }
}
