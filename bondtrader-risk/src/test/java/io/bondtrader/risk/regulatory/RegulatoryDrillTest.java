package io.bondtrader.risk.regulatory;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.regulatory.DefaultExposure.Bucket;
import io.bondtrader.risk.regulatory.DefaultExposure.Seniority;
import io.bondtrader.risk.regulatory.FrtbRules.DefaultQuality;
import io.bondtrader.risk.regulatory.LcrRules.LiquidAsset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Faults put into the first path of regulatory figures, one at a time; the second path objects to each. */
final class RegulatoryDrillTest {

    private static final VerifiedRegulatory VERIFIED =
            VerifiedRegulatory.of(Verifier.builder().alerts(alert -> {}).build());
    private static final Currency USD = Currency.getInstance("USD");
    private static final FrtbRules RULES = FrtbRules.basel2023();
    private static final SensitivitiesBasedMethod METHOD = SensitivitiesBasedMethod.of(RULES, USD);
    private static final IrbRules IRB = IrbRules.basel2023();

    private static final List<RateSensitivity> RATES = List.of(
            RateSensitivity.ofBasisPoint(USD, "SOFR", 2, -20_000),
            RateSensitivity.ofBasisPoint(USD, "SOFR", 5, 45_000),
            RateSensitivity.ofBasisPoint(USD, "SOFR", 10, -80_000),
            RateSensitivity.ofBasisPoint(Currency.getInstance("EUR"), "ESTR", 5, 30_000));
    private static final List<SpreadSensitivity> SPREADS = List.of(
            SpreadSensitivity.ofBasisPoint(3, "one bank", 5, -3_000),
            SpreadSensitivity.ofBasisPoint(3, "another", 10, 2_000),
            SpreadSensitivity.ofBasisPoint(5, "shop", 5, -1_500),
            SpreadSensitivity.ofBasisPoint(16, "other", 5, 100));
    private static final LiquidityCoverage STOCK = LcrRules.basel2015()
            .coverage()
            .withAssets(LiquidAsset.LEVEL_1, 40)
            .withAssets(LiquidAsset.LEVEL_2A, 60)
            .withAssets(LiquidAsset.LEVEL_2B_CORPORATE, 30)
            .withOutflow(120);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final DiscountCurve CURVE = NodeCurve.ofZeroRates(
            "USD",
            DAY,
            List.of(DAY.plusYears(1), DAY.plusYears(30)),
            new double[] {0.035, 0.045},
            Interpolators.LINEAR);
    private static final List<RepricingFlow> FLOWS =
            List.of(new RepricingFlow(0, -100), new RepricingFlow(0.5, -800), new RepricingFlow(9, 1_000));
    private static final List<DefaultExposure> DEFAULTS = List.of(
            exposure("one", DefaultQuality.BBB, Seniority.SENIOR, 10),
            exposure("one", DefaultQuality.BBB, Seniority.SUBORDINATED, -6),
            exposure("two", DefaultQuality.BB, Seniority.SUBORDINATED, 8),
            exposure("two", DefaultQuality.BB, Seniority.SENIOR, -4),
            exposure("three", DefaultQuality.A, Seniority.SENIOR, -6));

    private static DefaultExposure exposure(String obligor, DefaultQuality quality, Seniority seniority, double face) {
        return new DefaultExposure(
                obligor + seniority + face, obligor, Bucket.CORPORATE, quality, seniority, face, face, 5);
    }

    @Test
    void withoutAFaultBothPathsAgree() {
        SplittableRandom random = new SplittableRandom(5);
        double[] tenors = {0.25, 0.5, 1, 2, 3, 5, 10, 15, 20, 30};
        double[] spreadTenors = {0.5, 1, 3, 5, 10};
        String[] currencies = {"USD", "EUR", "TRY"};
        for (int run = 0; run < 60; run++) {
            List<RateSensitivity> rates = new ArrayList<>();
            List<SpreadSensitivity> spreads = new ArrayList<>();
            List<DefaultExposure> defaults = new ArrayList<>();
            for (int k = 0; k < 12; k++) {
                rates.add(RateSensitivity.ofInflation(
                        Currency.getInstance(currencies[random.nextInt(3)]), "CPI", random.nextDouble(-1e5, 1e5)));
                rates.add(RateSensitivity.ofCrossCurrencyBasis(
                        Currency.getInstance(currencies[random.nextInt(3)]),
                        "b" + random.nextInt(2),
                        random.nextDouble(-1e5, 1e5)));
                rates.add(RateSensitivity.of(
                        Currency.getInstance(currencies[random.nextInt(3)]),
                        "c" + random.nextInt(2),
                        tenors[random.nextInt(10)],
                        random.nextDouble(-1e6, 1e6)));
                spreads.add(new SpreadSensitivity(
                        1 + random.nextInt(18),
                        "n" + random.nextInt(4),
                        "bond",
                        spreadTenors[random.nextInt(5)],
                        random.nextBoolean(),
                        random.nextDouble(-1e6, 1e6)));
                int obligor = random.nextInt(4);
                defaults.add(exposure(
                        "o" + obligor,
                        List.of(DefaultQuality.values()).get(obligor),
                        List.of(Seniority.values()).get(random.nextInt(4)),
                        random.nextDouble(-10, 10)));
            }
            for (CorrelationScenario scenario : CorrelationScenario.values()) {
                Verified rate = VERIFIED.rateDelta(METHOD, rates, scenario);
                Verified spread = VERIFIED.spreadDelta(METHOD, spreads, scenario);
                assertThat(rate.isAgreed()).as("%s", rate).isTrue();
                assertThat(spread.isAgreed()).as("%s", spread).isTrue();
            }
            Verified charge = VERIFIED.defaultRisk(defaults, RULES);
            assertThat(charge.isAgreed()).as("%s", charge).isTrue();
        }
        for (double pd : new double[] {0, 0.0003, 0.01, 0.2, 0.9}) {
            Verified capital = VERIFIED.corporateCapital(IRB, pd, 0.4, 4);
            assertThat(capital.isAgreed()).as("%s", capital).isTrue();
        }
        assertThat(VERIFIED.liquidAssets(STOCK).isAgreed()).isTrue();
        assertThat(VERIFIED.liquidAssets(LcrRules.eu2015()
                                .coverage()
                                .withAssets(LiquidAsset.LEVEL_1, 30)
                                .withAssets(LiquidAsset.LEVEL_1_COVERED, 200)
                                .withAssets(LiquidAsset.LEVEL_2A, 20)
                                .withOutflow(50))
                        .isAgreed())
                .isTrue();
    }

    @Test
    void everyFaultIsCaught() {
        Map<String, Verified> faults = new LinkedHashMap<>();
        double[] cuts = LiquidityCoverage.cuts(LcrRules.basel2015(), 40, 51, 15);
        faults.put("level 2A added to 2B before the first cap", stock(106 - 66 + 15 / 85.0 * 40));
        faults.put("only the cap on level 2B", stock(106 - cuts[0]));
        faults.put("caps by level 1 instead of the stock", stock(40 + 16));
        faults.put("haircuts forgotten", stock(130));
        double capital = IRB.riskWeight(IrbClass.CORPORATE, 0.01, 0.45, 2.5).line("K");
        double slope = 0.1374861309;
        faults.put("no maturity adjustment", irb(capital * (1 - 1.5 * slope)));
        faults.put(
                "maturity of one year",
                irb(IRB.riskWeight(IrbClass.CORPORATE, 0.01, 0.45, 1).line("K")));
        faults.put("expected loss not deducted", irb(capital + 0.0045));
        faults.put(
                "retail correlation",
                irb(IRB.riskWeight(IrbClass.RETAIL_OTHER, 0.01, 0.45, 2.5).line("K")));
        faults.put(
                "large financial's correlation",
                irb(IRB.riskWeight(IrbClass.LARGE_FINANCIAL, 0.01, 0.45, 2.5).line("K")));
        faults.put(
                "medium for high correlations",
                VERIFIED.rateDelta(
                        METHOD,
                        RATES,
                        CorrelationScenario.HIGH,
                        METHOD.rateDelta(RATES, CorrelationScenario.MEDIUM).value()));
        faults.put(
                "one currency forgotten",
                VERIFIED.rateDelta(
                        METHOD,
                        RATES,
                        CorrelationScenario.MEDIUM,
                        METHOD.rateDelta(RATES.subList(0, 3), CorrelationScenario.MEDIUM)
                                .value()));
        faults.put(
                "weights not divided by the root of 2",
                VERIFIED.rateDelta(
                        METHOD,
                        RATES,
                        CorrelationScenario.MEDIUM,
                        Math.sqrt(2)
                                * METHOD.rateDelta(RATES, CorrelationScenario.MEDIUM)
                                        .value()));
        double euro = METHOD.rateDelta(RATES.subList(3, 4), CorrelationScenario.MEDIUM)
                .value();
        double dollar = METHOD.rateDelta(RATES.subList(0, 3), CorrelationScenario.MEDIUM)
                .value();
        faults.put(
                "currencies simply added",
                VERIFIED.rateDelta(METHOD, RATES, CorrelationScenario.MEDIUM, euro + dollar));
        double spread = METHOD.spreadDelta(SPREADS, CorrelationScenario.MEDIUM).value();
        faults.put(
                "the other sector hedged",
                VERIFIED.spreadDelta(
                        METHOD,
                        SPREADS,
                        CorrelationScenario.MEDIUM,
                        METHOD.spreadDelta(SPREADS.subList(0, 3), CorrelationScenario.MEDIUM)
                                .value()));
        faults.put(
                "the Union's buckets",
                VERIFIED.spreadDelta(
                        METHOD,
                        SPREADS,
                        CorrelationScenario.MEDIUM,
                        SensitivitiesBasedMethod.of(FrtbRules.eu2025(), USD)
                                .spreadDelta(SPREADS, CorrelationScenario.MEDIUM)
                                .value()));
        faults.put(
                "the square of the capital",
                VERIFIED.spreadDelta(METHOD, SPREADS, CorrelationScenario.MEDIUM, spread * spread));
        double charge = DefaultRiskCharge.of(DEFAULTS, RULES).value();
        faults.put("no hedge benefit", defaults(charge + 0.03 * 4.5 * 0.5));
        List<DefaultExposure> flat = new ArrayList<>();
        for (DefaultExposure e : DEFAULTS) {
            flat.add(new DefaultExposure(
                    e.name(),
                    e.obligor(),
                    e.bucket(),
                    e.quality(),
                    Seniority.SENIOR,
                    e.face(),
                    e.value(),
                    e.maturityYears()));
        }
        faults.put("ranks ignored", defaults(DefaultRiskCharge.of(flat, RULES).value()));
        faults.put(
                "shorts forgotten",
                defaults(DefaultRiskCharge.of(
                                DEFAULTS.stream().filter(e -> e.face() > 0).toList(), RULES)
                        .value()));

        BankingBook book = BankingBook.empty().with(USD, CURVE, FLOWS);
        IrrbbShocks shocks = IrrbbShocks.basel2024();
        for (IrrbbScenario scenario : IrrbbScenario.values()) {
            Verified right = VERIFIED.economicValueChange(book, USD, shocks, scenario);
            assertThat(right.isAgreed()).as("%s", right).isTrue();
        }
        faults.put(
                "sizes of 2016",
                VERIFIED.economicValueChange(
                        book,
                        USD,
                        shocks,
                        IrrbbScenario.STEEPENER,
                        book.economicValueChange(
                                USD, IrrbbShocks.basel2016(), IrrbbScenario.STEEPENER, PostShockFloor.none())));
        faults.put(
                "flattener for steepener",
                VERIFIED.economicValueChange(
                        book,
                        USD,
                        shocks,
                        IrrbbScenario.STEEPENER,
                        book.economicValueChange(USD, shocks, IrrbbScenario.FLATTENER, PostShockFloor.none())));
        faults.put(
                "duration for revaluation",
                VERIFIED.economicValueChange(
                        book,
                        USD,
                        shocks,
                        IrrbbScenario.PARALLEL_UP,
                        -0.02
                                * FLOWS.stream()
                                        .mapToDouble(f -> f.years() * f.amount() * CURVE.discountFactor(f.years()))
                                        .sum()));

        assertThat(faults).hasSizeGreaterThanOrEqualTo(8);
        assertThat(faults)
                .allSatisfy((fault, verified) -> assertThat(verified.isAgreed())
                        .as("%s: %s", fault, verified)
                        .isFalse());
    }

    private static Verified stock(double wrong) {
        return VERIFIED.liquidAssets(STOCK, wrong);
    }

    private static Verified irb(double wrong) {
        return VERIFIED.corporateCapital(IRB, 0.01, 0.45, 2.5, wrong);
    }

    private static Verified defaults(double wrong) {
        return VERIFIED.defaultRisk(DEFAULTS, RULES, wrong);
    }
}
