/** Strategies on real Treasury yields: alone, together under one budget of risk, and what remains after costs. */
@NullMarked
package io.bondtrader.examples.strategies;

import org.jspecify.annotations.NullMarked;
