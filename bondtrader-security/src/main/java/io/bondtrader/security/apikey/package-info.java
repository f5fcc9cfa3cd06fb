/**
 * API keys of programs: made, checked, rotated with overlap, revoked, counted, and announced before they expire. Only hashes
 * are kept.
 */
@NullMarked
package io.bondtrader.security.apikey;

import org.jspecify.annotations.NullMarked;
