package io.bondtrader.compliance.surveillance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One owner takes liquidity on one side again and again and builds a position by it, the price goes up in answer to these
 * trades further than chance would take it, and then it trades the other way into the move. A dealer that hedges what clients
 * took builds none, and in a market that moves by itself most of the way lies between the trades: who is right about the market
 * is not thereby its mover.
 *
 * <p>Source: Delegated Regulation (EU) 2016/522, Annex II, Section 1, "momentum ignition"; rank correlation after Spearman
 * 1904. Levels are house choices.
 */
final class Ramping extends Detector {

    private static final int FEWEST = 3;

    private long window;
    private double fills;
    private double correlation;
    private double volumeShare;
    private double deviations;
    private double unwoundShare;
    private double ownShare;
    private double openedShare;

    Ramping(RuleVersion rule) {
        super(DetectorKind.RAMPING, rule, FlowKind.FILL);
    }

    @Override
    void load() {
        window = nanos("windowSeconds");
        fills = value("fills");
        correlation = value("rankCorrelation");
        volumeShare = value("volumeShare");
        deviations = value("deviations");
        unwoundShare = value("unwoundShare");
        ownShare = value("ownMoveShare");
        openedShare = value("openedShare");
    }

    @Override
    void on(Scene scene) {
        Activity who = scene.activity();
        int up = -scene.event().sign();
        long from = scene.now() - window;
        if (who.lastFillNanos(up) < from || who.fills.size() <= FEWEST) {
            return;
        }
        List<Fill> push = new ArrayList<>();
        double pushed = 0;
        double unwound = 0;
        for (int i = who.fills.firstSince(from); i < who.fills.size(); i++) {
            Fill fill = who.fills.get(i);
            if (fill.sign() == up && fill.event.aggressive()) {
                push.add(fill);
                pushed += fill.size();
                unwound = 0;
            } else if (fill.sign() == -up) {
                unwound += fill.size();
            }
        }
        if (push.size() < Math.max(FEWEST, fills) || unwound < unwoundShare * pushed || !scene.opens(this, who)) {
            return;
        }
        Fill first = push.get(0);
        Fill end = push.get(push.size() - 1);
        double share = pushed / Pressure.traded(scene.instrument(), push, pushed);
        double moved = Pressure.deviations(push);
        double ranked = up * spearman(push);
        double own = Pressure.ownShare(push, up);
        double opened = Pressure.position(who, up, end.time()) / pushed;
        if (share < volumeShare
                || moved < deviations
                || ranked < correlation
                || own < ownShare
                || opened < openedShare) {
            return;
        }
        Evidence evidence = scene.evidence(this, who)
                .since(first.time())
                .atLeast("fills", push.size())
                .atLeast("rankCorrelation", ranked)
                .atLeast("volumeShare", share)
                .atLeast("deviations", moved)
                .atLeast("ownMoveShare", own)
                .atLeast("openedShare", opened)
                .atLeast("unwoundShare", unwound / pushed);
        push.forEach(fill -> evidence.event(fill.event.index()));
        scene.alert(evidence);
    }

    /** The rank correlation of time and the middle of the market; equal ones share their mean rank. */
    static double spearman(List<Fill> fills) {
        int n = fills.size();
        List<Integer> byPrice = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            byPrice.add(i);
        }
        byPrice.sort(Comparator.comparingDouble(i -> fills.get(i).mid));
        double[] rank = new double[n];
        for (int i = 0; i < n; ) {
            int j = i;
            while (j + 1 < n && price(fills, byPrice, j + 1) == price(fills, byPrice, i)) { // ties are exact
                j++;
            }
            for (int k = i; k <= j; k++) {
                rank[byPrice.get(k)] = 0.5 * (i + j);
            }
            i = j + 1;
        }
        double mean = 0.5 * (n - 1);
        double both = 0;
        double times = 0;
        double prices = 0;
        for (int i = 0; i < n; i++) {
            both += (i - mean) * (rank[i] - mean);
            times += (i - mean) * (i - mean);
            prices += (rank[i] - mean) * (rank[i] - mean);
        }
        return prices > 0 ? both / Math.sqrt(times * prices) : 0;
    }

    private static double price(List<Fill> fills, List<Integer> byPrice, int i) {
        return fills.get(byPrice.get(i)).mid;
    }
}
