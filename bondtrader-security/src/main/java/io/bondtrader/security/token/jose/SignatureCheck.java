package io.bondtrader.security.token.jose;

/** Says whether a signature is one key's over a message. Safe for use by many threads. */
@FunctionalInterface
interface SignatureCheck {

    boolean verifies(byte[] message, byte[] signature);
}
