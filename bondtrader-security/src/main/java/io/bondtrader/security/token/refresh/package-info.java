/**
 * Refresh tokens: opaque, used once, each followed by one successor. Whoever shows one that was followed long ago holds a
 * copy, and ends the whole family.
 */
@NullMarked
package io.bondtrader.security.token.refresh;

import org.jspecify.annotations.NullMarked;
