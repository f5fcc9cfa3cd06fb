package io.bondtrader.strategies.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Side;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

final class TearSheetTest {

    /** Years of weekdays with a position in DV01, turnover and costs. */
    static TrackRecord desk(String name, long seed, int days, double drift) {
        Random random = new Random(seed);
        TrackRecord.Builder builder = TrackRecord.builder(name);
        double equity = 10_000_000;
        double dv01 = 0;
        LocalDate day = LocalDate.of(2015, 1, 2);
        builder.add(day, equity);
        for (int i = 0; i < days; i++) {
            do {
                day = day.plusDays(1);
            } while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
            double target = i % 40 < 30 ? 8000 * Math.signum(Math.sin(i / 97.0)) : 0;
            double traded = Math.abs(target - dv01) * 1200;
            dv01 = target;
            equity += equity * drift + dv01 * 5 * random.nextGaussian() - traded * 2e-5;
            builder.add(TrackDay.of(day, equity)
                    .withExposure(dv01, Math.abs(dv01) * 1200, dv01 * 1200)
                    .withTrading(traded, traded * 2e-5));
        }
        return builder.build();
    }

    static List<ClosedTrade> trades(int count, long seed) {
        Random random = new Random(seed);
        List<ClosedTrade> trades = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate entry = LocalDate.of(2015, 1, 5).plusDays(20L * i);
            double move = 0.8 * random.nextGaussian() + 0.1;
            trades.add(new ClosedTrade(
                    "UST 10Y",
                    i % 2 == 0 ? Side.BUY : Side.SELL,
                    entry,
                    entry.plusDays(15),
                    new BigDecimal("9600000"),
                    new BigDecimal("99.50"),
                    BigDecimal.valueOf(99.5 + Math.round(1000 * move) / 1000.0),
                    Money.of(
                            BigDecimal.valueOf(Math.round(96000 * move * (i % 2 == 0 ? 1 : -1)))
                                    .toPlainString(),
                            "USD"),
                    Money.of("192.00", "USD"),
                    i % 3 == 0 ? "stop" : "signal turned"));
        }
        return trades;
    }

    private static TearSheet full() {
        TrackRecord record = desk("Ten-year momentum", 5, 2600, 0.00012);
        PerformanceStatistics figures =
                PerformanceStatistics.of(record, PerformanceBasis.daily().withRiskFreeRate(0.02), trades(130, 9));
        return TearSheet.builder(figures)
                .currency("USD")
                .benchmark(desk("Buy and hold", 6, 2600, 0.00005))
                .attribution("carry", 1_250_000)
                .attribution("price", -310_000.5)
                .attribution("costs", -120_000)
                .note("Made of random numbers.")
                .logarithmic()
                .build();
    }

    private static JsonNode json(TearSheet sheet) throws Exception {
        return new ObjectMapper().readTree(sheet.toJson());
    }

    @Test
    void thePageStandsAloneAndIsWellFormed() throws Exception {
        String page = full().toHtml();
        Path target = Files.createDirectories(Path.of("target", "pages")).resolve("tear-sheet.html");
        Files.writeString(target, page);

        assertThat(page)
                .doesNotContain("http")
                .doesNotContain("<script")
                .doesNotContain("src=")
                .doesNotContain("url(");
        assertThat(page).doesNotContain("NaN").doesNotContain("Infinity").doesNotContain("Optional");
        String body = page.substring(page.indexOf("<body>"), page.indexOf("</html>"));
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(body)));
        assertThat(page.length()).isLessThan(400_000);
    }

    @Test
    void thePageSaysWhatItShouldOfEveryPart() {
        String page = full().toHtml();

        assertThat(page)
                .contains("Growth of one unit")
                .contains("Drawdown")
                .contains("Sharpe ratio of the last 126 returns")
                .contains("Exposure: DV01")
                .contains("Returns by month")
                .contains("ONE TRIAL ASSUMED")
                .contains("Against Buy and hold")
                .contains("Where the profit came from")
                .contains("The last 100 of 130; 30 more before them.")
                .contains("Made of random numbers.");
    }

    @Test
    void jsonHasTheSameNumbers() throws Exception {
        TearSheet sheet = full();
        JsonNode json = json(sheet);
        PerformanceStatistics figures = sheet.statistics();

        assertThat(json.at("/figures/ratios/sharpe").doubleValue())
                .isEqualTo(figures.sharpe().orElseThrow());
        assertThat(json.at("/figures/return/totalReturn").doubleValue()).isEqualTo(figures.totalReturn());
        assertThat(json.at("/figures/risk/maximumDrawdown").doubleValue())
                .isEqualTo(figures.drawdowns().maximum());
        assertThat(json.at("/figures/closed_trades/trades").intValue()).isEqualTo(130);
        assertThat(json.at("/figures/benchmark/beta").isNumber()).isTrue();
        assertThat(json.at("/overfitting/oneTrialAssumed").booleanValue()).isTrue();
        assertThat(json.at("/series/equity")).hasSize(2601);
        assertThat(json.at("/series/benchmarkGrowth/0").doubleValue()).isEqualTo(1);
        assertThat(json.at("/closedTrades")).hasSize(130);
        double months = 1;
        for (JsonNode year : json.at("/months")) {
            months *= 1 + year.get("total").doubleValue();
        }
        assertThat(months - 1).isCloseTo(figures.totalReturn(), within(1e-10));
        assertThat(json.at("/attribution/price").doubleValue()).isEqualTo(-310_000.5);
    }

    @Test
    void everythingFromOutsideIsEscaped() {
        TrackRecord record = TrackRecord.builder("<b>\"x\" & 'y'</b>\u0007\uD800")
                .add(LocalDate.of(2020, 1, 1), 100)
                .add(LocalDate.of(2020, 1, 2), 101)
                .add(LocalDate.of(2020, 1, 3), 100.5)
                .build();
        String page = TearSheet.builder(PerformanceStatistics.of(record))
                .currency("<i>")
                .attribution("</td><script>alert(1)</script>", 1)
                .note("<img src=x onerror=alert(1)>")
                .benchmark(TrackRecord.of(
                        "<u>",
                        new LocalDate[] {LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 2), LocalDate.of(2020, 1, 3)},
                        new double[] {1, 2, 3}))
                .build()
                .toHtml();

        assertThat(page)
                .doesNotContain("<b>\"x\"")
                .doesNotContain("<i>")
                .doesNotContain("<u>")
                .doesNotContain("<script")
                .doesNotContain("<img")
                .doesNotContain("\u0007")
                .contains("&lt;b&gt;&quot;x&quot; &amp; &#39;y&#39;&lt;/b&gt;");
    }

    @Test
    void aRecordThatNeverMovedStillHasASheet() throws Exception {
        TearSheet sheet = TearSheet.of(PerformanceStatistics.of(Records.of(100, 100, 100)));

        assertThat(sheet.toHtml())
                .contains("There was none.")
                .contains("never moved")
                .doesNotContain("NaN");
        assertThat(json(sheet).at("/figures/ratios/sharpe").isNull()).isTrue();
        assertThat(json(sheet).at("/overfitting").isNull()).isTrue();
        assertThat(sheet.overfitting()).isEmpty();
    }

    @Test
    void trialsAreStatedWhereARecordCanBeJudged() {
        PerformanceStatistics moving = PerformanceStatistics.of(Records.of(100, 101, 100.5, 103));
        PerformanceStatistics flat = PerformanceStatistics.of(Records.of(100, 100, 100));

        assertThat(TearSheet.builder(moving).trials(40, 0.01).build().toHtml()).contains("Chosen among 40 trials");
        assertThat(TearSheet.builder(flat).trials(40, 0.01).build().overfitting())
                .isEmpty();
    }

    @Test
    void aRuinedRecordSaysSoFirst() throws Exception {
        TearSheet sheet = TearSheet.builder(PerformanceStatistics.of(Records.of(100, 120, 60, -5, 3)))
                .logarithmic()
                .build();

        assertThat(sheet.toHtml()).contains("RUINED on 2020-01-03").doesNotContain("NaN");
        assertThat(json(sheet).at("/ruin").textValue()).isEqualTo("2020-01-03");
    }

    @Test
    void aLineOverTenThousandDaysKeepsItsSpike() {
        double[] values = new double[10_000];
        LocalDate[] days = new LocalDate[10_000];
        for (int i = 0; i < days.length; i++) {
            days[i] = LocalDate.of(1990, 1, 1).plusDays(i);
        }
        values[7777] = 100;
        String drawing = new DateChart("spike", 190, Double::toString)
                .line("spike", days, values)
                .draw();
        String points = drawing.replaceAll("(?s).*points=\"([^\"]*)\".*", "$1");

        double top = Double.MAX_VALUE;
        for (String point : points.split(" ", -1)) {
            top = Math.min(top, Double.parseDouble(point.split(",", -1)[1]));
        }
        assertThat(top).isLessThan(40); // near the top of the drawing
        assertThat(points.split(" ", -1)).hasSizeLessThan(2000);
    }

    @Test
    void impossibleSheetsAreRefused() {
        PerformanceStatistics figures = PerformanceStatistics.of(Records.of(100, 101, 103));
        List<Runnable> refused = new ArrayList<>();
        refused.add(() -> TearSheet.builder(figures).title(""));
        refused.add(() -> TearSheet.builder(figures).rollingWindow(1));
        refused.add(() -> TearSheet.builder(figures).trials(0, 0));
        refused.add(() -> TearSheet.builder(figures).trials(2, Double.NaN));
        refused.add(() -> TearSheet.builder(figures).mostTrades(-1));
        refused.add(() -> TearSheet.builder(figures).attribution("x", Double.NaN));
        refused.add(() -> TearSheet.builder(figures).attribution("x", 1).attribution("x", 2));
        assertThat(refused).allSatisfy(each -> assertThatThrownBy(each::run).isInstanceOf(InvalidInput.class));

        assertThatThrownBy(() ->
                        TearSheet.builder(figures).benchmark(Records.of(1, 2)).build())
                .isInstanceOf(MissingData.class);
    }
}
