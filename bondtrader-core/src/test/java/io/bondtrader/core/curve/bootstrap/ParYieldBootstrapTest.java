package io.bondtrader.core.curve.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.curve.CurveInterpolation;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.testdata.VectorTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ParYieldBootstrapTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 11);
    private static final List<String> TENORS =
            List.of("1M", "2M", "3M", "4M", "6M", "1Y", "2Y", "3Y", "5Y", "7Y", "10Y", "20Y", "30Y");

    static List<ParYield> yields(VectorTable.Row row) {
        List<ParYield> yields = new ArrayList<>();
        for (String tenor : TENORS) {
            if (row.has(tenor)) {
                yields.add(ParYield.of(tenor, row.number(tenor) / 100.0));
            }
        }
        return yields;
    }

    @Test
    void everyDayThatTheTreasuryPublishedIsRepricedByBothMethods() {
        AtomicInteger days = new AtomicInteger();
        VectorTable.ofData("ust_par_yields.csv").everyRow(row -> {
            CurveBootstrap bootstrap = ParYieldBootstrap.of(row.date("date"), yields(row));
            BootstrappedCurve global = bootstrap.solve();
            assertThat(global.worstRepricingError()).isLessThanOrEqualTo(1e-12);
            if (days.getAndIncrement() % 20 == 0) { // the slower path on one day in twenty
                double[] sequential =
                        bootstrap.withMethod(BootstrapMethod.SEQUENTIAL).solve().nodeValues();
                assertThat(sequential).containsExactly(global.nodeValues(), within(1e-12));
            }
        });
        assertThat(days.get()).isGreaterThan(8_000);
    }

    @ParameterizedTest
    @EnumSource(CurveInterpolation.class)
    void bothMethodsAgreeThroughEveryInterpolation(CurveInterpolation interpolation) {
        AtomicInteger days = new AtomicInteger();
        VectorTable.ofData("ust_par_yields.csv").everyRow(row -> {
            if (days.getAndIncrement() % 300 != 0) {
                return;
            }
            CurveBootstrap bootstrap =
                    ParYieldBootstrap.of(row.date("date"), yields(row)).withInterpolation(interpolation);
            BootstrappedCurve global = bootstrap.solve();
            BootstrappedCurve sequential =
                    bootstrap.withMethod(BootstrapMethod.SEQUENTIAL).solve();
            assertThat(sequential.worstRepricingError()).isLessThanOrEqualTo(1e-12);
            assertThat(global.worstRepricingError()).isLessThanOrEqualTo(1e-12);
            assertThat(sequential.nodeValues()).containsExactly(global.nodeValues(), within(1e-12));
        });
    }

    @ParameterizedTest
    @EnumSource(CurveInterpolation.class)
    void nodesMoveWithQuotesAsBumpingShowsThroughEveryInterpolation(CurveInterpolation interpolation) {
        double[] percent = {4.37, 4.41, 4.42, 4.31, 4.09, 3.9, 3.86, 3.99, 4.19, 4.43, 4.96, 4.94};
        String[] tenors = {"1M", "2M", "3M", "6M", "1Y", "2Y", "3Y", "5Y", "7Y", "10Y", "20Y", "30Y"};
        List<ParYield> yields = new ArrayList<>();
        for (int k = 0; k < tenors.length; k++) {
            yields.add(ParYield.of(tenors[k], percent[k] / 100.0));
        }
        CurveBootstrap bootstrap = ParYieldBootstrap.of(DAY, yields).withInterpolation(interpolation);
        BootstrappedCurve curve = bootstrap.solve();
        double[] quotes = bootstrap.instruments().stream()
                .mapToDouble(CurveInstrument::quote)
                .toArray();
        for (int j = 0; j < quotes.length; j++) {
            double original = quotes[j];
            quotes[j] = original + 1e-6;
            double[] up = bootstrap.withQuotes(quotes).solve().nodeValues();
            quotes[j] = original - 1e-6;
            double[] down = bootstrap.withQuotes(quotes).solve().nodeValues();
            quotes[j] = original;
            for (int i = 0; i < up.length; i++) {
                double scale = Math.max(1.0, Math.abs(curve.nodeByQuote(i, j)));
                assertThat((up[i] - down[i]) / 2e-6).isCloseTo(curve.nodeByQuote(i, j), within(1e-6 * scale));
            }
        }
    }

    @Test
    void aFlatParCurveIsAFlatZeroCurveWithHalfYearlyCompounding() {
        List<ParYield> yields = List.of(ParYield.of("6M", 0.04), ParYield.of("1Y", 0.04), ParYield.of("2Y", 0.04));
        DiscountCurve curve = ParYieldBootstrap.of(DAY, yields).solve().curve();
        assertThat(curve.discountFactor(DAY.plusMonths(6))).isCloseTo(1.0 / 1.02, within(1e-14));
        assertThat(curve.discountFactor(DAY.plusYears(1))).isCloseTo(1.0 / (1.02 * 1.02), within(1e-5));
        // Only the first coupon lies between nodes, on half-years that are not of one length.
        assertThat(curve.discountFactor(DAY.plusYears(2))).isCloseTo(Math.pow(1.02, -4.0), within(2e-5));
    }

    @Test
    void aYieldOfLessThanHalfAYearIsSimple() {
        DiscountCurve curve = ParYieldBootstrap.of(DAY, List.of(ParYield.of("3M", 0.0442)))
                .solve()
                .curve();
        LocalDate maturity = LocalDate.of(2025, 10, 11);
        // 92 days to maturity, of the 184 to 11 January 2026
        assertThat(1.0 / curve.discountFactor(maturity)).isCloseTo(1.0 + 0.0221 * 92 / 184, within(1e-14));
    }

    @Test
    void theBondsOfADayCostOneHundred() {
        List<ParYield> yields =
                List.of(ParYield.of("1M", 0.0437), ParYield.of("1Y", 0.0409), ParYield.of("10Y", 0.0443));
        DiscountCurve curve = ParYieldBootstrap.of(DAY, yields).solve().curve();
        double price = 100.0 * curve.discountFactor(DAY.plusYears(10));
        for (int k = 1; k <= 20; k++) {
            price += 4.43 / 2.0 * curve.discountFactor(DAY.plusMonths(6L * k));
        }
        assertThat(price).isCloseTo(100.0, within(1e-11));
    }

    @ParameterizedTest
    @CsvSource({"7M, 0.04", "9M, 0.04", "0M, 0.04", "-1Y, 0.04", "101Y, 0.04", "10Y, 1.5", "10Y, NaN", "45Y6M1D, 0.04"})
    void aParYieldThatNobodyPublishesIsRefused(String tenor, double yield) {
        assertThatThrownBy(() -> ParYield.of(tenor, yield)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aDayWithoutYieldsOrWithOneTwiceIsRefused() {
        assertThatThrownBy(() -> ParYieldBootstrap.of(DAY, List.of())).isInstanceOf(InvalidInput.class);
        List<ParYield> twice = List.of(ParYield.of("1Y", 0.04), ParYield.of("12M", 0.05));
        assertThatThrownBy(() -> ParYieldBootstrap.of(DAY, twice))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("12M")
                .hasMessageContaining("1Y");
        assertThatThrownBy(() -> ParYieldBootstrap.of(LocalDate.MIN, List.of(ParYield.of("1Y", 0.04))))
                .isInstanceOf(InvalidInput.class);
    }
}
