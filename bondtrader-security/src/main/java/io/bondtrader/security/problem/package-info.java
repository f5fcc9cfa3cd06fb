/**
 * What clients are told when something fails: a stable code, a constant sentence and a number to ask about. Everything else
 * stays in the log.
 */
@NullMarked
package io.bondtrader.security.problem;

import org.jspecify.annotations.NullMarked;
