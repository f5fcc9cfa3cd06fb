package io.bondtrader.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.audit.InMemoryAuditSink;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.pricing.KeyTenors;
import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Position;
import io.bondtrader.core.trade.Side;
import io.bondtrader.risk.sensitivity.BookRisk;
import io.bondtrader.risk.sensitivity.Dimension;
import io.bondtrader.risk.sensitivity.RiskMarket;
import io.bondtrader.risk.sensitivity.RiskTotals;
import io.bondtrader.risk.sensitivity.SampleBook;
import io.bondtrader.risk.sensitivity.ValuedBook;
import io.bondtrader.testdata.HandbookPage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The samples of the handbook's page on limits, and its table of codes. */
final class LimitsPageSampleTest {

    private static final String PAGE = HandbookPage.read("limits.md");

    private static final String JSON = """
            {
              "limits": [
                {
                  "id": "rates-dv01",
                  "version": 1,
                  "measure": {"type": "dv01", "netting": "net"},
                  "scope": {"in": {"dimension": "desk", "values": ["rates"]}},
                  "bound": "maximum",
                  "threshold": {"type": "absolute", "value": 250000},
                  "action": "block",
                  "owner": "market risk",
                  "validFrom": "2025-01-01T00:00:00Z",
                  "proposedBy": "rita",
                  "approvedBy": "carl"
                }
              ]
            }
            """;

    @Test
    void theSamplesDoWhatThePageSays() {
        List<Position> positions = SampleBook.positions(200, 50);
        RiskMarket market = SampleBook.market();
        Instant now = Instant.parse("2025-07-14T14:30:00Z");
        InstantSource clock = InstantSource.fixed(now);
        InMemoryAuditSink audit = new InMemoryAuditSink();

        ValuedBook book = ValuedBook.of(positions, market);
        BookRisk risk = BookRisk.of(book, KeyTenors.standard(), Parallelism.commonPool());
        RiskTotals all = risk.totals();
        SortedMap<String, RiskTotals> byDesk = risk.by(Dimension.DESK);

        Limit dv01 = Limit.builder("rates-dv01", LimitMeasure.dv01())
                .scope(Scope.of(Dimension.DESK, "rates"))
                .atMost(250_000)
                .owner("market risk")
                .valid(Instant.parse("2025-01-01T00:00:00Z"), null)
                .agreed("rita", "carl")
                .build();
        Limit issuer = Limit.builder("issuer-share", LimitMeasure.issuerShare())
                .atMost(0.25)
                .action(LimitAction.REDUCE)
                .owner("credit risk")
                .agreed("rita", "carl")
                .build();
        LimitSet limits = LimitSet.of(List.of(dv01, issuer));

        LimitUniverse universe =
                LimitUniverse.builder(risk).lot(new BigDecimal("1000")).build();
        LimitEngine engine = LimitEngine.builder(limits, universe, clock)
                .positions(positions)
                .audit(audit)
                .build();

        Order order = new Order(
                "o-1", book.security(6), positions.get(0).book(), "ann", Side.BUY, new BigDecimal("900000000"));
        Decision decision = engine.submit(order);
        String answer;
        if (decision instanceof Decision.Rejected rejected) {
            LimitImpact binding = rejected.bindingLimit().orElseThrow();
            answer = binding.limit().id() + " leaves " + rejected.largestFace();
        } else {
            answer = "accepted " + decision.largestFace();
            engine.fill("o-1", decision.largestFace());
        }

        engine.setState(Scope.of(Dimension.DESK, "rates"), TradingState.REDUCING, "rita", "payrolls");
        engine.restore(Scope.of(Dimension.DESK, "rates"), TradingState.ACTIVE, "rita", "carl", "payrolls are out");
        engine.grant(new TemporaryOverride(
                "rates-dv01", 400_000, now, now.plusSeconds(7_200), "ann", "carl", "auction day"));

        assertThat(answer).contains(" leaves ");
        assertThat(decision.largestFace().signum()).isPositive();
        assertThat(all.positions()).isEqualTo(200);
        assertThat(byDesk).containsOnlyKeys("credit", "rates");
        assertThat(audit.events()).hasSize(4);
        assertThat(LimitJson.read(JSON)).isEqualTo(LimitSet.of(List.of(dv01)));
        assertThat(PAGE).contains(JSON.strip());
    }

    @ParameterizedTest
    @EnumSource(DenialCode.class)
    void everyDenialCodeHasOneRowOnThePage(DenialCode code) {
        assertThat(PAGE.lines().filter(row -> row.startsWith("| `%s` | %s |".formatted(code.id(), code.summary()))))
                .hasSize(1);
    }

    @Test
    void everyMeasureOfTheJsonIsOnThePage() {
        String written = LimitJson.write(LimitSet.of(SampleDesk.measures().stream()
                .map(measure -> SampleDesk.limit(measure.toString(), measure).build())
                .toList()));
        Matcher types = Pattern.compile("\"measure\" : \\{\\s*\"type\" : \"([a-z0-9-]+)\"")
                .matcher(written);
        int found = 0;
        while (types.find()) {
            assertThat(PAGE).contains("`" + types.group(1) + "`");
            found++;
        }
        assertThat(found).isEqualTo(SampleDesk.measures().size());
    }
}
