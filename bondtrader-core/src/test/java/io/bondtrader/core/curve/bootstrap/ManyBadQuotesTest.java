package io.bondtrader.core.curve.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.curve.CurveInterpolation;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.fit.CubicSpline;
import io.bondtrader.core.curve.fit.CurveFit;
import io.bondtrader.core.curve.fit.FitWeights;
import io.bondtrader.core.curve.fit.FittedCurve;
import io.bondtrader.core.curve.fit.NelsonSiegel;
import io.bondtrader.core.curve.fit.NelsonSiegelCurve;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.time.BusinessDayConvention;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever dates and numbers come in, a finite number comes out or a failure with a code. */
class ManyBadQuotesTest {

    private static final long SEED = 20260317L;
    private static final LocalDate TODAY = LocalDate.of(2025, 7, 11);
    private static final double[] NUMBERS = {
        0.0,
        -0.0,
        0.03,
        1.0,
        -1.0,
        99.5,
        Double.MIN_VALUE,
        1e-308,
        1e308,
        -1e308,
        1e9,
        0.999999,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MAX_VALUE
    };
    private static final LocalDate[] DATES = {
        TODAY,
        TODAY.plusDays(1),
        TODAY.plusMonths(3),
        TODAY.plusYears(2),
        TODAY.plusYears(30),
        TODAY.minusYears(1),
        LocalDate.MIN,
        LocalDate.MAX,
        LocalDate.of(0, 1, 1),
        LocalDate.of(1600, 2, 29),
        LocalDate.of(3000, 12, 31),
        LocalDate.of(9999, 12, 31)
    };
    private static final String[] TENORS = {"1D", "3M", "18M", "10Y", "0D", "-1Y", "999999Y", "999999D", "100Y", "7W"};

    private final Random random = new Random(SEED);

    private double number() {
        return random.nextInt(3) > 0 ? 0.03 + 0.02 * random.nextDouble() : NUMBERS[random.nextInt(NUMBERS.length)];
    }

    private LocalDate date() {
        return random.nextInt(5) > 0 ? TODAY.plusDays(random.nextInt(900)) : DATES[random.nextInt(DATES.length)];
    }

    private Tenor tenor() {
        return Tenor.parse(TENORS[random.nextInt(random.nextInt(3) > 0 ? 4 : TENORS.length)]);
    }

    private CurveInstrument instrument() {
        String calendar = random.nextBoolean() ? "NONE" : "TARGET";
        MoneyMarketConvention deposits = new MoneyMarketConvention(
                HolidayCalendars.of(calendar),
                random.nextInt(4),
                DayCounts.ACT_360,
                BusinessDayConvention.MODIFIED_FOLLOWING,
                random.nextBoolean());
        SwapConvention swaps = new SwapConvention(
                HolidayCalendars.of(calendar),
                random.nextInt(4),
                Frequency.ANNUAL,
                DayCounts.THIRTY_E_360,
                Frequency.ofPerYear(2),
                DayCounts.ACT_360,
                BusinessDayConvention.MODIFIED_FOLLOWING,
                random.nextBoolean(),
                random.nextInt(3));
        return switch (random.nextInt(9)) {
            case 0 -> BillQuote.ofPrice(date(), date(), number());
            case 1 -> BillQuote.ofDiscountRate(date(), date(), number());
            case 2 -> new Deposit("d", date(), date(), DayCounts.ACT_365F, number());
            case 3 -> Deposit.of(deposits, date(), tenor(), number());
            case 4 -> ForwardRateAgreement.of(deposits, date(), tenor(), tenor(), number());
            case 5 -> RateFuture.quarterly(date(), DayCounts.ACT_360, number(), number());
            case 6 -> OvernightSwap.of(swaps, date(), tenor(), number());
            case 7 -> FixedFloatSwap.of(swaps, date(), tenor(), number());
            default -> bond();
        };
    }

    private BondQuote bond() {
        return new BondQuote(
                "b",
                date(),
                List.of(new BondQuote.Payment(date(), number()), new BondQuote.Payment(date(), number())),
                number(),
                random.nextInt(14),
                number());
    }

    private double bootstrap() {
        List<CurveInstrument> instruments = new ArrayList<>();
        for (int k = random.nextInt(3); k >= 0; k--) {
            instruments.add(instrument());
        }
        CurveInterpolation[] ways = CurveInterpolation.values();
        CurveBootstrap bootstrap =
                CurveBootstrap.of(date(), instruments).withInterpolation(ways[random.nextInt(ways.length)]);
        if (random.nextBoolean()) {
            bootstrap = bootstrap.withMethod(BootstrapMethod.SEQUENTIAL);
        }
        if (random.nextInt(4) == 0) {
            bootstrap = bootstrap.withTurnsOfYear(List.of(new TurnOfYear(date(), date(), number())));
        }
        BootstrappedCurve solved = bootstrap.solve();
        DiscountCurve curve = solved.curve();
        double factor = curve.discountFactor(date());
        assertThat(factor).isNotNegative(); // 0 where it is too small for a double
        return factor + solved.worstRepricingError() + solved.nodeByQuote(0, 0) + curve.zeroRate(Math.abs(number()));
    }

    private double parYields() {
        List<ParYield> yields = List.of(new ParYield(tenor(), number()), ParYield.of("5Y", number()));
        return ParYieldBootstrap.of(date(), yields).solve().curve().zeroRate(1.0);
    }

    private double fit() {
        List<BondQuote> bonds = new ArrayList<>();
        for (int k = 0; k < 6; k++) {
            bonds.add(random.nextInt(12) == 0 ? bond() : sound(k));
        }
        CurveFit fit = CurveFit.of(bonds);
        if (random.nextBoolean()) {
            fit = fit.withWeights(FitWeights.equal());
        }
        FittedCurve fitted = fit.fit(
                random.nextBoolean()
                        ? NelsonSiegel.standard()
                        : CubicSpline.of(List.of(0.0, 3.0, Math.abs(number()) + 7.0)));
        return fitted.objective() + fitted.curve().zeroRate(4.0) + fitted.largestPriceError();
    }

    private BondQuote sound(int k) {
        List<BondQuote.Payment> payments = List.of(
                new BondQuote.Payment(TODAY.plusYears(1), 4.0), new BondQuote.Payment(TODAY.plusYears(2 + k), 104.0));
        return new BondQuote("bond " + k, TODAY, payments, 0.0, 1, random.nextInt(12) == 0 ? number() : 100.0 + k);
    }

    @Test
    void noInputGetsPastWithoutANumberOrACode() {
        int numbers = 0;
        for (int k = 0; k < 10_000; k++) {
            int entry = random.nextInt(6);
            try {
                double result = switch (entry) {
                    case 0, 1, 2 -> bootstrap();
                    case 3 -> parYields();
                    case 4 -> random.nextInt(10) == 0 ? fit() : bond().yieldFromDirtyPrice(number());
                    default ->
                        NelsonSiegelCurve.of("c", date(), number(), number(), number(), number())
                                .discountFactor(Math.abs(number()));
                };
                assertThat(result).as("case %d of entry %d", k, entry).isFinite();
                numbers++;
            } catch (BondTraderException coded) {
                assertThat(coded.code()).isNotNull();
            } catch (RuntimeException uncoded) {
                throw new AssertionError("case " + k + " of entry " + entry, uncoded);
            }
        }
        assertThat(numbers).isGreaterThan(1_000);
    }
}
