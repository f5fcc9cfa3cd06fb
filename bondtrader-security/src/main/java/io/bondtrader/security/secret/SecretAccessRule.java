package io.bondtrader.security.secret;

import io.bondtrader.security.identity.Principal;

/** Says who may read what. Asked at every read, before the source is. A rule that throws allows nothing. */
@FunctionalInterface
public interface SecretAccessRule {

    /**
     * Says whether somebody may read a secret.
     *
     * @param reader who wants to
     * @param name of the secret
     * @return whether that is allowed
     */
    boolean mayRead(Principal reader, String name);
}
