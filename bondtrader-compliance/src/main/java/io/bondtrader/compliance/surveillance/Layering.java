package io.bondtrader.compliance.surveillance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Orders on several price levels of one side, a fill of the same owner on the other side after the market has moved its way,
 * then the layers are withdrawn. A maker of markets with a ladder on either side shows both sides alike.
 *
 * <p>Source: Delegated Regulation (EU) 2016/522, Annex II, Section 1, "layering and spoofing"; shares are house choices.
 */
final class Layering extends Detector {

    private static final int MOST_PENDING = 4;
    private static final int FEWEST_LEVELS = 2;

    private double levels;
    private double depthShare;
    private long fillWithin;
    private long withdrawnWithin;
    private double withdrawnShare;
    private double move;
    private double asymmetry;

    Layering(RuleVersion rule) {
        super(DetectorKind.LAYERING, rule, FlowKind.FILL, FlowKind.CANCEL);
    }

    /** The layers that stood when the other side traded. */
    private record Stack(Fill fill, List<LiveOrder> layers, int levels, double size, double depth, double opposite) {}

    @Override
    void load() {
        levels = value("levels");
        depthShare = value("depthShare");
        fillWithin = nanos("fillWithinSeconds");
        withdrawnWithin = nanos("withdrawnWithinSeconds");
        withdrawnShare = value("withdrawnShare");
        move = value("moveHalfSpreads");
        asymmetry = value("shownToOppositeShown");
    }

    @Override
    void on(Scene scene) {
        if (scene.event().kind() == FlowKind.FILL) {
            remember(scene);
        } else {
            withdrawn(scene);
        }
    }

    private void remember(Scene scene) {
        Fill fill = scene.fill();
        Activity who = scene.activity();
        List<LiveOrder> live = who.live(-fill.sign());
        if (live.size() < FEWEST_LEVELS) {
            return;
        }
        // Levels are those of one book: a quote that one client asked for is no level of it.
        Map<String, List<LiveOrder>> books = new TreeMap<>();
        for (LiveOrder order : live) {
            books.computeIfAbsent(order.venue, venue -> new ArrayList<>()).add(order);
        }
        books.values().forEach(layers -> remember(scene, fill, who, layers));
    }

    private void remember(Scene scene, Fill fill, Activity who, List<LiveOrder> layers) {
        TreeSet<Double> prices = new TreeSet<>();
        double size = 0;
        long first = Long.MAX_VALUE;
        for (LiveOrder order : layers) {
            prices.add(order.price);
            size += order.open();
            first = Math.min(first, order.enteredNanos);
        }
        if (prices.size() < FEWEST_LEVELS) {
            return;
        }
        double opposite = who.shown(fill.sign(), first) + (fill.order == null ? fill.size() : 0);
        double depth = fill.sign() > 0 ? who.instrument.askDepth : who.instrument.bidDepth;
        Recent<Stack> pending = pending(who);
        pending.add(scene.now(), new Stack(fill, layers, prices.size(), size, depth, opposite));
    }

    private void withdrawn(Scene scene) {
        LiveOrder order = scene.order();
        if (order == null || order.activity.memory[slot()] == null) {
            return;
        }
        Activity who = order.activity;
        Recent<Stack> pending = pending(who);
        for (int i = pending.size() - 1; i >= 0; i--) {
            Stack stack = pending.get(i);
            if (stack.fill().sign() == -order.sign && scene.now() - stack.fill().time() <= withdrawnWithin) {
                look(scene, who, stack);
            }
        }
    }

    private void look(Scene scene, Activity who, Stack stack) {
        Fill fill = stack.fill();
        double gone = 0;
        long first = Long.MAX_VALUE;
        double moved = 0;
        for (LiveOrder layer : stack.layers()) {
            if (layer.cancelled && layer.endedNanos - fill.time() <= withdrawnWithin) {
                gone += layer.open();
            }
            first = Math.min(first, layer.enteredNanos);
            // Since whichever layer saw the worst price: those that follow push on.
            moved = Math.max(moved, -fill.sign() * (fill.mid - layer.mid) / fill.halfSpread);
        }
        if (fill.halfSpread <= 0
                || stack.levels() < levels
                || stack.depth() <= 0
                || stack.size() < depthShare * stack.depth()
                || fill.time() - first > fillWithin
                || gone < withdrawnShare * stack.size()
                || moved < move
                || stack.size() < asymmetry * stack.opposite()
                || !scene.opens(this, who)) {
            return;
        }
        Evidence evidence = scene.evidence(this, who)
                .since(first)
                .event(fill.event.index())
                .atLeast("levels", stack.levels())
                .atLeast("depthShare", stack.size() / stack.depth())
                .atMost("fillWithinSeconds", (fill.time() - first) / 1e9)
                .atMost("withdrawnWithinSeconds", (scene.now() - fill.time()) / 1e9)
                .atLeast("withdrawnShare", gone / stack.size())
                .atLeast("moveHalfSpreads", moved)
                .atLeast("shownToOppositeShown", stack.size() / stack.opposite());
        stack.layers().forEach(layer -> evidence.event(layer.enteredIndex));
        scene.alert(evidence);
    }

    @SuppressWarnings("unchecked") // only this detector writes its slot
    private Recent<Stack> pending(Activity who) {
        Object known = who.memory[slot()];
        if (known == null) {
            known = new Recent<Stack>(MOST_PENDING);
            who.memory[slot()] = known;
        }
        return (Recent<Stack>) known;
    }
}
