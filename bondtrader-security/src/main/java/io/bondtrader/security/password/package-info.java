/**
 * Passwords: hashing with bounded cost, upgrade on login, and a policy about length and guessing alone. Start at {@link
 * io.bondtrader.security.password.PasswordHashing} and {@link io.bondtrader.security.password.PasswordPolicy}.
 */
@NullMarked
package io.bondtrader.security.password;

import org.jspecify.annotations.NullMarked;
