package io.bondtrader.risk.regulatory;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Minimum capital, buffers, the output floor by date, and the leverage ratio, from a day on.
 *
 * <p>Source: Basel Framework RBC20 and RBC30 (minimum and buffers), RBC20.11 with RBC90 (output floor), LEV20 and LEV40;
 * Regulation (EU) No 575/2013, articles 92 and 465. Immutable and safe for use by many threads.
 *
 * @param source whose rules these are
 * @param commonEquity minimum of common equity tier 1, of risk-weighted assets
 * @param tier1 minimum of tier 1
 * @param total minimum of total capital
 * @param conservationBuffer of common equity, on top
 * @param leverage minimum of tier 1, of the exposure measure
 * @param systemicLeverageShare of a systemic buffer that is added to the leverage ratio
 * @param outputFloors share of standardised risk-weighted assets below which modelled ones do not count, by first day
 */
public record CapitalRules(
        RuleSource source,
        double commonEquity,
        double tier1,
        double total,
        double conservationBuffer,
        double leverage,
        double systemicLeverageShare,
        Map<LocalDate, Double> outputFloors)
        implements DatedRules {

    /**
     * Checks the rules.
     *
     * @throws InvalidInput if a number is no share or minima do not rise
     */
    public CapitalRules {
        Objects.requireNonNull(source);
        Bounds.share("commonEquity", commonEquity);
        Bounds.between("tier1", tier1, commonEquity, 1.0);
        Bounds.between("total", total, tier1, 1.0);
        Bounds.share("conservationBuffer", conservationBuffer);
        Bounds.share("leverage", leverage);
        Bounds.share("systemicLeverageShare", systemicLeverageShare);
        outputFloors = Map.copyOf(outputFloors);
        outputFloors.values().forEach(floor -> Bounds.share("output floor", floor));
    }

    /** {@return the standards of the Basel Committee since 2023, the output floor rising from 50 to 72.5 %} */
    public static CapitalRules basel2023() {
        return of(
                RuleSource.of(RuleSource.BASEL, "2023-01-01", "Basel Framework RBC20, RBC30, RBC90, LEV20, LEV40"),
                2023);
    }

    /** {@return the law of the Union since 2025, the output floor rising from 50 to 72.5 % in 2030} */
    public static CapitalRules eu2025() {
        return of(
                RuleSource.of(
                        RuleSource.EU,
                        "2025-01-01",
                        "Regulation (EU) No 575/2013, articles 92 and 465, as of (EU) 2024/1623"),
                2025);
    }

    /** {@return the published versions; add one's own with {@link RuleBook#with}} */
    public static RuleBook<CapitalRules> published() {
        return RuleBook.of(List.of(basel2023(), eu2025()));
    }

    private static CapitalRules of(RuleSource source, int firstYear) {
        double[] floors = {0.50, 0.55, 0.60, 0.65, 0.70, 0.725};
        Map<LocalDate, Double> schedule = new TreeMap<>();
        for (int k = 0; k < floors.length; k++) {
            schedule.put(LocalDate.of(firstYear + k, 1, 1), floors[k]);
        }
        return new CapitalRules(source, 0.045, 0.06, 0.08, 0.025, 0.03, 0.50, schedule);
    }

    /**
     * Returns the output floor of a day.
     *
     * @param day the reporting day
     * @return the share of standardised risk-weighted assets; 0 before the first floor
     */
    public double outputFloor(LocalDate day) {
        NavigableMap<LocalDate, Double> floors = new TreeMap<>(outputFloors);
        Map.Entry<LocalDate, Double> floor = floors.floorEntry(day);
        return floor == null ? 0.0 : floor.getValue();
    }

    @Override
    public String toString() {
        return "CapitalRules[" + source + "]";
    }
}
