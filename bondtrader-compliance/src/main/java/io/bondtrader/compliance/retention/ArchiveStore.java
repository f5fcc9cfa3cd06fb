package io.bondtrader.compliance.retention;

import java.util.List;
import java.util.Optional;

/**
 * Keeps files of archives: a folder, or a store outside. What was put is durable when the call returns, and is never replaced.
 * Safe for use by many threads.
 */
public interface ArchiveStore {

    /**
     * Keeps a file.
     *
     * @param archive its name, of digits and hyphens
     * @param file its name, of letters, digits, points and underscores
     * @param content its bytes
     * @throws io.bondtrader.compliance.error.LogUnavailable if it cannot be kept, or other bytes are there already
     */
    void put(String archive, String file, byte[] content);

    /**
     * Reads a file.
     *
     * @param archive its name
     * @param file its name
     * @return its bytes; nothing if there is no such file
     */
    Optional<byte[]> get(String archive, String file);

    /**
     * Deletes a file. Does nothing if there is none.
     *
     * @param archive its name
     * @param file its name
     */
    void delete(String archive, String file);

    /** {@return the names of all archives, sorted} */
    List<String> archives();
}
