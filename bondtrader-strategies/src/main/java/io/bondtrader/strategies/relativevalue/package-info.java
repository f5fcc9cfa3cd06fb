/**
 * Bonds against one another: trades on the shape of a curve whose weights follow from today's key rates, bonds that are rich
 * or cheap to a fitted curve, and what can be earned without a view after all costs.
 *
 * <p>Prices are per 100 of face; rates are decimals unless a name says basis points; a DV01 is what is lost when rates rise by
 * one basis point. Nothing here reads a clock, draws a random number or keeps state.
 */
@NullMarked
package io.bondtrader.strategies.relativevalue;

import org.jspecify.annotations.NullMarked;
