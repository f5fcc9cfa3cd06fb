package io.bondtrader.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuickstartTest {

    private static final String HEADER = "cusip,coupon_percent,issue_date,maturity_date,convention,face\n";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        String[] all = new String[args.length + 4];
        System.arraycopy(args, 0, all, 4, args.length);
        all[0] = "--json";
        all[1] = folder.resolve("out.json").toString();
        all[2] = "--html";
        all[3] = folder.resolve("out.html").toString();
        return Quickstart.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                all);
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String book(String lines) throws Exception {
        return Files.writeString(folder.resolve("book.csv"), lines).toString();
    }

    @Test
    void theSampleBookIsValuedAndEveryNumberConfirmed() throws Exception {
        assertThat(run()).isZero();

        assertThat(errors()).isEmpty();
        assertThat(output().lines().filter(line -> line.endsWith("✓ agreed"))).hasSize(40);
        JsonNode report = new ObjectMapper().readTree(folder.resolve("out.json").toFile());
        assertThat(report.get("totals").get("unconfirmed").intValue()).isZero();
        double marketValue = 0.0;
        for (JsonNode bond : report.get("bonds")) {
            marketValue += bond.get("marketValue").doubleValue();
            for (JsonNode number : bond.get("numbers")) {
                assertThat(number.get("paths")).hasSize(2);
            }
        }
        assertThat(report.get("totals").get("marketValue").doubleValue())
                .isCloseTo(marketValue, org.assertj.core.api.Assertions.within(1e-3));
    }

    @Test
    void theZeroCurveRepricesTheYieldsAndKeyRatesAddUp() throws Exception {
        assertThat(run()).isZero();

        JsonNode report = new ObjectMapper().readTree(folder.resolve("out.json").toFile());
        JsonNode curve = report.get("zeroCurve");
        assertThat(curve.get("nodes")).hasSizeGreaterThan(10);
        assertThat(curve.get("pathsDiffer").doubleValue()).isLessThan(1e-12);
        assertThat(curve.get("repricingError").doubleValue()).isLessThan(1e-12);
        double[] sums = new double[11];
        for (JsonNode bond : report.get("bonds")) {
            JsonNode offCurve = bond.get("offCurve");
            assertThat(offCurve.get("zSpread").doubleValue()).isBetween(-0.002, 0.002);
            assertThat(offCurve.get("repricingError").doubleValue()).isBetween(-1e-11, 1e-11);
            int key = 0;
            for (JsonNode dv01 : offCurve.get("keyRateDv01")) {
                sums[key++] += dv01.doubleValue() * bond.get("face").doubleValue() / 100.0;
            }
        }
        int key = 0;
        for (JsonNode dv01 : report.get("totals").get("keyRateDv01")) {
            assertThat(dv01.doubleValue()).isCloseTo(sums[key++], org.assertj.core.api.Assertions.within(1e-6));
        }
        assertThat(output())
                .contains("key-rate DV01")
                .contains("farthest apart")
                .contains("nanoseconds a bond");
        assertThat(Files.readString(folder.resolve("out.html"))).contains("Key-rate profile", "Farthest apart");
    }

    /** Yields of a hundredfold of money a year make no curve; the bonds are valued all the same. */
    @Test
    void withoutAZeroCurveTheBookIsValuedAndTheReasonTold() throws Exception {
        String yields = Files.writeString(folder.resolve("yields.csv"), "date,1M,30Y\n2025-07-11,-19,99\n")
                .toString();

        int exit = run("--yields", yields);

        assertThat(exit).isBetween(0, 1);
        assertThat(output()).contains("zero curve");
    }

    /** A bond that yields its coupon on a coupon date is worth par, whatever the curve's shape. */
    @Test
    void aBondThatYieldsItsCouponIsWorthPar() throws Exception {
        String yields = Files.writeString(folder.resolve("yields.csv"), "date,1M,30Y\n2025-05-14,4.75,4.75\n")
                .toString();

        assertThat(run("--book", book(HEADER + "912810UK2,4.75,2025-05-15,2055-05-15,,\n"), "--yields", yields))
                .isZero();

        assertThat(output()).contains(" 100.000000   0.000000   100.000000    4.7500 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "912810UK3,4.75,2025-05-15,2055-05-15,, | BT-1002 | CUSIP must be closed by check digit 2",
                ",4.75,2055-05-15,2025-05-15,, | BT-1001 | maturity",
                ",NaN,2025-05-15,2055-05-15,, | BT-1001 | coupon_percent",
                ",,2025-05-15,2055-05-15,, | BT-1002 | coupon_percent",
                ",4.75,2025-05-15,2055-05-15,MARS, | BT-1002 | convention",
                ",4.75,2025-05-15,2055-05-15 | BT-1001 | number of fields",
                ",4.8,2025-05-15,2055-05-15,, | BT-1003 | couponRate",
                ",2.5,2024-02-30,2034-02-15,DE_BUND, | BT-1002 | issue_date",
                ",2.5,2024-02-15,2034-02-15,DE_BUND,-5 | BT-1001 | face",
                ",1,2010-02-15,2020-02-15,, | BT-1001 | settlement"
            })
    void aLineThatDescribesNoBondIsReportedAndTheRestValued(String line, String code, String culprit) throws Exception {
        int exit = run("--book", book(HEADER + line + "\n912810UK2,4.75,2025-05-15,2055-05-15,,\n"));

        assertThat(exit).isEqualTo(1);
        assertThat(errors()).startsWith("line 2 not valued: " + code).contains(culprit);
        assertThat(output()).contains("912810UK2").contains("1 bonds, face 1,000,000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''| is empty",
                "hello| is not comma-separated",
                "'a,b'| has no column coupon_percent",
                "'coupon_percent,issue_date,maturity_date'| holds no bonds"
            })
    void aFileThatIsNoBookIsRefused(String content, String reason) throws Exception {
        assertThat(run("--book", book(content))).isEqualTo(2);
        assertThat(errors()).contains(reason);
        assertThat(folder.resolve("out.json")).doesNotExist();
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws Exception {
        Path binary = Files.write(folder.resolve("binary.csv"), new byte[] {(byte) 0xC3, 0x28, 0, 1});

        assertThat(run("--book", binary.toString())).isEqualTo(2);
        assertThat(errors()).contains("is not a text file");
    }

    @ParameterizedTest
    @CsvSource({
        "--boook, x, unknown option --boook",
        "--date, someday, --date needs a date",
        "--policy, maybe, --policy is flag",
        "--book, no-such-file, cannot be read"
    })
    void wrongUseIsExplained(String option, String value, String reason) {
        assertThat(run(option, value)).isEqualTo(2);
        assertThat(errors()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "'date,1M\n2025-07-11,4.0\n'",
        "'date,1M,2M\n'",
        "'date,1M,2M\nyesterday,4,4\n'",
        "'date,1M,2M\n2025-07-11,4,x\n'"
    })
    void yieldsThatMakeNoCurveAreRefused(String content) throws Exception {
        Path yields = Files.writeString(folder.resolve("yields.csv"), content);

        assertThat(run("--yields", yields.toString())).isEqualTo(2);
        assertThat(errors()).contains("yields.csv");
    }

    @Test
    void thePageLoadsNothingAndEscapesWhatItShows() throws Exception {
        run(
                "--book",
                book(HEADER + "<script>alert(1)</script>,4.75,2025-05-15,2055-05-15,,\n"
                        + "912810UK2,4.75,2025-05-15,2055-05-15,,\n"));

        String page = Files.readString(folder.resolve("out.html"));
        assertThat(page).doesNotContain("<script").doesNotContain("src=").doesNotContain("<link");
        assertThat(Pattern.compile("https?://(?!www\\.w3\\.org/2000/svg)")
                        .matcher(page)
                        .find())
                .isFalse();
        assertThat(page).contains("<svg").contains("✓ agreed");
    }

    @Test
    void helpExplainsEveryOption() {
        assertThat(run("--help")).isZero();
        assertThat(output()).contains("--book", "--yields", "--date", "--policy", "--json", "--html", "exit code");
    }

    @Test
    void aStrictPolicyValuesTheSampleToo() {
        assertThat(run("--policy", "strict", "--quiet")).isZero();
    }
}
