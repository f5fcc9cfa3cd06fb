/**
 * What happens to an order between the wish and the last fill. An order is the fold of its events; contingent orders are a
 * desk that answers events with commands; requests for quotes have a life of their own. Nothing here reads a clock, sends
 * anything or waits: an engine does.
 *
 * <p>Prices are clean, per 100 face; faces are amounts of the security's currency; both are exact decimals. Yields are
 * decimals per year, spreads basis points.
 */
@NullMarked
package io.bondtrader.strategies.order;

import org.jspecify.annotations.NullMarked;
