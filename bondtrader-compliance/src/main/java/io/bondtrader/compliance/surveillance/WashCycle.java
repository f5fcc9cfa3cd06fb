package io.bondtrader.compliance.surveillance;

/**
 * A bond went round among three owners or more, and nobody's position or wealth changed by it. Among those who trade with
 * everybody a bond goes round by chance now and then: a ring trades with itself.
 *
 * <p>Source: see {@link TradeCircle}.
 */
final class WashCycle extends Detector {

    private long window;
    private double members;
    private double trades;
    private double closedShare;
    private double netShare;
    private double result;
    private double apart;

    WashCycle(RuleVersion rule) {
        super(DetectorKind.WASH_CYCLE, rule, FlowKind.FILL);
    }

    @Override
    void load() {
        window = nanos("windowSeconds");
        members = value("members");
        trades = value("trades");
        closedShare = value("closedShare");
        netShare = value("netShare");
        result = value("resultHalfSpreads");
        apart = value("entrySeconds");
    }

    @Override
    void on(Scene scene) {
        Activity who = scene.activity();
        if (!scene.opens(this, who)) {
            return;
        }
        TradeCircle.search(scene, scene.now() - window, circle -> {
            boolean round = circle.size() >= members
                    && circle.trades() >= trades
                    && circle.closedShare() >= closedShare
                    && circle.netShare() <= netShare
                    && circle.result() <= result
                    && circle.longestApart() <= apart;
            if (round) {
                scene.alert(circle.describe(scene.evidence(this, who))
                        .atMost("entrySeconds", circle.longestApart())
                        .atLeast("closedShare", circle.closedShare())
                        .atLeast("members", circle.size())
                        .atLeast("trades", circle.trades()));
            }
            return round;
        });
    }
}
