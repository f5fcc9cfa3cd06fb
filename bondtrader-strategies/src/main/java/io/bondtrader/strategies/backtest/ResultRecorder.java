package io.bondtrader.strategies.backtest;

import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Execution;
import io.bondtrader.strategies.engine.AccountState;
import io.bondtrader.strategies.engine.EngineListener;
import io.bondtrader.strategies.engine.SlotState;
import io.bondtrader.strategies.order.OrderEvent;
import io.bondtrader.strategies.performance.ClosedTrade;
import io.bondtrader.strategies.performance.TrackDay;
import io.bondtrader.strategies.performance.TrackRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what happens in an engine into track records, day by day. */
final class ResultRecorder implements EngineListener {

    static final String ALL = "all strategies";

    private final double capital;
    private final Map<String, TrackRecord.Builder> records = new LinkedHashMap<>();
    private final Map<String, List<ClosedTrade>> closed = new LinkedHashMap<>();
    private final Map<String, double[]> before = new LinkedHashMap<>();
    private final List<String> incidents = new ArrayList<>();
    private final EventDigest outputs = new EventDigest();
    private List<AccountState> last = List.of();
    private LocalDate today = LocalDate.MIN;
    private LocalDate lastRecorded = LocalDate.MIN;
    private int days;

    ResultRecorder(List<String> strategies, double capital) {
        this.capital = capital;
        for (String strategy : strategies) {
            begin(strategy);
            closed.put(strategy, new ArrayList<>());
        }
        begin(ALL);
    }

    private void begin(String name) {
        records.put(name, TrackRecord.builder(name));
        before.put(name, new double[2]);
    }

    @Override
    public void onOrder(OrderEvent event) {
        outputs.add(event.orderId()).add(event.kind().name()).add(event.at());
    }

    @Override
    public void onTrade(String strategy, Execution execution) {
        outputs.add(strategy).add(execution.id()).add(execution.signedFace()).add(execution.cleanPrice());
    }

    @Override
    public void onClosed(String strategy, ClosedTrade trade) {
        List<ClosedTrade> list = closed.get(strategy);
        if (list != null) {
            list.add(trade);
        }
    }

    @Override
    public void onDayEnd(LocalDate day, List<AccountState> accounts) {
        today = day;
        days++;
        record(day, accounts);
    }

    @Override
    public void onRefusedReport(OrderEvent event, String reason) {
        incidents.add(event.at() + ": report refused: " + reason);
    }

    @Override
    public void onState(String strategy, SlotState state, String reason) {
        incidents.add(today + ": " + strategy + " " + state + ": " + reason);
    }

    /** The last day ends with the last event. */
    void finish(LocalDate day, List<AccountState> accounts) {
        if (day.isAfter(lastRecorded)) {
            onDayEnd(day, accounts);
        }
    }

    private void record(LocalDate day, List<AccountState> accounts) {
        lastRecorded = day;
        last = accounts;
        double equity = 0.0;
        double dv01 = 0.0;
        double gross = 0.0;
        double net = 0.0;
        double traded = 0.0;
        double costs = 0.0;
        for (AccountState account : accounts) {
            double worth = account.equity().doubleValue();
            double positions = account.equity()
                    .subtract(account.settledCash())
                    .subtract(account.unsettledCash())
                    .doubleValue();
            add(
                    account.strategy(),
                    day,
                    worth,
                    account.dv01(),
                    account.grossValue().doubleValue(),
                    positions,
                    account.traded().doubleValue(),
                    account.costs().doubleValue());
            equity += worth;
            dv01 += account.dv01();
            gross += account.grossValue().doubleValue();
            net += positions;
            traded += account.traded().doubleValue();
            costs += account.costs().doubleValue();
            outputs.add(account.strategy()).add(day.toEpochDay()).add(account.equity());
        }
        add(ALL, day, equity, dv01, gross, net, traded, costs);
    }

    private void add(
            String name,
            LocalDate day,
            double worth,
            double dv01,
            double gross,
            double net,
            double traded,
            double costs) {
        double[] sums = before.get(name);
        TrackRecord.Builder builder = records.get(name);
        if (sums == null || builder == null) {
            throw new IllegalStateException("no record of " + name);
        }
        builder.add(new TrackDay(
                day, capital + worth, 0.0, dv01, gross, net, Math.max(0.0, traded - sums[0]), costs - sums[1]));
        sums[0] = traded;
        sums[1] = costs;
    }

    int days() {
        return days;
    }

    List<AccountState> accounts() {
        return last;
    }

    List<String> incidents() {
        return incidents;
    }

    TrackRecord.Builder builder(String name) {
        TrackRecord.Builder builder = records.get(name);
        if (builder == null) {
            throw new MissingData("strategy " + name);
        }
        return builder;
    }

    List<ClosedTrade> closed(String name) {
        return closed.getOrDefault(name, List.of());
    }

    String outputHash() {
        for (AccountState account : last) {
            outputs.add(account.strategy());
            for (BigDecimal effect : account.effects().values()) {
                outputs.add(effect);
            }
        }
        return outputs.hex();
    }
}
