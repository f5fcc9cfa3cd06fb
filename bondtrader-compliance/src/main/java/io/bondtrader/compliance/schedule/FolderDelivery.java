package io.bondtrader.compliance.schedule;

import io.bondtrader.compliance.error.ReportUndelivered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;

/**
 * Delivers into folders of one folder, one for each run. A folder appears when all its files are there. Safe for use by many
 * threads; one of these writes to a folder.
 */
public final class FolderDelivery implements ReportDelivery {

    private static final String UNFINISHED = ".unfinished-";

    private final String name;
    private final Path folder;

    private FolderDelivery(String name, Path folder) {
        this.name = name;
        this.folder = folder;
    }

    /**
     * Returns a delivery.
     *
     * @param name its name
     * @param folder made when it is needed
     * @return the delivery
     */
    public static FolderDelivery to(String name, Path folder) {
        return new FolderDelivery(name, folder);
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * Returns where a run's files are.
     *
     * @param key of the run
     * @return the folder; letters, digits, dots and dashes of the key stay, all else is its bytes after an underscore
     */
    public Path folderOf(String key) {
        StringBuilder safe = new StringBuilder("run-");
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '.' || b == '-';
            safe.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "_%02x", b & 0xff));
        }
        return folder.resolve(safe.toString());
    }

    @Override
    public synchronized void deliver(ReportParcel parcel) {
        Path target = folderOf(parcel.key());
        try {
            if (Files.exists(target)) {
                requireSame(target, parcel);
                return;
            }
            Path unfinished = folder.resolve(UNFINISHED + target.getFileName());
            Files.createDirectories(unfinished);
            for (String file : parcel.files()) {
                Files.write(unfinished.resolve(file), parcel.content(file));
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ReportUndelivered(parcel.key() + " could not be written", e);
        }
    }

    private static void requireSame(Path target, ReportParcel parcel) throws IOException {
        for (String file : parcel.files()) {
            Path there = target.resolve(file);
            if (!Files.exists(there) || !Arrays.equals(Files.readAllBytes(there), parcel.content(file))) {
                throw new ReportUndelivered("another report was delivered under " + parcel.key());
            }
        }
    }

    @Override
    public String toString() {
        return "FolderDelivery[" + name + "]";
    }
}
