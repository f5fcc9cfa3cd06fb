package io.bondtrader.compliance.monitor;

import io.bondtrader.compliance.client.ClientCategory;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.bond.Mic;
import io.bondtrader.core.trade.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Trades and bonds of the tests. */
final class Trades {

    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    static final TradeStage BEFORE = new TradeStage(false, NOW);
    static final TradeStage AFTER = new TradeStage(true, NOW);
    static final Isin SOVEREIGN = Isin.of("DE0007164600");
    static final Isin CORPORATE = Isin.of("FR0000131104");
    static final Isin UNKNOWN = Isin.of("US0378331005");
    static final TradeParty CLIENT = new TradeParty("c1", "Example Fund", null, "FR", Set.of());
    static final TradeParty HOUSE = new TradeParty("", "Example Bank", null, "DE", Set.of());

    private Trades() {}

    static BondFacts sovereign() {
        return new BondFacts(
                SOVEREIGN, "Country", true, false, Set.of("EU_VENUE"), Set.of(ClientCategory.values()), Set.of());
    }

    static BondFacts corporate(String... regimes) {
        return new BondFacts(
                CORPORATE,
                "Company",
                false,
                true,
                Set.of(regimes),
                Set.of(ClientCategory.PROFESSIONAL, ClientCategory.RETAIL),
                Set.of(ClientCategory.ELIGIBLE_COUNTERPARTY));
    }

    static Bonds bonds(String... regimes) {
        return Bonds.of(List.of(sovereign(), corporate(regimes)));
    }

    static MonitoredTrade trade(Side side, Isin isin, String nominal) {
        return trade(HOUSE, side, isin, nominal, "");
    }

    static MonitoredTrade trade(TradeParty party, Side side, Isin isin, String nominal, String locate) {
        return new MonitoredTrade(
                "ord-1", "ann", "book", "DE", party, side, isin, new BigDecimal(nominal), Mic.of("XETR"), locate);
    }

    static InMemoryPositions positions() {
        InMemoryPositions positions = new InMemoryPositions();
        positions.open("book");
        return positions;
    }
}
