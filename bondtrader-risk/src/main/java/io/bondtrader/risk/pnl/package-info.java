/**
 * Profit and loss: in real time from quotes, fills, coupons and funding; and explained afterwards, by what moved.
 *
 * <p>Booked cash is exact ({@link io.bondtrader.core.trade.Money}): after every event, cash and value together are the sum of
 * what was realised, what was not, interest, financing and fees, to the last digit. Quotes are {@code double} prices per 100
 * and are taken by their shortest decimal form.
 */
@NullMarked
package io.bondtrader.risk.pnl;

import org.jspecify.annotations.NullMarked;
