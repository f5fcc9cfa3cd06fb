package io.bondtrader.examples.benchmarks;

import io.bondtrader.compliance.client.ClientCategory;
import io.bondtrader.compliance.monitor.BondFacts;
import io.bondtrader.compliance.monitor.Bonds;
import io.bondtrader.compliance.monitor.BorderRow;
import io.bondtrader.compliance.monitor.BorderRows;
import io.bondtrader.compliance.monitor.BorderRule;
import io.bondtrader.compliance.monitor.ConcentrationLimit;
import io.bondtrader.compliance.monitor.ConcentrationRule;
import io.bondtrader.compliance.monitor.Effect;
import io.bondtrader.compliance.monitor.InMemoryPositions;
import io.bondtrader.compliance.monitor.MonitorDecision;
import io.bondtrader.compliance.monitor.MonitorRules;
import io.bondtrader.compliance.monitor.MonitoredTrade;
import io.bondtrader.compliance.monitor.NetShortThresholds;
import io.bondtrader.compliance.monitor.RestrictedListRule;
import io.bondtrader.compliance.monitor.SanctionsList;
import io.bondtrader.compliance.monitor.SanctionsRule;
import io.bondtrader.compliance.monitor.ShortSaleRule;
import io.bondtrader.compliance.monitor.SovereignDebt;
import io.bondtrader.compliance.monitor.TradeParty;
import io.bondtrader.compliance.monitor.TradeStage;
import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.bond.Mic;
import io.bondtrader.core.trade.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One trade is held to five rules: lists, borders, sanctions, short sales and concentration. Without the log, whose durable
 * write takes what the disk takes. The claim under test: a check takes about a microsecond.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(2)
public class MonitorBenchmark {

    private final MonitorRules rules = rules();
    private final TradeStage stage = new TradeStage(false, Instant.parse("2026-11-20T10:00:00Z"));
    private final MonitoredTrade trade = new MonitoredTrade(
            "ord-1",
            "ann",
            "book",
            "DE",
            new TradeParty("", "Example Bank", null, "DE", Set.of()),
            Side.BUY,
            Isin.of("DE0007164600"),
            new BigDecimal("1000000"),
            Mic.of("XETR"),
            "");

    private static MonitorRules rules() {
        Bonds bonds = Bonds.of(List.of(new BondFacts(
                Isin.of("DE0007164600"),
                "Country",
                true,
                false,
                Set.of("EU_VENUE"),
                Set.of(ClientCategory.PROFESSIONAL),
                Set.of())));
        InMemoryPositions positions = new InMemoryPositions();
        positions.open("book");
        Citation house = new Citation(Jurisdiction.HOUSE, "Rows", "1", true);
        BorderRow row = new BorderRow(
                "HOUSE", Set.of("DE"), Set.of("DE"), Set.of(), Set.of(), null, Effect.ALLOW, house, "licensed");
        BigDecimal most = new BigDecimal("1000000000");
        ConcentrationLimit limit = new ConcentrationLimit(most, most);
        return MonitorRules.of(
                "benchmark",
                List.of(
                        RestrictedListRule.of(bonds, List.of()),
                        BorderRule.of(bonds, BorderRows.with(BorderRows.standard(), List.of(row))),
                        SanctionsRule.of(SanctionsList.parse("as-of;2026-11-20\nEU;1;;Listed Company\n"), 2, house),
                        ShortSaleRule.of(
                                bonds,
                                positions,
                                List.of(new SovereignDebt("Country", most, false)),
                                NetShortThresholds.europeanUnion()),
                        ConcentrationRule.of(bonds, positions, limit, limit)));
    }

    /** {@return the decision} */
    @Benchmark
    public MonitorDecision check() {
        return rules.check(trade, stage);
    }
}
