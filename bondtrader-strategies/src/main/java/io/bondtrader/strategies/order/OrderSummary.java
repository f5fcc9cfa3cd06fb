package io.bondtrader.strategies.order;

import java.math.BigDecimal;

/**
 * What has become of an order: its record at one moment.
 *
 * <p>Immutable and safe for use by many threads. Amounts are stripped of zeros that carry no value, so that equal records
 * have equal summaries.
 *
 * @param ticket the order as it was made
 * @param state where it is
 * @param face the face that is wanted now, in total
 * @param type the price that is wanted now
 * @param filled the face that is done
 * @param cleanValue what the fills cost without accrued interest: sum of face · price / 100
 * @param fees sum of fees, in the security's currency
 * @param fills how many fills there are
 * @param late whether a fill came after the end
 * @param overfilled whether more was done than was wanted
 * @param venue where it was sent; empty if nowhere
 * @param reason of the last refusal or cancel; empty if there was none
 */
public record OrderSummary(
        OrderTicket ticket,
        OrderState state,
        BigDecimal face,
        OrderType type,
        BigDecimal filled,
        BigDecimal cleanValue,
        BigDecimal fees,
        int fills,
        boolean late,
        boolean overfilled,
        String venue,
        String reason) {

    /** Drops zeros that carry no value. */
    public OrderSummary {
        face = face.stripTrailingZeros();
        filled = filled.stripTrailingZeros();
        cleanValue = cleanValue.stripTrailingZeros();
        fees = fees.stripTrailingZeros();
    }
}
