package io.bondtrader.compliance.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.retention.RecordClass;
import io.bondtrader.compliance.retention.RetentionSchedule;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The register of uses, agreements with processors, and the beginning of an assessment. */
final class ProcessingRegisterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static ProcessingActivity use(String name, List<String> special, boolean large, boolean evaluates) {
        return new ProcessingActivity(
                name,
                "Example Bank, privacy@example.com",
                List.of("surveillance of trading"),
                "Article 6(1)(c)",
                List.of("traders", "clients"),
                List.of("names", "orders"),
                special,
                List.of("competent authority"),
                List.of("United States: adequacy decision"),
                Set.of(RecordClass.SUSPICION, RecordClass.ORDER),
                List.of("encryption by person"),
                large,
                evaluates,
                false);
    }

    private static ProcessingAgreement agreement(Set<ProcessingAgreement.Clause> clauses) {
        return new ProcessingAgreement(
                "Cloud Ltd",
                List.of("surveillance"),
                LocalDate.of(2024, 1, 1),
                LocalDate.of(2026, 1, 1),
                List.of("Storage GmbH"),
                clauses);
    }

    private static ProcessingRegister register(ProcessingActivity use, ProcessingAgreement... agreements) {
        return ProcessingRegister.of(List.of(use), List.of(agreements), RetentionSchedule.standard());
    }

    @Test
    void theRegisterNamesTheTimeLimitsOfTheLaw() {
        String json = register(use("surveillance", List.of(), false, false))
                .toJson(DAY)
                .text();

        assertThat(json)
                .contains("SUSPICION: P5Y from RECORD, Delegated Regulation (EU) 2016/957, Article 3(7)")
                .contains("\"legalBasis\":\"Article 6(1)(c)\"");
    }

    @Test
    void whatAnAgreementLacksIsFound() {
        Set<ProcessingAgreement.Clause> allButAudit = EnumSet.allOf(ProcessingAgreement.Clause.class);
        allButAudit.remove(ProcessingAgreement.Clause.AUDIT);
        ProcessingRegister register = register(use("surveillance", List.of(), false, false), agreement(allButAudit));

        assertThat(register.findings(LocalDate.of(2026, 1, 1)))
                .containsExactly("the agreement with Cloud Ltd lacks the clause AUDIT of Article 28(3)");
        assertThat(register.findings(LocalDate.of(2026, 1, 2))).hasSize(2);
        assertThat(agreement(Set.of()).missing()).hasSize(8);
    }

    @Test
    void anAssessmentKnowsWhenItIsMandatory() {
        assertThat(register(use("surveillance", List.of("convictions"), true, true))
                        .assess("surveillance", DAY)
                        .required())
                .hasSize(2);
        assertThat(register(use("surveillance", List.of("convictions"), false, false))
                        .assess("surveillance", DAY)
                        .required())
                .isEmpty();
        ImpactAssessment assessment =
                register(use("surveillance", List.of(), false, false)).assess("surveillance", DAY);
        assertThat(assessment.necessity()).contains("legal basis: Article 6(1)(c)");
        assertThat(assessment.questions()).isNotEmpty();
        assertThat(assessment.toJson().text()).contains("purpose: surveillance of trading");
    }

    @Test
    void nonsenseIsRefused() {
        ProcessingActivity use = use("surveillance", List.of(), false, false);
        assertThatThrownBy(() -> ProcessingRegister.of(List.of(use, use), List.of(), RetentionSchedule.standard()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> register(use("other", List.of(), false, false), agreement(Set.of())))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> use(" ", List.of(), false, false)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> register(use).assess("nothing", DAY)).isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> new ProcessingAgreement("Cloud", List.of("x"), DAY, DAY, List.of(), Set.of()))
                .isInstanceOf(InvalidInput.class);
    }
}
