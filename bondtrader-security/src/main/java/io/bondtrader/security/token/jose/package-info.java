/**
 * Signed messages and their keys, read strictly: JWS in its compact form, JWK and JWK sets (RFC 7515, 7517, 7518, 7638,
 * 8037). What has two readings has none here. A public-key verifier and one with a shared secret are different classes, and
 * a message that no verifier has accepted has no contents.
 */
@NullMarked
package io.bondtrader.security.token.jose;

import org.jspecify.annotations.NullMarked;
