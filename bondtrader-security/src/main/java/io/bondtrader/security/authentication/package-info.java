/**
 * Signing in: password, second factors, protection from guessing, and sessions in one flow; sign-in by identity
 * providers. Start at {@link io.bondtrader.security.authentication.AuthenticationService}.
 */
@NullMarked
package io.bondtrader.security.authentication;

import org.jspecify.annotations.NullMarked;
