package io.bondtrader.security.token.jose;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The JDK's hashes. */
final class Digests {

    private Digests() {}

    static byte[] of(String name, byte[] message) {
        try {
            return MessageDigest.getInstance(name).digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + name, e);
        }
    }
}
