/**
 * An issuer's public keys, fetched from where the configuration says and nowhere else, kept for a while, and not asked for
 * more often than agreed whatever strangers send.
 */
@NullMarked
package io.bondtrader.security.token.jwks;

import org.jspecify.annotations.NullMarked;
