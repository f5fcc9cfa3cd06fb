package io.bondtrader.compliance.transparency;

import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.DatedRule;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Whether a bond is liquid by the figures of a quarter, with each criterion: as the authority assesses it, for whoever wants to
 * know before it publishes. Immutable.
 *
 * @param status the outcome and the days for which it counts
 * @param criteria each with its figure and threshold, in words
 * @param citation the rule
 */
public record LiquidityAssessment(LiquidityStatus status, List<String> criteria, Citation citation) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** Copies the criteria. */
    public LiquidityAssessment {
        criteria = List.copyOf(criteria);
    }

    /**
     * Assesses a quarter by the thresholds of the day on which the result begins to count: the sixteenth of the second month after
     * the quarter, for three months. All three criteria must be met: average daily notional, average daily number of trades, and
     * the share of days with trades. Nothing is divided, so a threshold is met exactly.
     *
     * <p>Source: Delegated Regulation (EU) 2017/583, Article 13(18), Annex III, section 1 and Table 2.1.
     *
     * @param tables the thresholds
     * @param law whose
     * @param figures of the quarter
     * @return the assessment
     * @throws MissingData if bonds are not assessed by the quarter then
     */
    public static LiquidityAssessment of(TransparencyTables tables, Jurisdiction law, QuarterlyFigures figures) {
        LocalDate from = figures.quarterStart().plusMonths(4).withDayOfMonth(16);
        DatedRule<LiquidityRule> rule = tables.law(law).liquidity().on(from);
        LiquidityRule by = rule.content();
        if (by.method() != LiquidityRule.Method.QUARTERLY) {
            throw new MissingData("quarterly liquidity thresholds of " + law + " for " + from);
        }
        BigDecimal days = BigDecimal.valueOf(figures.tradingDays());
        boolean notional =
                figures.notional().compareTo(by.averageDailyNotional().multiply(days)) >= 0;
        boolean trades =
                BigDecimal.valueOf(figures.trades()).compareTo(by.tradesPerDay().multiply(days)) >= 0;
        boolean share = BigDecimal.valueOf(figures.daysTraded())
                        .multiply(HUNDRED)
                        .compareTo(by.daysTradedPct().multiply(days))
                >= 0;
        List<String> criteria = List.of(
                said("notional " + figures.notional().toPlainString(), by.averageDailyNotional(), " a day", notional),
                said("trades " + figures.trades(), by.tradesPerDay(), " a day", trades),
                said("days traded " + figures.daysTraded(), by.daysTradedPct(), " per cent", share));
        String source = "figures of " + figures.quarterStart() + " on " + figures.tradingDays() + " days from "
                + figures.source();
        boolean liquid = notional && trades && share;
        return new LiquidityAssessment(
                new LiquidityStatus(liquid, from, from.plusMonths(3), source), criteria, rule.citation());
    }

    /**
     * Assesses a new bond by its issuance, until the first quarter's figures count.
     *
     * <p>Source: Delegated Regulation (EU) 2017/583, Article 13(19) and (20), Annex III, Table 2.2.
     *
     * @param tables the thresholds
     * @param law whose
     * @param type the bond's
     * @param issuance in the currency of the table
     * @param firstTraded when it was first traded or admitted
     * @return the assessment
     * @throws InvalidInput if the issuance is not positive
     * @throws MissingData if bonds are not assessed by the quarter then
     */
    public static LiquidityAssessment ofNewBond(
            TransparencyTables tables, Jurisdiction law, BondClass type, BigDecimal issuance, LocalDate firstTraded) {
        InvalidInput.unless(issuance.signum() > 0, "issuance", issuance, "positive");
        DatedRule<LiquidityRule> rule = tables.law(law).liquidity().on(firstTraded);
        if (rule.content().method() != LiquidityRule.Method.QUARTERLY) {
            throw new MissingData("quarterly liquidity thresholds of " + law + " for " + firstTraded);
        }
        LocalDate quarter =
                LocalDate.of(firstTraded.getYear(), firstTraded.getMonth().firstMonthOfQuarter(), 1);
        // Traded first in a quarter's last month, it waits for the figures of the quarter after.
        boolean late = firstTraded.getMonth() != quarter.getMonth()
                && firstTraded.getMonth() != quarter.plusMonths(1).getMonth();
        LocalDate counted = late ? quarter.plusMonths(3) : quarter;
        boolean liquid = rule.content().enough(type, issuance);
        String said = "issuance " + issuance.toPlainString() + " of a new bond: " + (liquid ? "enough" : "not enough");
        return new LiquidityAssessment(
                new LiquidityStatus(
                        liquid, firstTraded, counted.plusMonths(4).withDayOfMonth(16), "Table 2.2 by issuance"),
                List.of(said),
                rule.citation());
    }

    private static String said(String figure, BigDecimal threshold, String unit, boolean met) {
        return figure + ", at least " + threshold.toPlainString() + unit + ": " + (met ? "met" : "not met");
    }
}
