/**
 * Tokens for each purpose: who issued them, for whom, until when, and whether they were taken back. Every verifier is told
 * what to expect of each of these, or told aloud that it does not matter; a token of one kind never passes as another.
 */
@NullMarked
package io.bondtrader.security.token;

import org.jspecify.annotations.NullMarked;
