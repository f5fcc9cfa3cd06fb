/**
 * One-time codes: HOTP and TOTP that are accepted once, backup codes, and the address that an authenticator app reads.
 * Start at {@link io.bondtrader.security.mfa.TimeCodes}.
 */
@NullMarked
package io.bondtrader.security.mfa;

import org.jspecify.annotations.NullMarked;
