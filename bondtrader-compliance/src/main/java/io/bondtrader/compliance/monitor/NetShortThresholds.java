package io.bondtrader.compliance.monitor;

import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.DatedRule;
import io.bondtrader.compliance.regulation.DatedRules;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * From which net short position in sovereign debt the authority is told. Immutable.
 *
 * @param smallPct first threshold of small debt, in per cent of the debt
 * @param largePct first threshold of large debt, or debt with a liquid futures market, in per cent
 * @param largeEur debt above this is large, in euro
 * @param stepShare each further threshold is this share of the first above the one before
 * @param inScope whether positions in sovereign debt are told, and their short sales covered, at all
 */
public record NetShortThresholds(
        BigDecimal smallPct, BigDecimal largePct, BigDecimal largeEur, BigDecimal stepShare, boolean inScope) {

    /**
     * Checks the figures.
     *
     * @throws InvalidInput if one is not positive
     */
    public NetShortThresholds {
        boolean positive = smallPct.signum() > 0 && largePct.signum() > 0 && largeEur.signum() > 0;
        InvalidInput.unless(positive && stepShare.signum() > 0, "thresholds", smallPct, "all positive");
    }

    /**
     * Makes thresholds that are in force.
     *
     * @param smallPct first threshold of small debt, in per cent of the debt
     * @param largePct first threshold of large debt, or debt with a liquid futures market, in per cent
     * @param largeEur debt above this is large, in euro
     * @param stepShare each further threshold is this share of the first above the one before
     * @throws InvalidInput if one is not positive
     */
    public NetShortThresholds(BigDecimal smallPct, BigDecimal largePct, BigDecimal largeEur, BigDecimal stepShare) {
        this(smallPct, largePct, largeEur, stepShare, true);
    }

    /**
     * Returns the thresholds of the United Kingdom: the Union's, as retained from 2021-01-01, until 2026-07-13, when the Short
     * Selling Regulations 2025 and the rules of the Financial Conduct Authority's Policy Statement PS26/5 leave United Kingdom
     * sovereign debt out of reporting and covering. Recalled, and read in secondary sources; not compared with the acts.
     *
     * @return the thresholds by day
     */
    public static DatedRules<NetShortThresholds> unitedKingdom() {
        NetShortThresholds figures = europeanUnion().versions().get(0).content();
        LocalDate end = LocalDate.of(2026, 7, 13);
        Citation retained =
                new Citation(Jurisdiction.UK, "Delegated Regulation (EU) No 918/2012 as retained", "Article 21", false);
        Citation none = new Citation(Jurisdiction.UK, "Short Selling Regulations 2025", "scope, with PS26/5", false);
        NetShortThresholds outside = new NetShortThresholds(
                figures.smallPct(), figures.largePct(), figures.largeEur(), figures.stepShare(), false);
        return DatedRules.of(
                "net short positions in United Kingdom sovereign debt",
                List.of(
                        new DatedRule<>(LocalDate.of(2021, 1, 1), end, retained, figures),
                        DatedRule.since(end, none, outside)));
    }

    /**
     * Returns the thresholds of the European Union since 2012-11-01: 0.1 % up to 500 billion euro of debt, 0.5 % above or with
     * a liquid futures market, and each half of the first beyond it. Compared with a copy of the article.
     *
     * @return the thresholds by day
     */
    public static DatedRules<NetShortThresholds> europeanUnion() {
        Citation citation = new Citation(Jurisdiction.EU, "Delegated Regulation (EU) No 918/2012", "Article 21", true);
        NetShortThresholds figures = new NetShortThresholds(
                new BigDecimal("0.1"), new BigDecimal("0.5"), new BigDecimal("500000000000"), new BigDecimal("0.5"));
        return DatedRules.of(
                "net short positions in sovereign debt",
                List.of(DatedRule.since(LocalDate.of(2012, 11, 1), citation, figures)));
    }

    /**
     * Returns the first threshold of a debt.
     *
     * @param debt whose
     * @return in per cent of the debt
     */
    public BigDecimal firstPct(SovereignDebt debt) {
        boolean large = debt.liquidFuture() || debt.outstandingEur().compareTo(largeEur) > 0;
        return large ? largePct : smallPct;
    }

    /**
     * Returns how many thresholds a position reaches.
     *
     * @param shortEur the net short position in euro; zero or less if there is none
     * @param debt in whose debt
     * @return 0 below the first or out of scope, 1 from the first on, one more for each step
     */
    public int reached(BigDecimal shortEur, SovereignDebt debt) {
        if (!inScope || shortEur.signum() <= 0) {
            return 0;
        }
        // In hundreds of the position against per cent of the debt: nothing is divided, so a threshold is met exactly.
        BigDecimal hundreds = shortEur.movePointRight(2);
        BigDecimal first = firstPct(debt).multiply(debt.outstandingEur());
        if (hundreds.compareTo(first) < 0) {
            return 0;
        }
        return 1
                + hundreds.subtract(first)
                        .divide(first.multiply(stepShare), 0, RoundingMode.DOWN)
                        .intValue();
    }
}
