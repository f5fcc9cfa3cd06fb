/**
 * The small state that guards need: failed attempts that are counted before the work is done, things that may be used
 * once, and opaque tokens of 256 random bits. Start at {@link io.bondtrader.security.guard.AttemptGuard}.
 */
@NullMarked
package io.bondtrader.security.guard;

import org.jspecify.annotations.NullMarked;
