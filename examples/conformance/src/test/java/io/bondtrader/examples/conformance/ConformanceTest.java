package io.bondtrader.examples.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConformanceTest {

    private static final String BILLS =
            "cusip,term,issue_date,maturity_date,days,discount_rate_percent,price_per_100\n";
    private static final String OFFICIAL_BILL = "912797QX8,26-Week,2025-12-11,2026-06-11,182,3.580,98.190111\n";

    @TempDir
    private Path folder;

    @Test
    void publishedValuesComeOutAndTheExitCodeIsZero() throws URISyntaxException {
        Path published = Path.of(Objects.requireNonNull(ConformanceTest.class.getResource("/published"))
                .toURI());

        ConformanceRun run = ConformanceRun.of(published);

        assertThat(run.out())
                .contains("day_counts.csv: 5 rows, 5 passed, 0 failed")
                .contains("published.csv: 12 rows, 12 passed, 0 failed")
                .contains("ust_auctions.csv: 7 rows, 7 passed, 0 failed")
                .contains("ust_bills.csv: 5 rows, 5 passed, 0 failed")
                .contains("skipped, not of this schema: README.txt")
                .contains("all agree: 4 files, 29 rows")
                .doesNotContain("FAILED");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aWrongPriceIsShownWithBothValuesItsLineAndItsName() throws IOException {
        write("ust_bills.csv", BILLS + OFFICIAL_BILL + OFFICIAL_BILL.replace("98.190111", "98.190112"));

        ConformanceRun run = ConformanceRun.of(folder);

        assertThat(run.out())
                .contains("ust_bills.csv: 2 rows, 1 passed, 1 failed")
                .contains(
                        "FAILED line 3 912797QX8 price_per_100: expected 98.190112, computed 98.190111 (off by 1.0e-06")
                .contains("DISAGREEMENT: 1 files, 2 rows, 1 passed, 1 failed");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void onlyTheFirstFailuresAreShown() throws IOException {
        write("ust_bills.csv", BILLS + OFFICIAL_BILL.replace("98.190111", "98").repeat(7));

        assertThat(ConformanceRun.of(folder, "--max-failures", 3).out().lines().filter(line -> line.contains("FAILED")))
                .hasSize(3);
        assertThat(ConformanceRun.of(folder, "--max-failures", 3).out()).contains("and 4 more failures");
        assertThat(ConformanceRun.of("--max-failures", "0", folder).out()).doesNotContain("FAILED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "912797QX8,26-Week,2025-12-11,2026-06-11,182,3.580 | 6 fields where the header has 7",
                "912797QX8,26-Week,2025-12-11,2026-06-11,182,3.580,98.190111,1 | 8 fields where the header has 7",
                "912797QX8,26-Week,2025-12-11,2026-06-11,182,much,98.190111 | 'much', which is not a number",
                "912797QX8,26-Week,2025-12-11,2026-06-11,182,NaN,98.190111 | 'NaN', which is not a number",
                "912797QX8,26-Week,2025-12-11,2026-06-11,182,3.580,? | 'price_per_100' holds '?'",
                "912797QX8,26-Week,2025-12-11,2026-02-30,182,3.580,98.190111 | '2026-02-30', which is not a date",
                "912797QX8,26-Week,2026-06-11,2025-12-11,182,3.580,98.190111 | must be within two years after",
                "912797QX8,26-Week,,2026-06-11,182,3.580,98.190111 | column 'issue_date' is empty",
                "912797QX8,26-Week,2025-12-11,2026-06-11,,3.580, | the row expects nothing",
                "912797QX8,\"26-Week,2025-12-11,2026-06-11,182,3.580,98.190111 | a quoted field does not end"
            })
    void aRowThatCannotBeReadFailsWithItsLineAndTheRestIsComputed(String rowAndReason) throws IOException {
        String[] parts = rowAndReason.split(" \\| ", -1);
        write("ust_bills.csv", BILLS + parts[0] + "\n" + OFFICIAL_BILL);

        ConformanceRun run = ConformanceRun.of(folder);

        assertThat(run.out())
                .contains("ust_bills.csv: 2 rows, 1 passed, 1 failed")
                .containsPattern("FAILED line 2.*: .*" + Pattern.quote(parts[1]))
                .doesNotContain("Exception");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "cusip,term,issue_date,maturity_date,days,discount_rate_percent,price_per_100",
                "cusip,cusip\n1,2\n",
                "only,some,columns\n1,2,3\n"
            })
    void aFileWithoutReadableRowsFails(String content) throws IOException {
        for (GoldenFile kind : GoldenFiles.ALL) {
            write(kind.fileName(), content);
        }

        ConformanceRun run = ConformanceRun.of(folder);

        assertThat(run.out().lines().filter(line -> line.endsWith("1 rows, 0 passed, 1 failed")))
                .hasSize(GoldenFiles.ALL.size());
        assertThat(run.out()).doesNotContain("Exception");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void byteOrderMarksAndLineEndsOfOtherSystemsAreRead() throws IOException {
        write("ust_bills.csv", "\uFEFF" + (BILLS + "\n" + OFFICIAL_BILL).replace("\n", "\r\n"));

        ConformanceRun run = ConformanceRun.of(folder);

        assertThat(run.out()).contains("ust_bills.csv: 1 rows, 1 passed, 0 failed");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void bytesThatAreNoTextFailTheirOwnRowsOnly() throws IOException {
        byte[] text = (BILLS + OFFICIAL_BILL + OFFICIAL_BILL.replace("182", "18x")).getBytes(ISO_8859_1);
        text[text.length - 2] = (byte) 0xFF;
        Files.write(folder.resolve("ust_bills.csv"), text);

        assertThat(ConformanceRun.of(folder).out()).contains("ust_bills.csv: 2 rows, 1 passed, 1 failed");
    }

    @Test
    void cashFlowsNeedTheirBonds() throws IOException {
        write("fixed_bond_cashflows.csv", """
                bond_id,period_start,pay_date,coupon_amount,principal_amount,discount_time
                B1,2020-01-15,2020-07-15,2.5,0,0.5
                """);

        ConformanceRun run = ConformanceRun.of(folder);

        assertThat(run.out()).contains("line 2 B1: fixed_bonds.csv in the same folder has no readable row 'B1'");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aCategoryThatIsNotOfTheSchemaFails() throws IOException {
        write(
                "published.csv",
                "id,category,inputs,quantity,published_value,tolerance\nP1,weather,place=Paris,rain,1,0\n");

        assertThat(ConformanceRun.of(folder).out()).contains("'weather' is no category of this schema");
    }

    @Test
    void unknownFilesAreNamedAndNothingCheckedIsNoSuccess() throws IOException {
        write("weather.csv", "place,rain\n");
        Files.createDirectory(folder.resolve("older"));

        ConformanceRun run = ConformanceRun.of(folder);

        assertThat(run.out())
                .contains("skipped, not of this schema: older/ weather.csv")
                .contains("nothing was checked: no file of the schema was found");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void wrongUseIsExplained() throws IOException {
        write("file", "");

        assertThat(ConformanceRun.of().err())
                .contains("a folder is missing")
                .contains("usage: examples/run conformance");
        assertThat(ConformanceRun.of("--frobnicate", folder).err()).contains("there is no option --frobnicate");
        assertThat(ConformanceRun.of(folder, "--max-failures").err()).contains("--max-failures needs a value");
        assertThat(ConformanceRun.of(folder, "--max-failures", "-1").err()).contains("not '-1'");
        assertThat(ConformanceRun.of(folder.resolve("file")).err()).contains("is not a folder");
        assertThat(ConformanceRun.of(folder.resolve("none")).err()).contains("does not exist");
        assertThat(ConformanceRun.of("\0").err()).contains("is not a path");
        assertThat(ConformanceRun.of(folder, folder.resolve("none")).exitCode()).isEqualTo(2);
        assertThat(ConformanceRun.of().exitCode()).isEqualTo(2);
    }

    @Test
    void helpNamesTheFiles() {
        ConformanceRun run = ConformanceRun.of("--help");

        assertThat(run.out()).contains("usage:").contains("fixed_bonds.csv").contains("Exit code");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void theReportIsWrittenForMachinesToo() throws IOException {
        write("ust_bills.csv", BILLS + OFFICIAL_BILL.replace("98.190111", "98.190112"));
        Path json = folder.resolve("report.json");

        ConformanceRun run = ConformanceRun.of(folder, "--json", json);

        assertThat(json)
                .content()
                .contains("\"agree\":false")
                .contains("\"file\":\"ust_bills.csv\"")
                .contains("\"expected\":\"98.190112\"")
                .contains("\"computed\":\"98.190111\"");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(ConformanceRun.of(folder, "--json", folder.resolve("none/report.json"))
                        .exitCode())
                .isEqualTo(2);
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }
}
