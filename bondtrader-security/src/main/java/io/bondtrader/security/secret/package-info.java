/**
 * Secrets of the application: where they are kept, who may read them, who did, and what happens when they cannot be had.
 * There is no fallback that nobody asked for.
 */
@NullMarked
package io.bondtrader.security.secret;

import org.jspecify.annotations.NullMarked;
