package io.bondtrader.strategies.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.core.error.InvalidInput;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

final class ComparisonPageTest {

    private static ComparisonPage page(int count) {
        List<PerformanceStatistics> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(PerformanceStatistics.of(
                    TearSheetTest.desk("Strategy number " + (i + 1), 40 + i, 1500, 0.00005 * i),
                    PerformanceBasis.daily(),
                    TearSheetTest.trades(20 * i, i)));
        }
        return ComparisonPage.of("Seven strategies", records);
    }

    @Test
    void recordsStandSideBySideOnAPageThatNeedsNothingElse() throws Exception {
        String html = page(7).toHtml();
        Files.writeString(Files.createDirectories(Path.of("target", "pages")).resolve("comparison.html"), html);

        assertThat(html).contains("Strategy number 7").doesNotContain("http").doesNotContain("<script");
        assertThat(html.split("<polyline", -1)).hasSize(15); // seven lines, twice
        String body = html.substring(html.indexOf("<body>"), html.indexOf("</html>"));
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(body)));
    }

    @Test
    void theConsoleTableHasALineARecordWithColumnsAligned() {
        List<String> lines = page(3).toText().lines().toList();

        assertThat(lines).hasSize(6);
        assertThat(lines.get(2)).startsWith("Strategy number 1");
        assertThat(lines.subList(1, 5))
                .extracting(String::length)
                .containsOnly(lines.get(1).length());
        assertThat(lines.get(5)).contains("The best of these 3").contains("after being chosen among them");
    }

    @Test
    void theBestOfSeveralProvesLessThanItWouldAlone() {
        OverfittingReport best = page(5).best().orElseThrow();

        assertThat(best.trials()).contains(5);
        assertThat(best.deflatedSharpe()).isLessThan(best.probabilisticSharpe());
        assertThat(page(1).best()).isEmpty();
        assertThat(page(1).toString()).doesNotContain("best of these");
    }

    @Test
    void jsonHasTheFiguresOfEveryRecord() throws Exception {
        ComparisonPage page = page(3);
        JsonNode json = new ObjectMapper().readTree(page.toJson());

        assertThat(json.at("/records")).hasSize(3);
        assertThat(json.at("/records/1/figures/ratios/sharpe").doubleValue())
                .isEqualTo(page.records().get(1).sharpe().orElseThrow());
        assertThat(json.at("/best/trials").intValue()).isEqualTo(3);
        assertThat(new ObjectMapper().readTree(page(1).toJson()).at("/best").isNull())
                .isTrue();
    }

    @Test
    void namesForgeNoLines() {
        ComparisonPage forged = ComparisonPage.of(
                "one", List.of(PerformanceStatistics.of(Records.ofReturns("a\nb<i>", 0.01, 0.02, -0.01))));

        assertThat(forged.toText().lines()).hasSize(3);
        assertThat(forged.toHtml()).doesNotContain("<i>");
    }

    @Test
    void nothingToCompareIsRefused() {
        assertThatThrownBy(() -> ComparisonPage.of("none", List.of())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ComparisonPage.of(" ", page(1).records())).isInstanceOf(InvalidInput.class);
    }
}
