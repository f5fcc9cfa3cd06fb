package io.bondtrader.compliance.report.transaction;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The net amount of a transaction in a bond (field 35): the cash that the buyer pays, with interest accrued and without
 * fees.
 *
 * <pre>
 * net amount = (clean price × nominal + accrued interest × nominal) × index ratio
 * </pre>
 *
 * <p>Source: ESMA, question and answer 1690. Computed in decimals without rounding in between, then rounded half up to at
 * most the digits that the caller asks for; the report takes five.
 */
public final class NetAmount {

    private static final int MOST_PLACES = 5;

    private NetAmount() {}

    /**
     * Returns the net amount of a bond.
     *
     * @param nominal nominal, positive
     * @param cleanPricePct clean price in per cent of nominal
     * @param accruedPct interest accrued in per cent of nominal
     * @param indexRatio what an inflation-linked bond multiplies both by; one for others
     * @param places digits after the point, 0 to 5; 2 for most currencies
     * @return the amount
     * @throws InvalidInput if the nominal or the ratio is not positive, the number of places is not allowed, or the amount
     *     is below zero or too long for the field
     */
    public static BigDecimal of(
            BigDecimal nominal, BigDecimal cleanPricePct, BigDecimal accruedPct, BigDecimal indexRatio, int places) {
        InvalidInput.unless(nominal.signum() > 0, "nominal", nominal, "positive");
        InvalidInput.unless(indexRatio.signum() > 0, "index ratio", indexRatio, "positive");
        InvalidInput.unless(places >= 0 && places <= MOST_PLACES, "places", places, "0 to 5");
        BigDecimal amount = cleanPricePct
                .add(accruedPct)
                .multiply(nominal)
                .multiply(indexRatio)
                .movePointLeft(2)
                .setScale(places, RoundingMode.HALF_UP);
        InvalidInput.unless(amount.signum() >= 0, "net amount", amount, "zero or positive");
        return ReportText.decimal("net amount", amount, 18, MOST_PLACES);
    }
}
