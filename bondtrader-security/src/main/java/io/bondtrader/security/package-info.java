/**
 * Who may do what, and the proof that it was they who did it.
 *
 * <p>The package tree covers passwords and second factors, roles and segregation of duties, tokens and API keys,
 * versioned encryption keys, secrets kept elsewhere, signed audit records with Merkle proofs, rate limits and the checks
 * of whatever comes from outside. Refusals that are normal, such as a wrong password or a missing permission, are return
 * values; exceptions are for what should not happen.
 *
 * <p>No message, log line or exception of this module carries a secret.
 */
@NullMarked
package io.bondtrader.security;

import org.jspecify.annotations.NullMarked;
