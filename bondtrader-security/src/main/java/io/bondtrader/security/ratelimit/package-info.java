/**
 * How often, how many at once and how much: sliding windows that never admit more than their limit in any window, several of
 * them at once or not at all, with the headers that tell a client.
 */
@NullMarked
package io.bondtrader.security.ratelimit;

import org.jspecify.annotations.NullMarked;
