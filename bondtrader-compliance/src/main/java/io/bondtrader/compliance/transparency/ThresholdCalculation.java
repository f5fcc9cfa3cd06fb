package io.bondtrader.compliance.transparency;

import io.bondtrader.compliance.regulation.DatedRule;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * The sizes specific to the instrument and large in scale of a type of bond, from the sizes of a year's trades.
 *
 * <p>Source: Delegated Regulation (EU) 2017/583, Article 13(2)(b), (3)(b), (10), (11)(a) and (12), Annex III, Table 2.3. The
 * regulation says "the trade size below which lies the percentage of the transactions"; this is read as the smallest size of a
 * trade such that at least that share of all trades is not larger.
 */
public final class ThresholdCalculation {

    private static final BigDecimal MILLION = new BigDecimal(1_000_000);

    private ThresholdCalculation() {}

    /**
     * Calculates the sizes that count for the year after the trades', from 1 June on.
     *
     * @param tables the percentiles and floors
     * @param law whose
     * @param type the bonds'
     * @param year of the trades
     * @param trades the size of each trade of the year in bonds of the type, in the currency of the table; in any order
     * @return the sizes
     * @throws InvalidInput if a size is not positive
     * @throws MissingData if no percentiles are in force when they begin to count
     */
    public static SizeThresholds of(
            TransparencyTables tables, Jurisdiction law, BondClass type, int year, List<BigDecimal> trades) {
        InvalidInput.unless(year >= 2017 && year <= 9997, "year", year, "from 2017 to 9997");
        LocalDate from = LocalDate.of(year + 1, 6, 1);
        DatedRule<PercentileRule> rule = tables.law(law).percentiles().on(from);
        PercentileRule by = rule.content();
        PercentileRule.Percentiles row = by.rows().get(type);
        if (row == null) {
            throw new MissingData("percentiles of " + type + " for " + from);
        }
        for (BigDecimal size : trades) {
            InvalidInput.unless(size.signum() > 0, "size of a trade", size, "positive");
        }
        List<BigDecimal> sorted = trades.stream()
                .filter(size -> size.compareTo(by.excludedUpTo()) > 0)
                .sorted()
                .toList();
        String source = sorted.size() + " of " + trades.size() + " trades of " + year + ", " + rule.citation();
        LocalDate until = from.plusYears(1);
        if (sorted.size() < by.minimumTrades()) {
            BigDecimal each = by.withFewer();
            return new SizeThresholds(each, each, each, each, from, until, source);
        }
        return new SizeThresholds(
                up(percentile(sorted, row.sizeSpecificBefore()).max(row.floor())),
                up(percentile(sorted, row.largeBefore()).max(row.floor())),
                up(percentile(sorted, row.sizeSpecificAfter())),
                up(percentile(sorted, row.largeAfter())),
                from,
                until,
                source);
    }

    private static BigDecimal percentile(List<BigDecimal> sorted, int percent) {
        long rank = (long) sorted.size() * percent;
        int place = Math.toIntExact((rank + 99) / 100);
        return sorted.get(place - 1);
    }

    /** Article 13(12): up to the next hundred thousand, half million, five or twenty-five millions, by size. */
    private static BigDecimal up(BigDecimal size) {
        String step;
        if (size.compareTo(MILLION) < 0) {
            step = "100000";
        } else if (size.compareTo(MILLION.movePointRight(1)) < 0) {
            step = "500000";
        } else if (size.compareTo(MILLION.movePointRight(2)) < 0) {
            step = "5000000";
        } else {
            step = "25000000";
        }
        BigDecimal unit = new BigDecimal(step);
        return size.divide(unit, 0, RoundingMode.CEILING).multiply(unit);
    }
}
