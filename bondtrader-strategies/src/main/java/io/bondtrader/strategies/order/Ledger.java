package io.bondtrader.strategies.order;

import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.trade.Position;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.TradingBook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Exact positions and cash of the executions that were booked, in the order of their first booking. */
final class Ledger {

    private record Holding(String security, TradingBook book, String trader) {}

    private record Share(String strategy, String security) {}

    private record Place(String security, TradingBook book) {}

    private static final class Line {
        private final Security security;
        private BigDecimal face = BigDecimal.ZERO;

        Line(Security security) {
            this.security = security;
        }
    }

    private final Map<Holding, Line> positions = new LinkedHashMap<>();
    private final Map<Share, BigDecimal> shares = new LinkedHashMap<>();
    private final Map<String, BigDecimal> bySecurity = new LinkedHashMap<>();
    private final Map<Place, BigDecimal> byBook = new LinkedHashMap<>();
    private final Map<String, BigDecimal> cash = new TreeMap<>();

    void book(Execution execution, String strategy) {
        Security security = execution.security();
        BigDecimal change = execution.signedFace();
        Line line = positions.computeIfAbsent(
                new Holding(security.id(), execution.book(), execution.trader()), key -> new Line(security));
        line.face = line.face.add(change);
        bySecurity.merge(security.id(), change, BigDecimal::add);
        byBook.merge(new Place(security.id(), execution.book()), change, BigDecimal::add);
        shares.merge(new Share(strategy, security.id()), change, BigDecimal::add);
        cash.merge(security.currency().getCurrencyCode(), execution.cash().amount(), BigDecimal::add);
    }

    List<Position> positions() {
        List<Position> all = new ArrayList<>(positions.size());
        positions.forEach((holding, line) ->
                all.add(new Position(line.security, holding.book(), holding.trader(), line.face.stripTrailingZeros())));
        return all;
    }

    BigDecimal face(String security) {
        return bySecurity.getOrDefault(security, BigDecimal.ZERO);
    }

    BigDecimal face(String security, TradingBook book) {
        return byBook.getOrDefault(new Place(security, book), BigDecimal.ZERO);
    }

    BigDecimal share(String strategy, String security) {
        return shares.getOrDefault(new Share(strategy, security), BigDecimal.ZERO);
    }

    BigDecimal cash(Currency currency) {
        return cash.getOrDefault(currency.getCurrencyCode(), BigDecimal.ZERO);
    }

    SortedMap<String, BigDecimal> cash() {
        return new TreeMap<>(cash);
    }
}
