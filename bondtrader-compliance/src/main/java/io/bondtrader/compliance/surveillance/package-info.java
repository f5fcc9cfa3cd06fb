/**
 * Market-abuse surveillance of order flow in bonds. Events of orders, fills and quotes go through state machines with dated
 * parameters, grouped by beneficial owner; an alert says which conditions were met by which events, and comes out again,
 * byte for byte, when the log is replayed.
 *
 * <p>Times are nanoseconds since 1970 in UTC, prices are per 100 face (or points of a future), sizes are face amounts (or
 * contracts); every threshold is relative to a spread, a volatility or a volume, so the unit of a price cancels.
 */
@NullMarked
package io.bondtrader.compliance.surveillance;

import org.jspecify.annotations.NullMarked;
