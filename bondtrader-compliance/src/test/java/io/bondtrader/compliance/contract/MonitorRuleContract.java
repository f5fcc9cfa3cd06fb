package io.bondtrader.compliance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.monitor.Finding;
import io.bondtrader.compliance.monitor.MonitorRule;
import io.bondtrader.compliance.monitor.MonitoredTrade;
import io.bondtrader.compliance.monitor.TradeStage;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every rule of the monitor does. */
public abstract class MonitorRuleContract {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    /** Creates the kit. */
    protected MonitorRuleContract() {}

    /** {@return the rule} */
    protected abstract MonitorRule rule();

    /** {@return the same rule with other parameters} */
    protected abstract MonitorRule otherwise();

    /** {@return a trade that the rule can decide on} */
    protected abstract MonitoredTrade trade();

    /** Decisions name the rule that made them. */
    @Test
    public final void aFindingBearsTheNameOfItsRule() {
        Finding finding = rule().check(trade(), new TradeStage(false, NOW));

        assertThat(finding.rule()).isEqualTo(rule().id()).isNotBlank();
    }

    /** The same question has the same answer. */
    @Test
    public final void theSameTradeAtTheSameTimeIsDecidedTheSame() {
        MonitorRule rule = rule();
        TradeStage stage = new TradeStage(false, NOW);

        assertThat(rule.check(trade(), stage)).isEqualTo(rule.check(trade(), stage));
    }

    /** The log tells rules apart by their parameters. */
    @Test
    public final void otherParametersShow() {
        assertThat(otherwise().parameters()).isNotEqualTo(rule().parameters());
        assertThat(rule().parameters()).isEqualTo(rule().parameters());
    }
}
