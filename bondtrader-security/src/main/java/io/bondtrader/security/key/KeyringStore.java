package io.bondtrader.security.key;

import java.util.List;
import java.util.Optional;

/**
 * Keeps the journals of keyrings and their wrapped keys. Entries are text on one line, wrapped keys are ciphertext: a store
 * needs no key of its own. Durable before it returns; safe for use by many threads and machines.
 */
public interface KeyringStore {

    /**
     * Returns a keyring's journal. Called when a keyring is loaded and before each change.
     *
     * @param keyring its name
     * @return all entries in the order of writing; none for a new keyring
     */
    List<String> entries(String keyring);

    /**
     * Adds an entry if nobody added one meanwhile, with its wrapped key if it has one: both or neither.
     *
     * @param keyring its name
     * @param expected how many entries there were; the index of the new one
     * @param entry text without line breaks
     * @param wrapped the key that belongs to the entry; nothing for most
     * @return true for exactly one of those who expect the same
     */
    boolean append(String keyring, int expected, String entry, Optional<byte[]> wrapped);

    /**
     * Returns a wrapped key.
     *
     * @param keyring its name
     * @param entry index of the entry that it came with
     * @return the ciphertext; nothing if it was erased
     */
    Optional<byte[]> wrapped(String keyring, int entry);

    /**
     * Forgets a wrapped key for ever. Does nothing if it is gone.
     *
     * @param keyring its name
     * @param entry index of the entry that it came with
     */
    void erase(String keyring, int entry);
}
