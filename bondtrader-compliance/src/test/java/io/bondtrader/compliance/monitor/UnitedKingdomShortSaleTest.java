package io.bondtrader.compliance.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.error.NoRuleInForce;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The Kingdom's sovereign debt is out of scope since 2026-07-13, the Union's is not. */
final class UnitedKingdomShortSaleTest {

    private static final SovereignDebt DEBT = new SovereignDebt("Country", new BigDecimal("1000000000"), false);

    private static Finding sell(ShortSaleRule rule, String nominal, String at) {
        return rule.check(Trades.trade(Side.SELL, Trades.SOVEREIGN, nominal), new TradeStage(false, Instant.parse(at)));
    }

    private static ShortSaleRule rule() {
        return ShortSaleRule.of(Trades.bonds(), Trades.positions(), Map.of(DEBT, NetShortThresholds.unitedKingdom()));
    }

    @Test
    void uncoveredShortSalesAreRefusedUntilTheRegimeEnds() {
        Finding before = sell(rule(), "1000000", "2026-07-12T23:59:59Z");
        assertThat(before.effect()).isEqualTo(Effect.BLOCK);
        assertThat(before.citation().jurisdiction()).isEqualTo(Jurisdiction.UK);
        assertThat(before.citation().checked()).isFalse();
        Finding after = sell(rule(), "1000000", "2026-07-13T00:00:00Z");
        assertThat(after.effect()).isEqualTo(Effect.ALLOW);
        assertThat(after.citation().toString()).contains("Short Selling Regulations 2025", "(to be compared)");
        assertThatThrownBy(() -> sell(rule(), "1", "2020-12-31T12:00:00Z")).isInstanceOf(NoRuleInForce.class);
    }

    @Test
    void thresholdsAreToldUntilTheRegimeEndsAndAreTheUnions() {
        MonitoredTrade covered = Trades.trade(Trades.HOUSE, Side.SELL, Trades.SOVEREIGN, "1000000", "borrowed");
        assertThat(rule().check(covered, new TradeStage(false, Instant.parse("2026-07-12T12:00:00Z")))
                        .effect())
                .as("0.1 per cent of a billion")
                .isEqualTo(Effect.REPORT);
        assertThat(rule().check(covered, new TradeStage(false, Instant.parse("2026-07-13T12:00:00Z")))
                        .effect())
                .isEqualTo(Effect.ALLOW);
        NetShortThresholds outside =
                NetShortThresholds.unitedKingdom().versions().get(1).content();
        assertThat(outside.reached(new BigDecimal("900000000"), DEBT)).isZero();
    }

    @Test
    void eachDebtHasItsOwnLaw() {
        SovereignDebt gilts = new SovereignDebt("Kingdom", new BigDecimal("1000000000"), false);
        ShortSaleRule both = ShortSaleRule.of(
                Trades.bonds(),
                Trades.positions(),
                Map.of(DEBT, NetShortThresholds.europeanUnion(), gilts, NetShortThresholds.unitedKingdom()));
        Finding union = sell(both, "1000000", "2026-11-20T10:00:00Z");
        assertThat(union.effect()).isEqualTo(Effect.BLOCK);
        assertThat(union.citation().jurisdiction()).isEqualTo(Jurisdiction.EU);
        assertThat(both.parameters())
                .isNotEqualTo(ShortSaleRule.of(
                                Trades.bonds(),
                                Trades.positions(),
                                List.of(DEBT, gilts),
                                NetShortThresholds.europeanUnion())
                        .parameters());
        SovereignDebt again = new SovereignDebt("Country", BigDecimal.TEN, true);
        assertThatThrownBy(() -> ShortSaleRule.of(
                        Trades.bonds(),
                        Trades.positions(),
                        Map.of(DEBT, NetShortThresholds.europeanUnion(), again, NetShortThresholds.europeanUnion())))
                .isInstanceOf(InvalidInput.class);
    }
}
