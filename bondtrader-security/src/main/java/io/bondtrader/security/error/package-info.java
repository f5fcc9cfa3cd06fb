/**
 * The failures of {@code bondtrader-security}: codes {@code BT-50nn} and {@code BT-51nn}. Refusals that are normal, such as
 * a wrong password, are return values; exceptions are for what should not happen. No message carries a secret.
 */
@NullMarked
package io.bondtrader.security.error;

import org.jspecify.annotations.NullMarked;
