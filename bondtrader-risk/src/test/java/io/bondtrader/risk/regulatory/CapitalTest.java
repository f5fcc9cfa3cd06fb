package io.bondtrader.risk.regulatory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.risk.credit.Rating;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CapitalTest {

    private static final IrbRules BASEL_2 = IrbRules.basel2007();
    private static final CreditRiskWeights WEIGHTS = CreditRiskWeights.basel2023();
    private static final CapitalRules CAPITAL = CapitalRules.basel2023();

    /** Basel II, annex 5: corporate, LGD 45 %, M 2.5; printed there with two digits. */
    @ParameterizedTest
    @CsvSource({
        "0.03,14.4436",
        "0.05,19.6512",
        "0.1,29.654",
        "0.25,49.4716",
        "0.5,69.6117",
        "1,92.3168",
        "2,114.8542",
        "5,149.8544",
        "10,193.0869",
        "20,238.2316"
    })
    void irbWeightsOfCompaniesAreThoseOfAnnex5(double pdPct, double weightPct) {
        RegulatoryFigure weight = BASEL_2.riskWeight(IrbClass.CORPORATE, pdPct / 100, 0.45, 2.5);

        assertThat(weight.value() * 100).isCloseTo(weightPct, within(6e-5));
    }

    /** PD 1 %: R, b and K; with LGD 40 % the weight is 40/45 of that with 45 %. */
    @Test
    void irbPartsAreThePublishedOnes() {
        RegulatoryFigure weight = IrbRules.basel2023().riskWeight(IrbClass.CORPORATE, 0.01, 0.45, 2.5);

        assertThat(weight.line("R")).isCloseTo(0.1927836792, within(5e-11));
        assertThat(weight.line("b")).isCloseTo(0.1374861309, within(5e-11));
        assertThat(weight.line("K")).isCloseTo(0.0738534411, within(5e-11));
        assertThat(IrbRules.basel2023()
                        .riskWeight(IrbClass.CORPORATE, 0.01, 0.40, 2.5)
                        .value())
                .isCloseTo(0.8206, within(5e-5))
                .isCloseTo(weight.value() * 40 / 45, within(1e-15));
    }

    /** Basel II, annex 5, PD 1 %, LGD 45 %: mortgages 56.40 %, other retail 45.77 %, revolving 17.22 %. */
    @Test
    void retailWeightsDependOnNoMaturity() {
        for (IrbClass type : List.of(IrbClass.RETAIL_MORTGAGE, IrbClass.RETAIL_REVOLVING, IrbClass.RETAIL_OTHER)) {
            assertThat(BASEL_2.riskWeight(type, 0.01, 0.45, 1).value())
                    .isEqualTo(BASEL_2.riskWeight(type, 0.01, 0.45, 5).value());
        }
        assertThat(BASEL_2.riskWeight(IrbClass.RETAIL_MORTGAGE, 0.01, 0.45, 1).value())
                .isCloseTo(0.5640, within(5e-5));
        assertThat(BASEL_2.riskWeight(IrbClass.RETAIL_OTHER, 0.01, 0.45, 1).value())
                .isCloseTo(0.4577, within(5e-5));
        assertThat(BASEL_2.riskWeight(IrbClass.RETAIL_REVOLVING, 0.01, 0.45, 1).value())
                .isCloseTo(0.1722, within(5e-5));
    }

    /** CRE31.8: the correlation falls by 4 points at sales of 5 million euros, by none at 50. */
    @Test
    void smallCompaniesHaveALowerCorrelation() {
        assertThat(BASEL_2.smallCorporateRiskWeight(0.01, 0.45, 2.5, 5).line("R"))
                .isCloseTo(0.1927836792 - 0.04, within(1e-10));
        assertThat(BASEL_2.smallCorporateRiskWeight(0.01, 0.45, 2.5, 27.5).line("R"))
                .isCloseTo(0.1927836792 - 0.02, within(1e-10));
        assertThat(BASEL_2.smallCorporateRiskWeight(0.01, 0.45, 2.5, 1).value())
                .isEqualTo(BASEL_2.smallCorporateRiskWeight(0.01, 0.45, 2.5, 5).value());
        assertThat(BASEL_2.smallCorporateRiskWeight(0.01, 0.45, 2.5, 80).value())
                .isEqualTo(
                        BASEL_2.riskWeight(IrbClass.CORPORATE, 0.01, 0.45, 2.5).value());
        assertThat(BASEL_2.riskWeight(IrbClass.LARGE_FINANCIAL, 0.01, 0.45, 2.5).line("R"))
                .isCloseTo(1.25 * 0.1927836792, within(1e-10));
    }

    @Test
    void floorsDependOnTheDay() {
        RuleBook<IrbRules> rules = IrbRules.published();
        IrbRules before = rules.inForce(RuleSource.BASEL, LocalDate.of(2022, 12, 31));
        IrbRules after = rules.inForce(RuleSource.BASEL, LocalDate.of(2023, 1, 1));

        assertThat(before.riskWeight(IrbClass.CORPORATE, 0, 0.45, 2.5).line("PD after floor"))
                .isEqualTo(0.0003);
        assertThat(after.riskWeight(IrbClass.CORPORATE, 0, 0.45, 2.5).line("PD after floor"))
                .isEqualTo(0.0005);
        assertThat(after.riskWeight(IrbClass.CORPORATE, 1, 0.45, 2.5).value()).isZero();
    }

    /** CRE20, tables 1 to 10. */
    @ParameterizedTest
    @CsvSource({
        "SOVEREIGN,AA-,0",
        "SOVEREIGN,A+,0.2",
        "SOVEREIGN,BBB,0.5",
        "SOVEREIGN,B-,1",
        "SOVEREIGN,CCC,1.5",
        "CORPORATE,AAA,0.2",
        "CORPORATE,A,0.5",
        "CORPORATE,BBB-,0.75",
        "CORPORATE,BB-,1",
        "CORPORATE,B+,1.5",
        "BANK,AA,0.2",
        "BANK,A,0.3",
        "BANK,BBB,0.5",
        "BANK,BB,1",
        "BANK,CCC-,1.5",
        "SHORT_TERM_BANK,BBB,0.2",
        "SHORT_TERM_BANK,BB,0.5",
        "SHORT_TERM_BANK,C,1.5",
        "COVERED_BOND,AA,0.1",
        "COVERED_BOND,BBB,0.2",
        "COVERED_BOND,B,0.5",
        "COVERED_BOND,CC,1",
        "DEVELOPMENT_BANK,A,0.3",
        "LISTED_DEVELOPMENT_BANK,A,0",
        "CORPORATE,D,1.5"
    })
    void ratedExposuresAreWeightedByTheTables(ExposureClass type, String rating, double weight) {
        assertThat(WEIGHTS.weight(type, Rating.parse(rating))).isEqualTo(weight);
    }

    @Test
    void unratedExposuresAreWeightedByGradeOrIssuer() {
        assertThat(WEIGHTS.weight(BankGrade.A, false)).isEqualTo(0.40);
        assertThat(WEIGHTS.weight(BankGrade.STRONG_A, false)).isEqualTo(0.30);
        assertThat(WEIGHTS.weight(BankGrade.B, true)).isEqualTo(0.50);
        assertThat(WEIGHTS.coveredBondWeight(0.75)).isEqualTo(0.35);
        assertThat(WEIGHTS.weight(ExposureClass.SMALL_CORPORATE, null)).isEqualTo(0.85);
        assertThat(WEIGHTS.weight(ExposureClass.UNRATED_INVESTMENT_GRADE, null)).isEqualTo(0.65);
        assertThatThrownBy(() -> WEIGHTS.weight(ExposureClass.BANK, null)).isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> WEIGHTS.coveredBondWeight(0.33)).isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> CreditRiskWeights.eu2014().weight(BankGrade.A, false))
                .isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> WEIGHTS.weight(ExposureClass.RETAIL, Rating.A)).isInstanceOf(MissingData.class);
    }

    /** CRR before and after 2025: a company of credit quality step 3. */
    @Test
    void theUnionsWeightsChangedIn2025() {
        RuleBook<CreditRiskWeights> rules = CreditRiskWeights.published();

        assertThat(rules.inForce(RuleSource.EU, LocalDate.of(2024, 12, 31)).weight(ExposureClass.CORPORATE, Rating.BBB))
                .isEqualTo(1.0);
        assertThat(rules.inForce(RuleSource.EU, LocalDate.of(2025, 1, 1)).weight(ExposureClass.CORPORATE, Rating.BBB))
                .isEqualTo(0.75);
    }

    @Test
    void riskWeightedAssetsListWhatTheyAreMadeOf() {
        RegulatoryFigure assets = WEIGHTS.riskWeightedAssets(List.of(
                CreditExposure.rated("Bund", ExposureClass.SOVEREIGN, 1_000, Rating.AAA),
                CreditExposure.rated("steel", ExposureClass.CORPORATE, 200, Rating.BBB),
                CreditExposure.unrated("shop", ExposureClass.RETAIL, 100),
                CreditExposure.gradedBank("bank", 100, BankGrade.A, false),
                CreditExposure.unratedCoveredBond("covered", 100, 0.40)));

        assertThat(assets.value()).isCloseTo(150 + 75 + 40 + 20, within(1e-12));
        assertThat(assets.line("steel weight")).isEqualTo(0.75);
        assertThat(assets.toJson().text()).contains("\"citation\"", "\"steel weighted\"");
        assertThat(assets.toString()).contains("steel weighted: 150 currency", "CRE20");
        assertThatThrownBy(() -> assets.line("gold")).isInstanceOf(MissingData.class);
    }

    @Test
    void ratiosAreByAssetsAfterTheOutputFloor() {
        CapitalPosition bank =
                new CapitalPosition(LocalDate.of(2028, 6, 30), 60, 10, 10, 500, 1_000, 2_000, 0.01, 0.01);

        assertThat(bank.riskWeightedAssets(CAPITAL).value()).isEqualTo(725);
        assertThat(bank.commonEquityRatio(CAPITAL).value()).isCloseTo(60 / 725.0, within(1e-15));
        assertThat(bank.tier1Ratio(CAPITAL).value()).isCloseTo(70 / 725.0, within(1e-15));
        assertThat(bank.totalRatio(CAPITAL).line("left above minimum")).isCloseTo(80 / 725.0 - 0.08, within(1e-15));
        assertThat(bank.leverageRatio(CAPITAL).value()).isEqualTo(0.035);
        assertThat(bank.leverageRatio(CAPITAL).line("minimum")).isCloseTo(0.035, within(1e-15));
        assertThat(CAPITAL.outputFloor(LocalDate.of(2022, 12, 31))).isZero();
        assertThat(CAPITAL.outputFloor(LocalDate.of(2026, 1, 1))).isEqualTo(0.65);
        assertThat(CapitalRules.eu2025().outputFloor(LocalDate.of(2026, 1, 1))).isEqualTo(0.55);
    }

    /** RBC30.3: common equity that covers tier 1 and total minima is not there for buffers. RBC30.4: quarters. */
    @Test
    void buffersAreMetByCommonEquityThatNothingElseUses() {
        CapitalPosition bank = new CapitalPosition(LocalDate.of(2022, 6, 30), 10, 0, 0, 100, 100, 200, 0, 0);
        CapitalPosition thin = new CapitalPosition(LocalDate.of(2022, 6, 30), 6.4, 1.5, 2, 100, 100, 200, 0, 0);

        RegulatoryFigure ratio = bank.commonEquityRatio(CAPITAL);
        assertThat(ratio.line("used by higher minima")).isCloseTo(0.035, within(1e-15));
        assertThat(ratio.line("left above minimum and buffers")).isCloseTo(0.10 - 0.08 - 0.025, within(1e-15));
        assertThat(ratio.line("share of buffers met")).isCloseTo(0.8, within(1e-12));
        assertThat(bank.distributableShare(CAPITAL)).isEqualTo(0.6);
        assertThat(thin.commonEquityRatio(CAPITAL).line("share of buffers met")).isCloseTo(0.76, within(1e-12));
        assertThat(new CapitalPosition(LocalDate.of(2022, 6, 30), 11, 0, 0, 100, 100, 200, 0, 0)
                        .distributableShare(CAPITAL))
                .isEqualTo(1.0);
        assertThat(new CapitalPosition(LocalDate.of(2022, 6, 30), 8.1, 0, 0, 100, 100, 200, 0, 0)
                        .distributableShare(CAPITAL))
                .isEqualTo(0.0);
    }

    /** NSF99: capital 100, retail 95 and 90 %, and so on. */
    @Test
    void stableFundingIsWeightedOnBothSides() {
        RegulatoryFigure ratio = NsfrRules.basel2018()
                .ratio(
                        Map.of(
                                NsfrRules.Funding.CAPITAL_AND_LONG_TERM, 100.0,
                                NsfrRules.Funding.STABLE_RETAIL, 200.0,
                                NsfrRules.Funding.OTHER, 500.0),
                        Map.of(NsfrRules.Asset.LEVEL_1, 400.0, NsfrRules.Asset.OTHER_LOANS, 200.0));

        assertThat(ratio.value()).isCloseTo((100 + 190) / (20 + 170.0), within(1e-15));
        assertThat(ratio.line("required OTHER_LOANS")).isEqualTo(170);
    }

    @Test
    void badCapitalInputsAreRefused() {
        refused(() -> BASEL_2.riskWeight(IrbClass.CORPORATE, -0.1, 0.45, 2.5));
        refused(() -> BASEL_2.riskWeight(IrbClass.CORPORATE, Double.NaN, 0.45, 2.5));
        refused(() -> BASEL_2.riskWeight(IrbClass.CORPORATE, 0.1, 1.45, 2.5));
        refused(() -> BASEL_2.riskWeight(IrbClass.CORPORATE, 0.1, 0.45, 6));
        refused(() -> BASEL_2.smallCorporateRiskWeight(0.1, 0.45, 2.5, -1));
        refused(() -> new IrbRules(BASEL_2.source(), Map.of(), 1));
        refused(() -> CreditExposure.unrated(" ", ExposureClass.RETAIL, 1));
        refused(() -> CreditExposure.unrated("x", ExposureClass.RETAIL, Double.NaN));
        refused(() -> CreditExposure.unratedCoveredBond("x", 1, Double.NaN));
        refused(() -> new CapitalPosition(LocalDate.EPOCH, Double.NaN, 0, 0, 1, 1, 1, 0, 0));
        refused(() -> new CapitalPosition(LocalDate.EPOCH, 1, 0, 0, 0, 1, 1, 0, 0));
        refused(() -> new CapitalPosition(LocalDate.EPOCH, 1, 0, 0, 1, 1, 1, 2, 0));
        refused(() -> new CapitalRules(CAPITAL.source(), 0.08, 0.06, 0.08, 0, 0, 0, Map.of()));
        refused(() -> NsfrRules.basel2018().ratio(Map.of(), Map.of()));
        refused(() -> NsfrRules.basel2018().ratio(Map.of(NsfrRules.Funding.OTHER, -1.0), Map.of()));
        refused(() -> new NsfrRules(CAPITAL.source(), Map.of(), Map.of()));
        refused(() -> new CreditRiskWeights(
                CAPITAL.source(), Map.of(ExposureClass.BANK, List.of(1.0)), Map.of(), Map.of(), Map.of(), Map.of(), 1));
        refused(() -> new RegulatoryFigure("x", Double.NaN, "y", CAPITAL.source(), List.of()));
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(InvalidInput.class);
    }
}
