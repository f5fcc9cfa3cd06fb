package io.bondtrader.risk.regulatory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.risk.credit.Rating;
import io.bondtrader.risk.regulatory.DefaultExposure.Bucket;
import io.bondtrader.risk.regulatory.DefaultExposure.Seniority;
import io.bondtrader.risk.regulatory.FrtbRules.DefaultQuality;
import io.bondtrader.risk.regulatory.LcrRules.LiquidAsset;
import io.bondtrader.risk.regulatory.LcrRules.Outflow;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Java of docs/capital.md. */
final class CapitalPageSampleTest {

    private static final LocalDate day = LocalDate.of(2026, 6, 30);

    @Test
    void rules() {
        CreditRiskWeights weights = CreditRiskWeights.published().inForce(RuleSource.EU, day);
        RegulatoryFigure assets = weights.riskWeightedAssets(List.of(
                CreditExposure.rated("Bund", ExposureClass.SOVEREIGN, 1_000_000, Rating.AAA),
                CreditExposure.rated("steel", ExposureClass.CORPORATE, 200_000, Rating.BBB),
                CreditExposure.gradedBank("bank", 100_000, BankGrade.A, false)));
        double total = assets.value();
        String asJson = assets.toJson().text();

        assertThat(total).isCloseTo(190_000, within(1e-9));
        assertThat(asJson).contains("2024/1623");
    }

    @Test
    void irb() {
        IrbRules irb = IrbRules.published().inForce(RuleSource.BASEL, day);
        RegulatoryFigure weight = irb.riskWeight(IrbClass.CORPORATE, 0.01, 0.40, 2.5);
        double capital = weight.line("K");

        assertThat(weight.value()).isCloseTo(12.5 * capital, within(1e-15));
    }

    @Test
    void marketRisk() {
        Currency usd = Currency.getInstance("USD");
        FrtbRules rules = FrtbRules.published().inForce(RuleSource.BASEL, day);
        SensitivitiesBasedMethod method = SensitivitiesBasedMethod.of(rules, usd);
        List<RateSensitivity> rates = List.of(
                RateSensitivity.ofBasisPoint(usd, "SOFR", 2, -20_000),
                RateSensitivity.ofBasisPoint(usd, "SOFR", 10, -80_000));
        List<SpreadSensitivity> spreads = List.of(SpreadSensitivity.ofBasisPoint(3, "a bank", 5, -3_000));
        RegulatoryFigure capital = method.capital(rates, spreads, List.of(), List.of());
        RegulatoryFigure defaults = DefaultRiskCharge.of(
                List.of(new DefaultExposure(
                        "bond", "a bank", Bucket.CORPORATE, DefaultQuality.BBB, Seniority.SENIOR, 10e6, 9.8e6, 5)),
                rules);

        assertThat(capital.value()).isEqualTo(capital.line("all classes, HIGH"));
        assertThat(defaults.value()).isCloseTo(0.06 * 7.3e6, within(1e-6));
    }

    @Test
    void liquidity() {
        RegulatoryFigure lcr = LcrRules.published()
                .inForce(RuleSource.BASEL, day)
                .coverage()
                .withAssets(LiquidAsset.LEVEL_1, 100)
                .withAssets(LiquidAsset.LEVEL_2A, 60)
                .withAssets(LiquidAsset.LEVEL_2B_CORPORATE, 40)
                .withFunding(Outflow.LESS_STABLE_RETAIL, 1_500)
                .withFunding(Outflow.OTHER_WHOLESALE, 100)
                .withInflow(120)
                .ratio();

        assertThat(lcr.value()).isCloseTo(1.2821, within(5e-5));
    }

    @Test
    void bankingBook() {
        Currency eur = Currency.getInstance("EUR");
        DiscountCurve curve = NodeCurve.ofZeroRates(
                "EUR",
                day,
                List.of(day.plusYears(1), day.plusYears(30)),
                new double[] {0.02, 0.03},
                Interpolators.LINEAR);
        IrrbbShocks shocks = IrrbbShocks.published().inForce(RuleSource.EU, day);
        List<CurveScenario> six = shocks.scenarios(eur);
        BankingBook book = BankingBook.empty()
                .with(eur, curve, List.of(new RepricingFlow(10, 1_000), new RepricingFlow(0.5, -900)));
        RegulatoryFigure risk = book.economicValueRisk(shocks, PostShockFloor.eu2024(), 0.5, 800);
        double shareOfTier1 = risk.line("share of tier 1");

        assertThat(six).hasSize(6);
        assertThat(shareOfTier1).isBetween(0.05, 0.3);
    }

    @Test
    void ratios() {
        CapitalRules rules = CapitalRules.published().inForce(RuleSource.BASEL, day);
        CapitalPosition bank = new CapitalPosition(day, 60, 10, 10, 500, 1_000, 2_000, 0.01, 0.0);
        double afterFloor = bank.riskWeightedAssets(rules).value();
        RegulatoryFigure cet1 = bank.commonEquityRatio(rules);
        double headroom = cet1.line("left above minimum and buffers");

        assertThat(afterFloor).isEqualTo(650);
        assertThat(headroom).isPositive();
    }

    @Test
    void ownRules() {
        IrrbbShocks own = IrrbbShocks.parse(
                new RuleSource("HOUSE", LocalDate.of(2026, 1, 1), "risk committee, minutes of 12 December"),
                "USD 250 350 200\nNOK 200 300 150");
        RuleBook<IrrbbShocks> rules = IrrbbShocks.published().with(own);

        assertThat(rules.inForce("HOUSE", day)).isEqualTo(own);
    }

    @Test
    void files() {
        String json = RuleFile.write(CapitalRules.basel2023());
        CapitalRules amended = RuleFile.read(json.replace("0.03", "0.0325"), CapitalRules.class);

        assertThat(amended.leverage()).isEqualTo(0.0325);
    }
}
