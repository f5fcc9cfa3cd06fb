package io.bondtrader.compliance.report.transaction;

import io.bondtrader.core.bond.Lei;
import org.jspecify.annotations.Nullable;

/**
 * Whether an order was passed on between firms (fields 25 to 27). Immutable.
 *
 * @param transmitted whether the reporting firm passed the order on without the details of Article 4 of Delegated
 *     Regulation (EU) 2017/590
 * @param buyerFirm who passed on the buyer's order under the conditions of Article 4; {@code null} if nobody did
 * @param sellerFirm who passed on the seller's order under them; {@code null} if nobody did
 */
public record Transmission(
        boolean transmitted,
        @Nullable Lei buyerFirm,
        @Nullable Lei sellerFirm) {

    private static final Transmission NONE = new Transmission(false, null, null);

    /** {@return an order that nobody passed on} */
    public static Transmission none() {
        return NONE;
    }
}
