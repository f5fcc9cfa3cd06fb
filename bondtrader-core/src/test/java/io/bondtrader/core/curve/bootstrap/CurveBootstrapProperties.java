package io.bondtrader.core.curve.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.curve.CurveQuantity;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.time.BusinessDayConvention;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

/** What holds for every market: flat, steep, inverted or negative. */
class CurveBootstrapProperties {

    private static final LocalDate TRADED = LocalDate.of(2024, 10, 31);
    private static final SwapConvention SWAPS = new SwapConvention(
            HolidayCalendars.of("TARGET"),
            2,
            Frequency.ANNUAL,
            DayCounts.THIRTY_E_360,
            Frequency.ofPerYear(2),
            DayCounts.ACT_360,
            BusinessDayConvention.MODIFIED_FOLLOWING,
            true,
            0);
    private static final SwapConvention OVERNIGHT = new SwapConvention(
            HolidayCalendars.of("TARGET"),
            2,
            Frequency.ANNUAL,
            DayCounts.ACT_360,
            Frequency.ANNUAL,
            DayCounts.ACT_360,
            BusinessDayConvention.MODIFIED_FOLLOWING,
            true,
            1);
    private static final MoneyMarketConvention DEPOSITS = new MoneyMarketConvention(
            HolidayCalendars.of("TARGET"), 2, DayCounts.ACT_360, BusinessDayConvention.MODIFIED_FOLLOWING, true);

    private static final String[] MATURITIES = {"2Y", "3Y", "5Y", "7Y", "10Y", "15Y", "20Y", "30Y"};

    /** A market of a level, a slope and some noise; one instrument of every kind that looks at one curve only. */
    private static CurveBootstrap market(double level, double slope, List<Double> noise) {
        List<CurveInstrument> instruments = new ArrayList<>();
        LocalDate spot = SWAPS.spotDate(TRADED);
        instruments.add(BillQuote.ofDiscountRate(TRADED, TRADED.plusDays(14), level));
        instruments.add(Deposit.of(DEPOSITS, TRADED, Tenor.parse("3M"), level + noise.get(0)));
        instruments.add(
                ForwardRateAgreement.of(DEPOSITS, TRADED, Tenor.parse("3M"), Tenor.parse("6M"), level + noise.get(1)));
        instruments.add(RateFuture.quarterly(spot.plusMonths(6), DayCounts.ACT_360, 0.0001, 100.0 - 100.0 * level));
        instruments.add(OvernightSwap.of(OVERNIGHT, TRADED, Tenor.parse("18M"), level + noise.get(2)));
        for (int k = 0; k < MATURITIES.length; k++) {
            double rate = level + slope * (k + 1) / MATURITIES.length + 0.3 * noise.get(k);
            instruments.add(FixedFloatSwap.of(SWAPS, TRADED, Tenor.parse(MATURITIES[k]), rate));
        }
        List<BondQuote.Payment> payments = new ArrayList<>();
        for (int k = 1; k <= 25; k++) {
            payments.add(new BondQuote.Payment(TRADED.plusYears(k), k == 25 ? 104.0 : 4.0));
        }
        // Priced at the swap rate of its maturity, so that the market is no contradiction.
        double rate = level + 0.95 * slope;
        double price = 100.0;
        for (int k = 25; k >= 1; k--) {
            price = (price + 4.0) / (1.0 + rate);
        }
        instruments.add(new BondQuote("bond", TRADED, payments, 0.0, 1, price));
        return CurveBootstrap.of(TRADED, instruments);
    }

    @Property(tries = 60, seed = "20260317")
    void everyMarketIsRepricedAndBothMethodsAgree(
            @ForAll @Scale(6) @DoubleRange(min = -0.01, max = 0.08) double level,
            @ForAll @Scale(6) @DoubleRange(min = -0.01, max = 0.03) double slope,
            @ForAll @Size(8) List<@Scale(6) @DoubleRange(min = -0.002, max = 0.002) Double> noise,
            @ForAll CurveQuantity quantity) {
        CurveBootstrap bootstrap = market(level, slope, noise).withInterpolation(quantity, Interpolators.LINEAR);
        BootstrappedCurve global = bootstrap.withMethod(BootstrapMethod.GLOBAL).solve();
        BootstrappedCurve sequential =
                bootstrap.withMethod(BootstrapMethod.SEQUENTIAL).solve();
        for (BootstrappedCurve curve : List.of(global, sequential)) {
            double[] errors = curve.repricingErrors();
            for (int k = 0; k < errors.length; k++) {
                CurveInstrument instrument = curve.instruments().get(k);
                double implied = instrument.impliedQuote(curve.curve(), curve.curve());
                assertThat(implied - instrument.quote()).isEqualTo(errors[k]);
                assertThat(Math.abs(errors[k]) / Math.max(1.0, instrument.quote()))
                        .isLessThanOrEqualTo(1e-12);
            }
        }
        for (int k = 0; k < global.nodeValues().length; k++) {
            double scale = quantity == CurveQuantity.ZERO_RATE
                    ? 1.0
                    : Math.max(1.0, global.curve().nodes().get(k).years());
            assertThat(sequential.nodeValues()[k]).isCloseTo(global.nodeValues()[k], within(1e-12 * scale));
        }
    }

    @Property(tries = 40, seed = "20260317")
    void discountFactorsArePositiveAndFallWhereForwardsArePositive(
            @ForAll @Scale(6) @DoubleRange(min = -0.01, max = 0.08) double level,
            @ForAll @Scale(6) @DoubleRange(min = -0.01, max = 0.03) double slope,
            @ForAll @Size(8) List<@Scale(6) @DoubleRange(min = -0.002, max = 0.002) Double> noise) {
        DiscountCurve curve = market(level, slope, noise).solve().curve();
        double before = 1.0;
        for (int day = 1; day <= 365 * 31; day += 30) {
            double years = day / 365.0;
            double factor = curve.discountFactor(years);
            assertThat(factor).isPositive();
            double least = Double.POSITIVE_INFINITY;
            for (int k = 0; k <= 30; k++) {
                least = Math.min(least, curve.instantaneousForward(Math.max(0.0, (day - 30 + k) / 365.0)));
            }
            if (least > 1e-9) {
                assertThat(factor).isLessThan(before);
            }
            before = factor;
        }
    }

    @Property(tries = 15, seed = "20260317")
    void theJacobianIsWhatBumpingAndRebuildingGives(
            @ForAll @Scale(6) @DoubleRange(min = -0.005, max = 0.06) double level,
            @ForAll @Scale(6) @DoubleRange(min = -0.01, max = 0.03) double slope,
            @ForAll @Size(8) List<@Scale(6) @DoubleRange(min = -0.002, max = 0.002) Double> noise,
            @ForAll @IntRange(min = 0, max = 13) int bumped,
            @ForAll CurveQuantity quantity) {
        CurveBootstrap bootstrap = market(level, slope, noise).withInterpolation(quantity, Interpolators.LINEAR);
        BootstrappedCurve curve = bootstrap.solve();
        double[] quotes = bootstrap.instruments().stream()
                .mapToDouble(CurveInstrument::quote)
                .toArray();
        double size = 1e-5 * Math.max(1.0, quotes[bumped]);
        double original = quotes[bumped];
        quotes[bumped] = original + size;
        double[] up = bootstrap.withQuotes(quotes).solve().nodeValues();
        quotes[bumped] = original - size;
        double[] down = bootstrap.withQuotes(quotes).solve().nodeValues();
        double largest = 0.0;
        for (int node = 0; node < up.length; node++) {
            largest = Math.max(largest, Math.abs(curve.nodeByQuote(node, bumped)));
        }
        for (int node = 0; node < up.length; node++) {
            double difference = (up[node] - down[node]) / (2.0 * size);
            assertThat(difference).isCloseTo(curve.nodeByQuote(node, bumped), within(2e-6 * Math.max(1.0, largest)));
        }
    }
}
