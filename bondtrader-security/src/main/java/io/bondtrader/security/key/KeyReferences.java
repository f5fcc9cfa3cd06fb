package io.bondtrader.security.key;

/** Knows whether anything still needs a version of a key: a blob that it encrypted, a token that it signed. */
@FunctionalInterface
public interface KeyReferences {

    /**
     * Says whether a version is needed. Called before a version is destroyed.
     *
     * @param keyring its name
     * @param version its number
     * @return whether destroying it would lose something
     */
    boolean inUse(String keyring, int version);
}
