package io.bondtrader.compliance.client;

import io.bondtrader.compliance.error.NoRuleInForce;
import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.DatedRule;
import io.bondtrader.compliance.regulation.DatedRules;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The figures of the tests of a client's category. Immutable.
 *
 * @param balanceSheetEur balance sheet total that is large, in euro: reached
 * @param netTurnoverEur net turnover that is large, in euro: reached
 * @param ownFundsEur own funds that are large, in euro: reached
 * @param portfolioEur portfolio that is large, in euro: exceeded
 * @param quarters over how many quarters trades are counted
 * @param tradesPerQuarter trades a quarter on average: reached
 * @param monthsInRole months in a professional position: reached
 * @param needed how many of the three criteria each test needs
 */
public record CategoryThresholds(
        BigDecimal balanceSheetEur,
        BigDecimal netTurnoverEur,
        BigDecimal ownFundsEur,
        BigDecimal portfolioEur,
        int quarters,
        int tradesPerQuarter,
        int monthsInRole,
        int needed) {

    /**
     * Checks that no figure lets everybody through.
     *
     * @throws InvalidInput if a figure is not positive or more than three criteria are needed
     */
    public CategoryThresholds {
        boolean positive = balanceSheetEur.signum() > 0
                && netTurnoverEur.signum() > 0
                && ownFundsEur.signum() > 0
                && portfolioEur.signum() > 0
                && quarters > 0
                && tradesPerQuarter > 0
                && monthsInRole > 0;
        InvalidInput.unless(positive, "thresholds", balanceSheetEur, "all positive");
        InvalidInput.unless(needed >= 1 && needed <= 3, "criteria needed", needed, "1 to 3");
    }

    /**
     * Returns the figures of the European Union since 2018-01-03 and of the United Kingdom since 2021-01-01. They were taken
     * from secondary sources and say so: compare before use.
     *
     * @param jurisdiction whose law
     * @return the figures by day
     * @throws NoRuleInForce if none are on file there
     */
    public static DatedRules<CategoryThresholds> of(Jurisdiction jurisdiction) {
        CategoryThresholds figures = new CategoryThresholds(
                new BigDecimal(20_000_000),
                new BigDecimal(40_000_000),
                new BigDecimal(2_000_000),
                new BigDecimal(500_000),
                4,
                10,
                12,
                2);
        return switch (jurisdiction) {
            case EU ->
                DatedRules.of(
                        "client categories",
                        List.of(DatedRule.since(
                                LocalDate.of(2018, 1, 3),
                                new Citation(
                                        Jurisdiction.EU, "Directive 2014/65/EU", "Annex II, Sections I and II", false),
                                figures)));
            case UK ->
                DatedRules.of(
                        "client categories",
                        List.of(DatedRule.since(
                                LocalDate.of(2021, 1, 1),
                                new Citation(Jurisdiction.UK, "FCA Handbook, COBS", "3.5.2 and 3.5.3", false),
                                figures)));
            case US, INTERNATIONAL, HOUSE ->
                throw new NoRuleInForce("no client categories are on file for " + jurisdiction);
        };
    }
}
