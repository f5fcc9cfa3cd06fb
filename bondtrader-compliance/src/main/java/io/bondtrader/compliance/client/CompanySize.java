package io.bondtrader.compliance.client;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;

/**
 * How large an undertaking is, by its own accounts and not those of its group, in euro. Immutable.
 *
 * @param balanceSheetEur balance sheet total
 * @param netTurnoverEur net turnover of the year
 * @param ownFundsEur own funds; negative if liabilities exceed assets
 */
public record CompanySize(BigDecimal balanceSheetEur, BigDecimal netTurnoverEur, BigDecimal ownFundsEur) {

    /**
     * Checks the amounts.
     *
     * @throws InvalidInput if balance sheet total or turnover is negative
     */
    public CompanySize {
        InvalidInput.unless(balanceSheetEur.signum() >= 0, "balance sheet total", balanceSheetEur, "not negative");
        InvalidInput.unless(netTurnoverEur.signum() >= 0, "net turnover", netTurnoverEur, "not negative");
        ownFundsEur = ownFundsEur.stripTrailingZeros();
    }

    /**
     * Returns a size.
     *
     * @param balanceSheetEur balance sheet total in euro, a decimal number
     * @param netTurnoverEur net turnover in euro
     * @param ownFundsEur own funds in euro
     * @return the size
     * @throws InvalidInput if one is no number
     */
    public static CompanySize of(String balanceSheetEur, String netTurnoverEur, String ownFundsEur) {
        return new CompanySize(
                Amounts.parse("balance sheet total", balanceSheetEur),
                Amounts.parse("net turnover", netTurnoverEur),
                Amounts.parse("own funds", ownFundsEur));
    }
}
