package io.bondtrader.risk.regulatory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.regulatory.DefaultExposure.Bucket;
import io.bondtrader.risk.regulatory.DefaultExposure.Seniority;
import io.bondtrader.risk.regulatory.FrtbRules.DefaultQuality;
import java.util.Currency;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class MarketRiskCapitalTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency TRY = Currency.getInstance("TRY");
    private static final FrtbRules BASEL = FrtbRules.basel2023();
    private static final SensitivitiesBasedMethod METHOD = SensitivitiesBasedMethod.of(BASEL, USD);

    /** MAR21.6: high is 1.25 times, at most 1; low the greater of twice less one and three quarters. */
    @Test
    void correlationsOfTheScenariosAreThoseOfTheStandard() {
        assertThat(CorrelationScenario.MEDIUM.of(0.35)).isEqualTo(0.35);
        assertThat(CorrelationScenario.HIGH.of(0.6)).isCloseTo(0.75, within(1e-15));
        assertThat(CorrelationScenario.HIGH.of(0.9)).isEqualTo(1);
        assertThat(CorrelationScenario.LOW.of(0.9)).isCloseTo(0.8, within(1e-15));
        assertThat(CorrelationScenario.LOW.of(0.35)).isCloseTo(0.2625, within(1e-15));
    }

    /** PV01 of 2, 5 and 10 years in dollars: weighted sensitivities, correlations and the three scenarios. */
    @Test
    void rateCapitalIsThePublishedOne() {
        List<RateSensitivity> book = List.of(
                RateSensitivity.ofBasisPoint(USD, "SOFR", 2, -20_000),
                RateSensitivity.ofBasisPoint(USD, "SOFR", 5, 45_000),
                RateSensitivity.ofBasisPoint(USD, "SOFR", 10, -80_000));
        RegulatoryFigure medium = METHOD.rateDelta(book, CorrelationScenario.MEDIUM);

        assertThat(medium.line("USD SOFR 2.0Y weighted")).isCloseTo(-1_838_478, within(0.5));
        assertThat(medium.line("USD SOFR 5.0Y weighted")).isCloseTo(3_500_179, within(0.5));
        assertThat(medium.line("USD SOFR 10.0Y weighted")).isCloseTo(-6_222_540, within(0.5));
        assertThat(BASEL.rateCorrelation(2, 5)).isCloseTo(0.9559975, within(5e-8));
        assertThat(BASEL.rateCorrelation(2, 10)).isCloseTo(0.8869204, within(5e-8));
        assertThat(BASEL.rateCorrelation(5, 10)).isCloseTo(0.9704455, within(5e-8));
        assertThat(medium.value()).isCloseTo(4_479_698.04, within(0.005));
        assertThat(METHOD.rateDelta(book, CorrelationScenario.HIGH).value()).isCloseTo(4_560_838.74, within(0.005));
        assertThat(METHOD.rateDelta(book, CorrelationScenario.LOW).value()).isCloseTo(4_397_060.28, within(0.005));
        assertThat(METHOD.capital(book, List.of(), List.of(), List.of()).value())
                .isCloseTo(4_560_838.74, within(0.005));
    }

    /** Dollars, +1,000,000 at 2 and -400,000 at 10 years. */
    @Test
    void aSteepenerIsWorstWithLowCorrelations() {
        List<RateSensitivity> book =
                List.of(RateSensitivity.of(USD, "SOFR", 2, 1_000_000), RateSensitivity.of(USD, "SOFR", 10, -400_000));

        assertThat(METHOD.rateDelta(book, CorrelationScenario.MEDIUM).value()).isCloseTo(6_591.5211, within(5e-5));
        assertThat(METHOD.rateDelta(book, CorrelationScenario.HIGH).value()).isCloseTo(6_081.1183, within(5e-5));
        assertThat(METHOD.rateDelta(book, CorrelationScenario.LOW).value()).isCloseTo(7_065.1470, within(5e-5));
    }

    /** Bucket 3 at 5 %: CS01 of -3,000 and +2,000 at five years, two issuers. */
    @Test
    void spreadCapitalIsThePublishedOne() {
        List<SpreadSensitivity> book = List.of(
                SpreadSensitivity.ofBasisPoint(3, "one bank", 5, -3_000),
                SpreadSensitivity.ofBasisPoint(3, "another", 5, 2_000));

        assertThat(METHOD.spreadDelta(book, CorrelationScenario.MEDIUM).value()).isCloseTo(1_483_239.70, within(0.005));
    }

    /** MAR21.54: 35 %, 65 % and 99.90 % multiplied are 22.73 %. MAR21.47: 88.69 % by 0.999 is 88.60 %. */
    @Test
    void correlationsAreTheStandardsOwnExamples() {
        List<SensitivitiesBasedMethod.Factor> factors = METHOD.spreadFactors(List.of(
                new SpreadSensitivity(6, "Apple", "bond", 5, false, 1),
                new SpreadSensitivity(6, "Google", "CDS", 10, false, 1)));
        assertThat(METHOD.spreadCorrelation(factors.get(0), factors.get(1))).isCloseTo(0.2273, within(5e-5));

        List<SensitivitiesBasedMethod.Factor> rates = METHOD.rateFactors(
                List.of(RateSensitivity.of(EUR, "EONIA", 1, 1), RateSensitivity.of(EUR, "EURIBOR", 5, 1)));
        assertThat(METHOD.rateCorrelation(rates.get(0), rates.get(1))).isCloseTo(0.8860, within(5e-5));
    }

    /** Buckets by MAR21.51 and 21.53, and by article 325ah. */
    @Test
    void theTwoSetsOfBucketsAreThoseOfTheirTexts() {
        double[] basel = {0.5, 1, 5, 3, 3, 2, 1.5, 2.5, 2, 4, 12, 7, 8.5, 5.5, 5, 12, 1.5, 5};
        double[] union = {0.5, 0.5, 1, 5, 3, 3, 2, 1.5, 1, 2.5, 2, 4, 12, 7, 8.5, 5.5, 5, 12, 1.5, 5};
        assertThat(BASEL.spreadBuckets()).hasSize(18);
        assertThat(FrtbRules.eu2025().spreadBuckets()).hasSize(20);
        for (int k = 0; k < basel.length; k++) {
            assertThat(BASEL.spreadBucket(k + 1).weight()).isCloseTo(basel[k] / 100, within(1e-15));
        }
        for (int k = 0; k < union.length; k++) {
            assertThat(FrtbRules.eu2025().spreadBucket(k + 1).weight()).isCloseTo(union[k] / 100, within(1e-15));
        }
        assertThat(BASEL.spreadBucketCorrelation(1, 2)).isEqualTo(0.75);
        assertThat(BASEL.spreadBucketCorrelation(1, 9)).isEqualTo(0.50); // one sector, other quality
        assertThat(BASEL.spreadBucketCorrelation(3, 15)).isEqualTo(0.025);
        assertThat(BASEL.spreadBucketCorrelation(16, 3)).isZero();
        assertThat(BASEL.spreadBucketCorrelation(17, 18)).isEqualTo(0.75);
        assertThat(BASEL.spreadBucketCorrelation(11, 17)).isEqualTo(0.45);
        assertThat(FrtbRules.eu2025().spreadBucketCorrelation(1, 2)).isEqualTo(1.0);
        assertThat(FrtbRules.eu2025().spreadBucketCorrelation(13, 19)).isEqualTo(0.225);
        for (int b = 1; b <= 18; b++) {
            for (int c = 1; c <= 18; c++) {
                assertThat(BASEL.spreadBucketCorrelation(b, c)).isEqualTo(BASEL.spreadBucketCorrelation(c, b));
            }
        }
    }

    @Test
    void coveredBondsOfTheTopGradeWeighLess() {
        SpreadSensitivity covered = SpreadSensitivity.ofBasisPoint(8, "covered", 5, -1_000);

        assertThat(METHOD.spreadDelta(List.of(covered), CorrelationScenario.MEDIUM)
                        .value())
                .isCloseTo(250_000, within(1e-6));
        assertThat(METHOD.spreadDelta(List.of(covered.toTopGrade()), CorrelationScenario.MEDIUM)
                        .value())
                .isCloseTo(150_000, within(1e-6));
    }

    /** MAR21.56: absolute values in the other sector are added up. */
    @Test
    void theOtherSectorHedgesNothing() {
        List<SpreadSensitivity> book = List.of(
                new SpreadSensitivity(16, "a", "bond", 5, false, -100),
                new SpreadSensitivity(16, "b", "bond", 5, false, 100));

        assertThat(METHOD.spreadDelta(book, CorrelationScenario.MEDIUM).value()).isCloseTo(24, within(1e-12));
    }

    /** Netting within a factor; currencies that are not specified are weighted in full; γ 50 % between currencies. */
    @Test
    void currenciesHedgeEachOtherByHalf() {
        List<RateSensitivity> book = List.of(
                RateSensitivity.of(TRY, "TLREF", 5, 600),
                RateSensitivity.of(TRY, "TLREF", 5, 400),
                RateSensitivity.of(EUR, "ESTR", 5, -1_000));
        double lira = 11.0;
        double euro = -11.0 / Math.sqrt(2);

        assertThat(METHOD.rateDelta(book, CorrelationScenario.MEDIUM).value())
                .isCloseTo(Math.sqrt(lira * lira + euro * euro + lira * euro), within(1e-12));
    }

    /** MAR21.4(5)(b): where the sum is negative, S is bounded by K. */
    @Test
    void theAlternativeSumIsTakenWhereTheRootWouldBeNegative() {
        List<SpreadSensitivity> book = new java.util.ArrayList<>();
        for (int k = 0; k < 60; k++) { // many small names: S grows faster than K
            book.add(new SpreadSensitivity(1, "s" + k, "bond", 5, false, 1_000));
            book.add(new SpreadSensitivity(2, "l" + k, "bond", 5, false, -500));
            book.add(new SpreadSensitivity(5, "c" + k, "bond", 5, false, -170));
        }
        SensitivitiesBasedMethod tight =
                SensitivitiesBasedMethod.of(with(BASEL, 0.0), USD); // names without correlation: S far beyond K
        RegulatoryFigure capital = tight.spreadDelta(book, CorrelationScenario.HIGH);

        assertThat(capital.line("alternative S used")).isEqualTo(1.0);
        assertThat(capital.value()).isPositive();
    }

    private static FrtbRules with(FrtbRules rules, double nameCorrelation) {
        return new FrtbRules(
                rules.source(),
                rules.rateWeights(),
                rules.inflationWeight(),
                rules.reducedCurrencies(),
                rules.rateDecay(),
                rules.rateFloor(),
                rules.curveCorrelation(),
                rules.inflationCorrelation(),
                rules.currencyCorrelation(),
                rules.spreadBuckets(),
                nameCorrelation,
                rules.indexNameCorrelation(),
                rules.tenorCorrelation(),
                rules.basisCorrelation(),
                rules.sectorCorrelations(),
                rules.ratingCorrelation(),
                rules.ratesIndices(),
                rules.defaultWeights());
    }

    /** MAR21.42, 21.48 and 21.49: weights 1.6 %, inflation goes with rates by 40 %, a basis with nothing. */
    @Test
    void inflationAndBasisHaveTheirOwnCorrelations() {
        RateSensitivity rate = RateSensitivity.of(TRY, "TLREF", 5, 1_000);
        RateSensitivity inflation = RateSensitivity.ofInflation(TRY, "CPI", -1_000);
        RateSensitivity basis = RateSensitivity.ofCrossCurrencyBasis(TRY, "over USD", 500);

        assertThat(METHOD.rateDelta(List.of(rate, inflation), CorrelationScenario.MEDIUM)
                        .value())
                .isCloseTo(Math.sqrt(11 * 11 + 16 * 16 - 2 * 0.4 * 11 * 16), within(1e-12));
        assertThat(METHOD.rateDelta(List.of(rate, basis), CorrelationScenario.MEDIUM)
                        .value())
                .isCloseTo(Math.sqrt(11 * 11 + 8 * 8), within(1e-12));
        refused(() -> new RateSensitivity(TRY, RateSensitivity.Kind.INFLATION, "CPI", 5, 1));
    }

    /** A long bond is convex: it loses less than its delta says, and curvature asks for nothing. */
    @Test
    void convexityIsNoCurvatureRisk() {
        CurvatureRisk bond = CurvatureRisk.ofValues("USD", "SOFR", 100, 91, 110, 0.012, -790);
        CurvatureRisk callable = CurvatureRisk.ofValues("USD", "SOFR", 100, 89, 104, 0.012, -790);

        assertThat(bond.up()).isCloseTo(-0.48, within(1e-12)); // −(91 − 100 + 9.48)
        assertThat(bond.down()).isCloseTo(-0.52, within(1e-12));
        assertThat(METHOD.rateCurvature(List.of(bond), CorrelationScenario.MEDIUM)
                        .value())
                .isZero();
        assertThat(METHOD.rateCurvature(List.of(callable), CorrelationScenario.MEDIUM)
                        .value())
                .isCloseTo(5.48, within(1e-12)); // −(104 − 100 − 9.48)
    }

    /** MAR21.5 by hand: correlations squared, no benefit from two negative risks. */
    @Test
    void curvatureOfSpreadsIsAggregatedByTheSquaredCorrelation() {
        List<CurvatureRisk> risks = List.of(
                new CurvatureRisk("3", "a", 10, -4),
                new CurvatureRisk("3", "b", 5, -8),
                new CurvatureRisk("5", "c", -2, 6));
        double three = Math.sqrt(100 + 25 + 2 * 0.35 * 0.35 * 50);
        double gamma = 0.15 * 0.15;

        assertThat(METHOD.spreadCurvature(risks, CorrelationScenario.MEDIUM).value())
                .isCloseTo(Math.sqrt(three * three + 36 + 2 * gamma * 15 * 6), within(1e-12));
        assertThat(METHOD.spreadCurvature(
                                List.of(new CurvatureRisk("16", "x", 3, 1), new CurvatureRisk("16", "y", -2, 4)),
                                CorrelationScenario.MEDIUM)
                        .value())
                .isCloseTo(5, within(1e-12));
    }

    /** Long 10 m BBB at 98 and 8 m BB at 101, short 6 m A at 99, senior. */
    @Test
    void theDefaultChargeIsThePublishedOne() {
        List<DefaultExposure> book = List.of(
                senior("one", DefaultQuality.BBB, 10e6, 9.8e6),
                senior("two", DefaultQuality.BB, 8e6, 8.08e6),
                senior("three", DefaultQuality.A, -6e6, -5.94e6));
        RegulatoryFigure charge = DefaultRiskCharge.of(book, BASEL);

        assertThat(charge.line("one JTD")).isCloseTo(7.30e6, within(1e-6));
        assertThat(charge.line("two JTD")).isCloseTo(6.08e6, within(1e-6));
        assertThat(charge.line("three JTD")).isCloseTo(-4.44e6, within(1e-6));
        assertThat(charge.line("CORPORATE hedge benefit ratio")).isCloseTo(0.7508418, within(5e-8));
        assertThat(charge.value()).isCloseTo(1_249_987.88, within(0.005));
    }

    private static DefaultExposure senior(String name, DefaultQuality quality, double face, double value) {
        return new DefaultExposure(name, name, Bucket.CORPORATE, quality, Seniority.SENIOR, face, value, 5);
    }

    /** MAR22.19: a short of the same or a lower rank offsets a long; MAR22.15 to 22.18: scaled below a year. */
    @Test
    void shortsOffsetClaimsOfTheirRankAndAbove() {
        DefaultExposure seniorLong = of("a", Seniority.SENIOR, 100, 5);
        DefaultExposure seniorShort = of("b", Seniority.SENIOR, -40, 5);
        DefaultExposure juniorShort = of("c", Seniority.SUBORDINATED, -60, 5);
        DefaultExposure juniorLong = of("d", Seniority.SUBORDINATED, 50, 5);

        assertThat(DefaultRiskCharge.net(List.of(seniorLong, juniorShort)).longs())
                .isCloseTo(15, within(1e-12));
        assertThat(DefaultRiskCharge.net(List.of(juniorLong, seniorShort)))
                .isEqualTo(new DefaultRiskCharge.Net(50, 30));
        assertThat(DefaultRiskCharge.net(List.of(seniorLong, seniorShort, juniorShort, juniorLong))
                        .longs())
                .isCloseTo(75 + 50 - 30 - 60, within(1e-12));
        assertThat(of("x", Seniority.SENIOR, 100, 0.5).jumpToDefault()).isCloseTo(37.5, within(1e-12));
        assertThat(of("x", Seniority.SENIOR, 100, 0.01).jumpToDefault()).isCloseTo(18.75, within(1e-12));
        assertThat(of("x", Seniority.COVERED, 100, 5).jumpToDefault()).isCloseTo(25, within(1e-12));
    }

    private static DefaultExposure of(String name, Seniority seniority, double face, double years) {
        return new DefaultExposure(name, "obligor", Bucket.SOVEREIGN, DefaultQuality.A, seniority, face, face, years);
    }

    @Test
    void badMarketRiskInputsAreRefused() {
        refused(() -> RateSensitivity.of(USD, "", 2, 1));
        refused(() -> RateSensitivity.of(USD, "SOFR", 2, Double.NaN));
        refused(() -> METHOD.rateDelta(List.of(RateSensitivity.of(USD, "SOFR", 7, 1)), CorrelationScenario.LOW));
        refused(() -> new SpreadSensitivity(1, "a", "bond", 2, false, 1));
        refused(() -> new SpreadSensitivity(1, " ", "bond", 5, false, 1));
        refused(() ->
                METHOD.spreadDelta(List.of(SpreadSensitivity.ofBasisPoint(19, "a", 5, 1)), CorrelationScenario.LOW));
        refused(() -> METHOD.spreadCurvature(List.of(new CurvatureRisk("x", "a", 1, 1)), CorrelationScenario.LOW));
        refused(() -> new CurvatureRisk("1", "a", Double.NaN, 1));
        refused(() -> CurvatureRisk.ofValues("1", "a", 1, 1, 1, 2, 1));
        refused(() -> of("x", Seniority.SENIOR, Double.NaN, 5));
        refused(() -> of("x", Seniority.SENIOR, 100, 0));
        refused(() ->
                new DefaultExposure("x", "o", Bucket.CORPORATE, DefaultQuality.A, Seniority.SENIOR, 100, -100, 5));
        DefaultExposure other =
                new DefaultExposure("y", "obligor", Bucket.SOVEREIGN, DefaultQuality.BB, Seniority.SENIOR, 1, 1, 5);
        refused(() -> DefaultRiskCharge.of(List.of(of("x", Seniority.SENIOR, 100, 5), other), BASEL));
        refused(() -> with(BASEL, 2));
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(InvalidInput.class);
    }
}
