/**
 * How BondTrader fails: one root, stable codes, and two messages, one for the log and one that a client may see.
 *
 * <p>Bad input, missing data, a solver that gives up and two paths that disagree are failures of the domain and are
 * thrown as a {@link io.bondtrader.core.error.BondTraderException}. Programming errors stay the JDK's own exceptions.
 */
@NullMarked
package io.bondtrader.core.error;

import org.jspecify.annotations.NullMarked;
