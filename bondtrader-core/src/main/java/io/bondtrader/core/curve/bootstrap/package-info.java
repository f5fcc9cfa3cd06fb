/**
 * Discount and projection curves that reprice the quotes of a market: bills, bonds, deposits, forward rate agreements,
 * futures, overnight and fixed-float swaps, par yields.
 *
 * <p>The idea: each instrument says which quote it would have off given curves, and how that moves with every discount
 * factor. A bootstrap finds the curve off which each instrument has the quote that it has in the market, by two methods
 * that must agree: pillar after pillar, by bracketing; and all at once, by Newton's method with the exact derivatives.
 *
 * <p>Units: rates are decimal fractions per year, prices per 100, times years by ACT/365 fixed from the reference date.
 */
@NullMarked
package io.bondtrader.core.curve.bootstrap;

import org.jspecify.annotations.NullMarked;
