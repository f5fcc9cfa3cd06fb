/**
 * Limits: what is measured, for which part of the house, against which threshold, and what happens beyond it; and the
 * engine that checks every order against the portfolio as it would be afterwards.
 */
@NullMarked
package io.bondtrader.risk.limit;

import org.jspecify.annotations.NullMarked;
