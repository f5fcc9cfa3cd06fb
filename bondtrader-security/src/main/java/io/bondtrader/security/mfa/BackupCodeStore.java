package io.bondtrader.security.mfa;

import java.util.Set;

/** Keeps the digests of backup codes that are still unused. Must be safe for use by many threads and durable. */
public interface BackupCodeStore {

    /**
     * Forgets all codes of a user and keeps these, in one step. Called when a set is made.
     *
     * @param user whose codes they are
     * @param digests of the new codes
     */
    void replaceAll(String user, Set<String> digests);

    /**
     * Removes a digest. Called with the digest of whatever was typed.
     *
     * @param user whose code it should be
     * @param digest of the code
     * @return true for exactly one caller a digest that was kept
     */
    boolean consumeOnce(String user, String digest);

    /**
     * Counts what is left.
     *
     * @param user whose codes they are
     * @return the number of codes still unused
     */
    int remaining(String user);
}
