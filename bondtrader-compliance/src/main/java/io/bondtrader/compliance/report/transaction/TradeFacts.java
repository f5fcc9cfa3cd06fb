package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a report does not say and its rules need. Immutable.
 *
 * @param reportedAt when the report is checked or sent
 * @param activity how the firm traded
 * @param marketSide whether the firm itself traded on the venue, as its member
 * @param article4 whether an order came from another firm under Article 4 of Delegated Regulation (EU) 2017/590
 * @param cfi the bond's classification (ISO 10962)
 * @param sovereign whether it is sovereign debt in the sense of Regulation (EU) No 236/2012
 * @param admitted whether it is admitted to trading or traded on a venue in the Union
 * @param accruedPct interest accrued in per cent of nominal; {@code null} if not known
 * @param indexRatio the index ratio; one without one
 * @param buyerNationalities all nationalities of a buyer who is one person; empty if not known
 * @param sellerNationalities all nationalities of a seller who is one person; empty if not known
 */
public record TradeFacts(
        Instant reportedAt,
        TradingActivity activity,
        boolean marketSide,
        boolean article4,
        String cfi,
        boolean sovereign,
        boolean admitted,
        @Nullable BigDecimal accruedPct,
        BigDecimal indexRatio,
        Set<Country> buyerNationalities,
        Set<Country> sellerNationalities) {

    /**
     * Checks the classification.
     *
     * @throws InvalidInput if it has not six capital letters, or the index ratio is not positive
     */
    public TradeFacts {
        Objects.requireNonNull(reportedAt, "reportedAt");
        Objects.requireNonNull(activity, "activity");
        boolean classified = cfi.length() == 6 && cfi.chars().allMatch(c -> c >= 'A' && c <= 'Z');
        InvalidInput.unless(classified, "cfi", cfi, "six capital letters");
        InvalidInput.unless(indexRatio.signum() > 0, "index ratio", indexRatio, "positive");
        buyerNationalities = Set.copyOf(buyerNationalities);
        sellerNationalities = Set.copyOf(sellerNationalities);
    }
}
