package io.bondtrader.compliance.report.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.testdata.HandbookPage;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The handbook's page on transaction reports lists the fields and rules that the code has. */
final class TransactionReportsPageTest {

    private static final String PAGE = HandbookPage.read("transaction-reports.md");

    static Stream<TransactionRule> rules() {
        return TransactionRules.european(SampleReports.VENUES, new Registers())
                .on(LocalDate.of(2026, 11, 20))
                .content()
                .rules()
                .stream();
    }

    static String row(TransactionRule rule) {
        return "| `%s` | %d | %s | %s | %s |"
                .formatted(
                        rule.id(),
                        rule.field().number(),
                        rule.severity() == Severity.ERROR ? "error" : "warning",
                        rule.text(),
                        rule.citation().toString().replace("Delegated Regulation (EU) 2017/590", "RTS 22"));
    }

    static String row(ReportField field) {
        return "| %d | %s | %s |"
                .formatted(
                        field.number(),
                        field.title(),
                        field.notForBonds()
                                .map(reason -> "not for bonds: " + reason)
                                .orElse("supported"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHasItsRow(TransactionRule rule) {
        assertThat(PAGE).contains(row(rule));
    }

    @ParameterizedTest
    @EnumSource(ReportField.class)
    void everyFieldHasItsRow(ReportField field) {
        assertThat(PAGE).contains(row(field));
    }

    @Test
    void thereIsNoRowWithoutARule() {
        assertThat(PAGE.lines().filter(line -> line.startsWith("| `TR-"))).hasSize((int) rules().count());
    }
}
