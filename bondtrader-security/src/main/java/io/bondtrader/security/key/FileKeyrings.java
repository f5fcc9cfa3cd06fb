package io.bondtrader.security.key;

import io.bondtrader.security.error.JournalDamaged;
import io.bondtrader.security.internal.OwnerOnlyFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keyrings in a folder that one user alone can read: a folder for each, with a journal of lines and a file for each wrapped
 * key. An entry counts once its line is complete on disk; what a crash left of a line is cut at the next change.
 *
 * <p>Safe for use by many threads and by many processes of one machine. Holds nothing open.
 */
public final class FileKeyrings implements KeyringStore {

    private static final String JOURNAL = "journal.jsonl";
    private static final int LARGEST_JOURNAL = 16 << 20;
    private static final int LARGEST_KEY = 64 << 10;

    private final OwnerOnlyFolder folder;

    private FileKeyrings(OwnerOnlyFolder folder) {
        this.folder = folder;
    }

    /**
     * Opens a folder of keyrings, and makes it where it is missing.
     *
     * @param folder closed to all but its owner
     * @return the store
     * @throws io.bondtrader.security.error.UnsafeStorage if it is a link or open to others
     */
    public static FileKeyrings in(Path folder) {
        return new FileKeyrings(OwnerOnlyFolder.open(folder));
    }

    @Override
    public List<String> entries(String keyring) {
        return complete(keyring, text(room(keyring)));
    }

    @Override
    public synchronized boolean append(String keyring, int expected, String entry, Optional<byte[]> wrapped) {
        OwnerOnlyFolder room = room(keyring);
        return room.locked(() -> {
            byte[] text = text(room);
            if (complete(keyring, text).size() != expected) {
                return false;
            }
            // The key first: a crash in between leaves a file that the next entry of this index writes over.
            wrapped.ifPresent(bytes -> room.write(keyFile(expected), bytes));
            room.append(JOURNAL, lengthOfLines(text), (entry + "\n").getBytes(StandardCharsets.UTF_8));
            return true;
        });
    }

    @Override
    public Optional<byte[]> wrapped(String keyring, int entry) {
        return room(keyring).read(keyFile(entry), LARGEST_KEY);
    }

    @Override
    public void erase(String keyring, int entry) {
        room(keyring).erase(keyFile(entry));
    }

    private OwnerOnlyFolder room(String keyring) {
        return folder.inside(Keyring.checkedName(keyring));
    }

    private static byte[] text(OwnerOnlyFolder room) {
        return room.read(JOURNAL, LARGEST_JOURNAL).orElseGet(() -> new byte[0]);
    }

    private static String keyFile(int entry) {
        return "key-" + entry;
    }

    private static int lengthOfLines(byte[] text) {
        int length = text.length;
        while (length > 0 && text[length - 1] != '\n') {
            length--;
        }
        return length;
    }

    private static List<String> complete(String keyring, byte[] text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        int end = lengthOfLines(text);
        for (int i = 0; i < end; i++) {
            if (text[i] == '\n') {
                if (i == start) {
                    throw new JournalDamaged(keyring, lines.size());
                }
                lines.add(new String(text, start, i - start, StandardCharsets.UTF_8));
                start = i + 1;
            }
        }
        return lines;
    }
}
