package io.bondtrader.core.curve.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.bootstrap.BondQuote;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.time.BusinessDayConvention;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.testdata.VectorTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The fits of {@code fits.csv}, made by scipy from many starts. */
class GoldenFitsTest {

    private final Map<String, List<BondQuote>> bonds = new HashMap<>();
    private final Map<String, List<Double>> weights = new HashMap<>();
    private final Map<String, FittedCurve> fits = new HashMap<>();

    GoldenFitsTest() {
        VectorTable.of("fit_bonds.csv").everyRow(row -> {
            String set = row.text("set_id");
            FixedCouponBond bond = FixedCouponBond.of(
                    BondConventions.EUROBOND.toBuilder()
                            .frequency(Frequency.ofPerYear(row.integer("frequency")))
                            .dayCount(DayCount.of(row.text("day_count")))
                            .calendar("NONE")
                            .endOfMonth(false)
                            .paymentConvention(BusinessDayConvention.UNADJUSTED)
                            .build(),
                    row.number("coupon"),
                    row.date("issue_date"),
                    row.date("maturity"));
            BondQuote quote = CurvePricing.of(bond, row.date("reference_date"))
                    .quote(row.text("maturity"), row.number("clean_price"));
            assertThat(quote.accruedInterest()).isCloseTo(row.number("accrued"), within(1e-9));
            bonds.computeIfAbsent(set, name -> new ArrayList<>()).add(quote);
            weights.computeIfAbsent(set, name -> new ArrayList<>()).add(row.number("weight"));
        });
    }

    private FittedCurve fit(VectorTable.Row row) {
        String set = row.text("set_id");
        return fits.computeIfAbsent(set + row.text("method"), key -> {
            double[] given = Objects.requireNonNull(weights.get(set)).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            CurveFamily family = switch (row.text("method")) {
                case "NELSON_SIEGEL" -> NelsonSiegel.standard();
                case "SVENSSON" -> Svensson.standard();
                default -> CubicSpline.of(List.of(0.0, 1.0, 2.0, 3.0, 5.0, 7.0, 10.0, 15.0, 20.0, 31.0));
            };
            return CurveFit.of(Objects.requireNonNull(bonds.get(set)))
                    .withWeights(FitWeights.of(given))
                    .fit(family);
        });
    }

    @Test
    void noFitIsWorseThanTheBestKnownOne() {
        VectorTable.of("fits.csv").everyRow(row -> {
            FittedCurve fit = fit(row);
            double known = row.number("objective");
            assertThat(fit.objective()).isLessThanOrEqualTo(known * (1.0 + 1e-4) + 1e-12);
            // Nor is any better: that would be another problem.
            assertThat(fit.objective()).isGreaterThanOrEqualTo(known * (1.0 - 1e-4) - 1e-12);
            assertThat(fit.rmsPriceError()).isCloseTo(row.number("rmse_price"), within(1e-6));
            assertThat(fit.largestPriceError()).isCloseTo(row.number("max_abs_price_error"), within(1e-6));
        });
    }

    @Test
    void everyFittedCurveIsTheOneThatTheVectorsGive() {
        VectorTable.of("fit_values.csv").everyRow(row -> {
            FittedCurve fit = fit(row);
            double years = row.number("time");
            assertThat(fit.curve().zeroRate(years)).isCloseTo(row.number("zero_rate_cc"), within(1e-8));
            assertThat(fit.curve().discountFactor(years)).isCloseTo(row.number("discount_factor"), within(1e-8));
        });
    }
}
