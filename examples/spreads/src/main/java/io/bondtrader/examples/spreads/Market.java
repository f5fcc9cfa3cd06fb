package io.bondtrader.examples.spreads;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.bootstrap.ParYield;
import io.bondtrader.core.curve.bootstrap.ParYieldBootstrap;
import io.bondtrader.core.pricing.BenchmarkRates;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the bond is compared with. The par yields are those that the US Department of the Treasury published for 11 July 2025;
 * the swap rates are made up, a little below them, and so is the bond.
 */
final class Market {

    static final LocalDate DAY = LocalDate.of(2025, 7, 11);
    static final LocalDate SETTLEMENT = LocalDate.of(2025, 7, 14);

    private static final String[] TENORS = {
        "1M", "2M", "3M", "4M", "6M", "1Y", "2Y", "3Y", "5Y", "7Y", "10Y", "20Y", "30Y"
    };
    private static final double[] PAR_PERCENT = {
        4.37, 4.47, 4.41, 4.42, 4.31, 4.09, 3.90, 3.86, 3.99, 4.19, 4.43, 4.96, 4.96
    };
    private static final double[] SWAP_PERCENT = {
        4.33, 4.34, 4.33, 4.31, 4.25, 4.02, 3.71, 3.62, 3.67, 3.77, 3.91, 4.17, 4.13
    };

    private Market() {}

    /** The zero curve in which the par yields of the day are those of bonds at par. */
    static DiscountCurve curve() {
        List<ParYield> yields = new ArrayList<>();
        for (int k = 0; k < TENORS.length; k++) {
            yields.add(ParYield.of(TENORS[k], PAR_PERCENT[k] / 100.0));
        }
        return ParYieldBootstrap.of(DAY, yields).solve().curve();
    }

    static BenchmarkRates parYields() {
        return BenchmarkRates.of("Treasury par yields", byTenor(PAR_PERCENT));
    }

    static BenchmarkRates swapRates() {
        return BenchmarkRates.of("swap rates (made up)", byTenor(SWAP_PERCENT));
    }

    private static Map<Tenor, Double> byTenor(double[] percent) {
        Map<Tenor, Double> rates = new LinkedHashMap<>();
        for (int k = 0; k < TENORS.length; k++) {
            rates.put(Tenor.parse(TENORS[k]), percent[k] / 100.0);
        }
        return rates;
    }

    /** Years and percent of each par yield, for the chart. */
    static List<double[]> parPoints() {
        List<double[]> points = new ArrayList<>();
        for (int k = 0; k < TENORS.length; k++) {
            points.add(new double[] {Tenor.parse(TENORS[k]).months() / 12.0, PAR_PERCENT[k]});
        }
        return points;
    }

    /** The bond of the example. */
    static FixedCouponBond bond() {
        return FixedCouponBond.of(BondConventions.US_CORPORATE, 0.0525, "2023-06-15", "2033-06-15");
    }

    /** The ten-year note of the day, at the ten-year par yield. */
    static BondPricing tenYearNote() {
        return BondPricing.of(
                FixedCouponBond.of(BondConventions.US_TREASURY, 0.0425, "2025-05-15", "2035-05-15"), SETTLEMENT);
    }

    static double tenYearPrice() {
        return tenYearNote().cleanPriceFromYield(0.0443);
    }
}
