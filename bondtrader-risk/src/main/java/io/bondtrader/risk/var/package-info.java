/**
 * What a book can lose: value at risk and expected shortfall from history, from a distribution or by simulation, and the
 * tests that hold such figures against what happened.
 */
@NullMarked
package io.bondtrader.risk.var;

import org.jspecify.annotations.NullMarked;
