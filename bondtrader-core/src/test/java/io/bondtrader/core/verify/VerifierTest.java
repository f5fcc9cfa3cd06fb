package io.bondtrader.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.RecordingLogger;
import io.bondtrader.core.alert.Alert;
import io.bondtrader.core.audit.InMemoryAuditSink;
import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.observe.InMemoryMetrics;
import io.bondtrader.core.observe.Tag;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {

    private static final DualPath PRICE = new DualPath(Measure.CLEAN_PRICE, "closed annuity", "flow by flow");
    private static final CalculationInputs INPUTS = CalculationInputs.argumentOnly();
    private static final double YIELD = 0.0425;

    private final InMemoryMetrics metrics = new InMemoryMetrics();
    private final List<Alert> alerts = new CopyOnWriteArrayList<>();
    private final List<CalculationRecord> heard = new CopyOnWriteArrayList<>();

    private Verifier verifier(VerificationPolicy policy) {
        return Verifier.builder()
                .policy(policy)
                .metrics(metrics)
                .alerts(alerts::add)
                .listener(heard::add)
                .build();
    }

    @Test
    void aPriceThatBothPathsConfirmIsThePrimaryPrice() {
        Verified price = Verifier.strict().verify(PRICE, INPUTS, YIELD, 98.5, 98.5 + 1e-11, 0);

        assertThat(price.verdict()).isEqualTo(Verdict.AGREED);
        assertThat(price.value()).isEqualTo(98.5);
        assertThat(price.orElseThrow()).isEqualTo(98.5);
        assertThat(price.difference()).hasValue(98.5 + 1e-11 - 98.5);
        assertThat(Verifier.strict().settle(PRICE, INPUTS, YIELD, 98.5, 98.5 + 1e-11, 0))
                .isEqualTo(98.5);
    }

    @Test
    void aFlaggingVerifierReturnsBothNumbersOfADiscrepancyAndTellsEverybody() {
        Verified price = verifier(VerificationPolicy.flag()).verify(PRICE, INPUTS, YIELD, 98.5, 98.6, 0);

        assertThat(price.verdict()).isEqualTo(Verdict.DISCREPANT);
        assertThat(price.value()).isEqualTo(98.5);
        assertThat(price.paths())
                .containsExactly(
                        new PathOutcome.Value("closed annuity", 98.5), new PathOutcome.Value("flow by flow", 98.6));
        assertThatThrownBy(price::orElseThrow).isInstanceOf(DiscrepancyFound.class);
        assertThat(heard).singleElement().satisfies(record -> {
            assertThat(record.verified()).isSameAs(price);
            assertThat(record.inputs().text()).isEqualTo("{\"argument\":0.0425}");
        });
        assertThat(alerts).singleElement().satisfies(alert -> {
            assertThat(alert.deduplicationKey()).isEqualTo("verify/clean price/closed annuity/flow by flow");
            assertThat(alert.context()).containsEntry("closed annuity", "98.5").containsEntry("flow by flow", "98.6");
        });
        Tag[] tags = {new Tag("measure", "clean price"), new Tag("verdict", "DISCREPANT")};
        assertThat(metrics.count("bondtrader.verify.unconfirmed", tags)).isEqualTo(1);
        assertThat(metrics.total("bondtrader.verify.checked")).isEqualTo(1);
    }

    @Test
    void aStrictVerifierRefusesADiscrepancyWithBothNumbers() {
        Verifier strict = verifier(VerificationPolicy.strict());

        assertThatThrownBy(() -> strict.settle(PRICE, INPUTS, YIELD, 98.5, 98.6, 0))
                .isInstanceOfSatisfying(DiscrepancyFound.class, found -> {
                    assertThat(found.primary()).isEqualTo(98.5);
                    assertThat(found.secondary()).isEqualTo(98.6);
                })
                .hasMessageContaining("closed annuity 98.5, flow by flow 98.6");
        assertThat(heard).hasSize(1);
    }

    @Test
    void aFailedSecondPathIsNotAgreement() {
        NotConverged failure = new NotConverged("yield", 50, 0.1, 1.0);
        Verified price = verifier(VerificationPolicy.flag()).verify(PRICE, INPUTS, YIELD, 98.5, failure, 0);

        assertThat(price.verdict()).isEqualTo(Verdict.PATH_FAILED);
        assertThat(price.value()).isEqualTo(98.5);
        assertThat(price.difference()).isEmpty();
        assertThat(price.toString())
                .isEqualTo(
                        "clean price 98.500000 ✗ PATH FAILED (closed annuity 98.5, flow by flow failed with BT-3001)");
        assertThatThrownBy(price::orElseThrow)
                .isInstanceOf(DiscrepancyFound.class)
                .hasCause(failure);
        assertThat(verifier(VerificationPolicy.flag()).settle(PRICE, INPUTS, YIELD, 98.5, failure, 0))
                .isEqualTo(98.5);
        assertThatThrownBy(() -> Verifier.strict().settle(PRICE, INPUTS, YIELD, 98.5, failure, 0))
                .isInstanceOf(DiscrepancyFound.class);
        assertThat(heard).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aNumberThatIsNotFiniteIsAPathThatFailed(double none) {
        Verifier flagging = verifier(VerificationPolicy.flag());

        assertThat(flagging.verify(PRICE, INPUTS, YIELD, 98.5, none, 0).verdict())
                .isEqualTo(Verdict.PATH_FAILED);
        assertThat(flagging.settle(PRICE, INPUTS, YIELD, 98.5, none, 0)).isEqualTo(98.5);
        Verified noAnswer = flagging.verify(PRICE, INPUTS, YIELD, none, 98.5, 0);
        assertThat(noAnswer.verdict()).isEqualTo(Verdict.PATH_FAILED);
        assertThatThrownBy(noAnswer::value).isInstanceOf(NotConverged.class);
        assertThatThrownBy(noAnswer::orElseThrow).isInstanceOf(NotConverged.class);
        assertThatThrownBy(() -> flagging.settle(PRICE, INPUTS, YIELD, none, none, 0))
                .isInstanceOf(NotConverged.class);
        assertThat(flagging.unchecked(PRICE, none, 0).verdict()).isEqualTo(Verdict.PATH_FAILED);
    }

    @Test
    void aPrimaryPathThatDoesNotConvergeLeavesTheOtherNumberAsEvidence() {
        CalculationPath newton = new CalculationPath("Newton", () -> {
            throw new NotConverged("yield", 50, 0.1, 1.0);
        });
        Verified yield = verifier(VerificationPolicy.flag())
                .verify(Measure.YIELD, INPUTS, 98.5, newton, CalculationPath.computed("bracketing", 0.0425));

        assertThat(yield.verdict()).isEqualTo(Verdict.PATH_FAILED);
        assertThat(yield.paths()).hasSize(2).contains(new PathOutcome.Value("bracketing", 0.0425));
        assertThatThrownBy(yield::value).isInstanceOf(NotConverged.class);
    }

    @Test
    void aRefusedInputAndMissingDataAreNoDiscrepancy() {
        Verifier flagging = verifier(VerificationPolicy.flag());
        CalculationPath other = CalculationPath.computed("other", 1.0);

        assertThatThrownBy(() -> flagging.verify(
                        Measure.YIELD,
                        INPUTS,
                        98.5,
                        new CalculationPath("refusing", () -> {
                            throw new InvalidInput("price", -1, "positive");
                        }),
                        other))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> flagging.verify(
                        Measure.YIELD,
                        INPUTS,
                        98.5,
                        new CalculationPath("missing", () -> {
                            throw new MissingData("no index");
                        }),
                        other))
                .isInstanceOf(MissingData.class);
        assertThat(heard).isEmpty();
        assertThat(alerts).isEmpty();
    }

    @Test
    void aBugInAPathIsThrownAsItIs() {
        CalculationPath bug = new CalculationPath("bug", () -> {
            throw new IllegalStateException("bug");
        });

        assertThatThrownBy(() -> Verifier.flagging()
                        .verify(Measure.YIELD, INPUTS, 98.5, CalculationPath.computed("Newton", 0.04), bug))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aThirdPathCanContradictTwoThatAgree() {
        Verified price = verifier(VerificationPolicy.flag())
                .verify(
                        Measure.CLEAN_PRICE,
                        INPUTS,
                        YIELD,
                        CalculationPath.computed("closed annuity", 98.5),
                        CalculationPath.computed("flow by flow", 98.5),
                        CalculationPath.computed("lattice", 98.75));

        assertThat(price.verdict()).isEqualTo(Verdict.DISCREPANT);
        assertThat(price.difference()).hasValue(0.25);
        assertThat(price.paths()).hasSize(3);
    }

    @Test
    void aContradictionOutweighsAFailure() {
        CalculationPath failing = new CalculationPath("failing", () -> {
            throw new NotConverged("price", 1, 1.0, 1.0);
        });
        Verified price = verifier(VerificationPolicy.flag())
                .verify(
                        Measure.CLEAN_PRICE,
                        INPUTS,
                        YIELD,
                        CalculationPath.computed("closed annuity", 98.5),
                        failing,
                        CalculationPath.computed("lattice", 98.75));

        assertThat(price.verdict()).isEqualTo(Verdict.DISCREPANT);
        assertThat(price.difference()).hasValue(0.25);
    }

    @Test
    void whatThePolicyLeavesUncheckedRunsOnePathAndSaysSo() {
        CalculationPath mustNotRun = new CalculationPath("flow by flow", () -> {
            throw new AssertionError("ran");
        });
        Verified price = Verifier.off()
                .verify(
                        Measure.CLEAN_PRICE,
                        INPUTS,
                        YIELD,
                        CalculationPath.computed("closed annuity", 98.5),
                        mustNotRun);

        assertThat(price.verdict()).isEqualTo(Verdict.NOT_CHECKED);
        assertThat(price.orElseThrow()).isEqualTo(98.5);
        assertThat(price.paths()).hasSize(1);
        assertThat(price).hasToString("clean price 98.500000 not checked (closed annuity 98.5)");
        assertThat(Verifier.off().unchecked(PRICE, 98.5, 0).verdict()).isEqualTo(Verdict.NOT_CHECKED);
    }

    @Test
    void theEvidenceReadsInOneLine() {
        Verified yield = Verifier.flagging()
                .verify(new DualPath(Measure.YIELD, "Newton", "bracketing"), INPUTS, 98.5, 0.0425, 0.0425 + 1e-14, 4);

        assertThat(yield)
                .hasToString("yield 0.04250000 ✓ agreed (Newton 0.0425, bracketing 0.04250000000001, differ 1e-14,"
                        + " tolerance 1e-10 or 1e-10 relative, 4 iterations)");
    }

    @Test
    void aToleranceSetForAMeasureReplacesItsDefault() {
        Measure gamma = Measure.of("gamma", "per unit", Tolerance.EXACT);
        Verifier wide = Verifier.builder()
                .policy(VerificationPolicy.strict())
                .tolerance(Measure.CLEAN_PRICE, new Tolerance(0.5, 0.0))
                .tolerance(gamma, new Tolerance(0.25, 0.0))
                .build();

        assertThat(wide.settle(PRICE, INPUTS, YIELD, 98.5, 98.75, 0)).isEqualTo(98.5);
        assertThat(wide.settle(new DualPath(gamma, "analytic", "difference"), INPUTS, 1.0, 1.0, 1.25, 0))
                .isEqualTo(1.0);
        assertThatThrownBy(() -> wide.settle(
                        new DualPath(Measure.DIRTY_PRICE, "closed annuity", "flow by flow"),
                        INPUTS,
                        YIELD,
                        98.5,
                        98.75,
                        0))
                .isInstanceOf(DiscrepancyFound.class);
    }

    @Test
    void theWarningHasBothNumbersAndTheInputs() {
        RecordingLogger logger = new RecordingLogger();
        Verifier.builder()
                .alerts(alerts::add)
                .listener(DiscrepancyListener.logging(logger))
                .build()
                .settle(PRICE, INPUTS, YIELD, 98.5, 98.75, 0);

        assertThat(logger.lines())
                .containsExactly("WARN clean price 98.500000 ✗ DISCREPANT (closed annuity 98.5, flow by flow 98.75,"
                        + " differ 0.25, tolerance 1e-10 or 1e-12 relative), inputs {\"argument\":0.0425}");
    }

    @Test
    void everyCheckedCalculationIsRecordedWhereThereIsASink() {
        InMemoryAuditSink audit = new InMemoryAuditSink();
        Verifier audited = Verifier.builder().audit(audit).actor("desk 7").build();

        audited.settle(PRICE, INPUTS, YIELD, 98.5, 98.5, 0);
        audited.verify(PRICE, INPUTS, YIELD, 98.5, 98.6, 0);

        assertThat(audit.events()).hasSize(2).allSatisfy(event -> {
            assertThat(event.actor()).isEqualTo("desk 7");
            assertThat(event.occurredAt()).isNull();
        });
        assertThat(audit.events().get(0).result().text()).contains("\"verdict\":\"AGREED\"");
        assertThat(audit.events().get(1).result().text()).contains("\"verdict\":\"DISCREPANT\"");
    }
}
