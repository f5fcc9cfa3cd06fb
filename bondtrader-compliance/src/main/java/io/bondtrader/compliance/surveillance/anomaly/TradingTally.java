package io.bondtrader.compliance.surveillance.anomaly;

import io.bondtrader.compliance.surveillance.FlowEvent;
import io.bondtrader.compliance.surveillance.FlowKind;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what one subject does in one window. */
final class TradingTally {

    /** Counterparties beyond so many are not told apart. */
    private static final int MOST_COUNTERPARTIES = 1024;

    private final long firstIndex;
    private long lastIndex;
    private int orders;
    private int amendments;
    private int cancels;
    private int fills;
    private int aggressive;
    private double orderedFace;
    private double boughtFace;
    private double soldFace;
    private final Set<String> counterparties = new HashSet<>();
    private final Map<String, Double> net = new TreeMap<>();
    private final Map<String, Double> paid = new TreeMap<>();

    TradingTally(long firstIndex) {
        this.firstIndex = firstIndex;
        this.lastIndex = firstIndex;
    }

    /** Whether events of a kind are trading. */
    static boolean counts(FlowKind kind) {
        return kind == FlowKind.NEW || kind == FlowKind.AMEND || kind == FlowKind.CANCEL || kind == FlowKind.FILL;
    }

    void add(FlowEvent event) {
        lastIndex = event.index();
        switch (event.kind()) {
            case NEW -> {
                orders++;
                orderedFace += event.size();
            }
            case AMEND -> amendments++;
            case CANCEL -> cancels++;
            case FILL -> fill(event);
            default -> {
                // Not trading.
            }
        }
    }

    private void fill(FlowEvent event) {
        fills++;
        if (event.aggressive()) {
            aggressive++;
        }
        if (event.sign() > 0) {
            boughtFace += event.size();
        } else {
            soldFace += event.size();
        }
        if (!event.counterparty().isEmpty() && counterparties.size() < MOST_COUNTERPARTIES) {
            counterparties.add(event.counterparty());
        }
        net.merge(event.instrument(), event.sign() * event.size(), Double::sum);
        paid.merge(event.instrument(), event.sign() * event.size() * event.price(), Double::sum);
    }

    long firstIndex() {
        return firstIndex;
    }

    long lastIndex() {
        return lastIndex;
    }

    double[] features(double hour, Map<String, Double> prices) {
        double gross = boughtFace + soldFace;
        double gain = 0;
        double open = 0;
        for (Map.Entry<String, Double> position : net.entrySet()) {
            double price = prices.getOrDefault(position.getKey(), 0.0);
            gain += position.getValue() * price - paid.getOrDefault(position.getKey(), 0.0);
            open += Math.abs(position.getValue());
        }
        double[] values = new double[TradingFeature.values().length];
        int i = 0;
        for (TradingFeature feature : TradingFeature.values()) {
            values[i++] = switch (feature) {
                case ORDERS -> StrictMath.log1p(orders);
                case CANCELLATION -> (cancels + 0.5) / (cancels + fills + 1);
                case MESSAGES -> StrictMath.log1p(orders + amendments + cancels) - StrictMath.log1p(fills);
                case SIZE -> orders == 0 ? 0 : StrictMath.log1p(orderedFace / orders);
                case AGGRESSION -> (aggressive + 0.5) / (fills + 1);
                case IMBALANCE -> gross > 0 ? (boughtFace - soldFace) / gross : 0;
                case COUNTERPARTIES -> StrictMath.log1p(counterparties.size());
                case PROFIT -> gross > 0 ? gain / gross : 0;
                case INVENTORY -> StrictMath.log1p(open);
                case HOUR -> hour;
            };
        }
        return values;
    }
}
