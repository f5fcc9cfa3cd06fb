package io.bondtrader.compliance.surveillance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two owners trade with each other by orders that were entered together, at one price and in one size, and a subset of these
 * trades cancels out. Cliques of more than two are left to {@link WashCycle}.
 *
 * <p>Source: Cao, Li, Coleman, Belatreche and McGinnity 2016, "Detecting wash trade in financial market using digraphs and
 * dynamic programming", IEEE Transactions on Neural Networks and Learning Systems 27: matched orders, then a subset sum over
 * signed sizes. Sizes are cut into {@value #UNITS} units for the sum; the net of the subset that is found is exact.
 */
final class WashMatched extends Detector {

    private static final int MOST_TRADES = 64;
    private static final int UNITS = 512;

    private long window;
    private long entryWithin;
    private double sizeDifference;
    private double priceHalfSpreads;
    private double trades;
    private double netShare;

    WashMatched(RuleVersion rule) {
        super(DetectorKind.WASH_MATCHED, rule, FlowKind.FILL);
    }

    /** A trade of a pair: signed by what the first of the pair, by name, did. */
    private record Matched(Fill fill, double signed, long entry, double size, double price) {}

    @Override
    void load() {
        window = nanos("windowSeconds");
        entryWithin = nanos("entrySeconds");
        sizeDifference = value("sizeDifference");
        priceHalfSpreads = value("priceHalfSpreads");
        trades = value("trades");
        netShare = value("netShare");
    }

    @Override
    void on(Scene scene) {
        Fill fill = scene.fill();
        LiveOrder order = fill.order;
        if (fill.sign() < 0 || order == null || fill.halfSpread <= 0) {
            return;
        }
        Activity buyer = scene.activity();
        Activity seller = Counterparties.activityOf(fill.event.counterparty(), scene);
        if (seller == null || seller == buyer) {
            return;
        }
        LiveOrder opposite = opposite(seller, order);
        if (opposite == null) {
            return;
        }
        boolean buyerFirst = buyer.owner.compareTo(seller.owner) < 0;
        Activity first = buyerFirst ? buyer : seller;
        Recent<Matched> pair = pair(scene.instrument(), first, buyerFirst ? seller : buyer);
        pair.forgetBefore(scene.now() - window);
        pair.add(
                scene.now(),
                new Matched(
                        fill,
                        buyerFirst ? fill.size() : -fill.size(),
                        Math.abs(order.enteredNanos - opposite.enteredNanos),
                        Math.abs(order.size - opposite.size) / Math.max(order.size, opposite.size),
                        Math.abs(order.price - opposite.price) / fill.halfSpread));
        if (pair.size() >= trades) {
            look(scene, buyer, seller, pair);
        }
    }

    /** The order of the other side that was entered closest in time. */
    private static @Nullable LiveOrder opposite(Activity other, LiveOrder order) {
        LiveOrder best = null;
        for (LiveOrder live : other.live(-order.sign)) {
            best = closer(live, best, order);
        }
        for (int i = other.ended.size() - 1; i >= Math.max(0, other.ended.size() - 8); i--) {
            LiveOrder ended = other.ended.get(i);
            if (ended.sign == -order.sign && !ended.cancelled) {
                best = closer(ended, best, order);
            }
        }
        return best;
    }

    private static LiveOrder closer(LiveOrder one, @Nullable LiveOrder other, LiveOrder order) {
        if (other == null) {
            return one;
        }
        long gap = Math.abs(one.enteredNanos - order.enteredNanos);
        return gap < Math.abs(other.enteredNanos - order.enteredNanos) ? one : other;
    }

    private void look(Scene scene, Activity buyer, Activity seller, Recent<Matched> pair) {
        List<Matched> eligible = new ArrayList<>();
        for (int i = 0; i < pair.size(); i++) {
            Matched trade = pair.get(i);
            if (trade.entry() <= entryWithin && trade.size() <= sizeDifference && trade.price() <= priceHalfSpreads) {
                eligible.add(trade);
            }
        }
        if (eligible.size() < trades || !scene.opens(this, buyer)) {
            return;
        }
        List<Matched> subset = largestThatCancels(eligible);
        if (subset.size() < trades) {
            return;
        }
        double net = 0;
        double gross = 0;
        Evidence evidence = scene.evidence(this, buyer).other(seller.owner);
        for (Matched trade : subset) {
            net += trade.signed();
            gross += Math.abs(trade.signed());
            evidence.event(trade.fill().event.index()).since(trade.fill().time());
        }
        scene.alert(evidence.atLeast("trades", subset.size())
                .atMost("netShare", Math.abs(net) / gross)
                .atMost("entrySeconds", worst(subset) / 1e9));
    }

    private static double worst(List<Matched> subset) {
        return subset.stream().mapToDouble(Matched::entry).max().orElse(0);
    }

    /** The largest number of trades whose net is at most the tolerated share of their gross. */
    private List<Matched> largestThatCancels(List<Matched> eligible) {
        double gross = eligible.stream().mapToDouble(t -> Math.abs(t.signed())).sum();
        double unit = gross / UNITS;
        // By net in units, the most trades that reach it: the subset sum by dynamic programming.
        Map<Integer, Sum> reached = new HashMap<>();
        reached.put(0, new Sum(0, 0, 0, null, null));
        for (Matched trade : eligible) {
            Map<Integer, Sum> next = new HashMap<>(reached);
            reached.forEach((units, sum) -> {
                Sum more = sum.plus(trade);
                next.merge((int) Math.round(more.net() / unit), more, Sum::better);
            });
            reached = next;
        }
        Sum best = new Sum(0, 0, 0, null, null);
        for (Sum sum : reached.values()) {
            if (sum.count() > 0 && Math.abs(sum.net()) <= netShare * sum.gross()) {
                best = best.better(sum);
            }
        }
        return best.trades();
    }

    /** A subset, as the chain of the trades that it took. */
    private record Sum(
            int count,
            double net,
            double gross,
            @Nullable Matched last,
            @Nullable Sum before) {

        Sum plus(Matched trade) {
            return new Sum(count + 1, net + trade.signed(), gross + Math.abs(trade.signed()), trade, this);
        }

        /** More trades; then the smaller net; then the earlier found. */
        Sum better(Sum other) {
            if (count != other.count) {
                return count > other.count ? this : other;
            }
            return Math.abs(other.net) < Math.abs(net) ? other : this;
        }

        List<Matched> trades() {
            List<Matched> all = new ArrayList<>();
            for (Sum sum = this; sum != null && sum.last != null; sum = sum.before) {
                all.add(0, sum.last);
            }
            return all;
        }
    }

    @SuppressWarnings("unchecked") // only this detector writes its slot
    private Map<String, Recent<Matched>> pairs(InstrumentFlow instrument) {
        Object known = instrument.memory[slot()];
        if (known == null) {
            known = new HashMap<String, Recent<Matched>>();
            instrument.memory[slot()] = known;
        }
        return (Map<String, Recent<Matched>>) known;
    }

    private Recent<Matched> pair(InstrumentFlow instrument, Activity first, Activity second) {
        return pairs(instrument).computeIfAbsent(first.owner + "\n" + second.owner, names -> new Recent<>(MOST_TRADES));
    }

    @Override
    void endOfDay(InstrumentFlow instrument, Scene scene) {
        pairs(instrument).clear();
    }

    @Override
    int kept(InstrumentFlow instrument) {
        return pairs(instrument).size()
                + pairs(instrument).values().stream().mapToInt(Recent::size).sum();
    }
}
