package io.bondtrader.compliance.surveillance;

import java.util.List;

/**
 * Many prints among owners whose positions do not change, close to the middle of the market, that are much of what the tape shows.
 *
 * <p>Source: Delegated Regulation (EU) 2016/522, Annex II, Section 1, "painting the tape"; members by {@link TradeCircle}.
 * That a print moved nothing is read as: it was printed close to the middle.
 */
final class PaintingTape extends Detector {

    private long window;
    private double prints;
    private double printShare;
    private double netShare;
    private double result;
    private double cost;
    private double apart;
    private double fromMiddle;

    PaintingTape(RuleVersion rule) {
        super(DetectorKind.PAINTING_TAPE, rule, FlowKind.FILL);
    }

    @Override
    void load() {
        window = nanos("windowSeconds");
        prints = value("prints");
        printShare = value("printShare");
        netShare = value("netShare");
        result = value("resultHalfSpreads");
        cost = value("costHalfSpreads");
        apart = value("entrySeconds");
        fromMiddle = value("halfSpreadsFromMiddle");
    }

    @Override
    void on(Scene scene) {
        Activity who = scene.activity();
        if (!scene.opens(this, who)) {
            return;
        }
        TradeCircle.search(scene, scene.now() - window, circle -> {
            List<Fill> fills = circle.fills();
            double away = 0;
            for (Fill fill : fills) {
                away += Math.abs(fill.event.price() - fill.mid) / fill.halfSpread / fills.size();
            }
            Recent<Fill> tape = scene.instrument().trades;
            double share = (double) fills.size()
                    / (tape.size() - tape.firstSince(fills.get(0).time()));
            boolean painted = fills.size() >= prints
                    && share >= printShare
                    && circle.netShare() <= netShare
                    && circle.result() <= result
                    && circle.cost() <= cost
                    && circle.secondsApart() <= apart
                    && away <= fromMiddle;
            if (painted) {
                scene.alert(circle.describe(scene.evidence(this, who))
                        .atMost("costHalfSpreads", circle.cost())
                        .atMost("entrySeconds", circle.secondsApart())
                        .atLeast("prints", fills.size())
                        .atLeast("printShare", share)
                        .atMost("halfSpreadsFromMiddle", away));
            }
            return painted;
        });
    }
}
