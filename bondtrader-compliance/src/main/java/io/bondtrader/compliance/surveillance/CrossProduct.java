package io.bondtrader.compliance.surveillance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An owner presses on a related market, trades the other way in the bond at the price that follows, and takes the pressure
 * off again: it pays in the future what it gains in the bond. A hedge looks alike but follows the trade in the bond, opens
 * nothing and does not move the future.
 *
 * <p>Source: Regulation (EU) No 596/2014, Article 12, and Delegated Regulation (EU) 2016/522, Annex II, on inter-trading
 * product manipulation; levels are house choices.
 */
final class CrossProduct extends Detector {

    private static final int FEWEST = 2;
    private static final int MOST_PENDING = 8;

    private long window;
    private double fills;
    private double volumeShare;
    private double deviations;
    private double unwoundShare;
    private double profit;
    private double displacedShare;
    private double ownShare;
    private double openedShare;
    private double revertedShare;

    CrossProduct(RuleVersion rule) {
        super(DetectorKind.CROSS_PRODUCT, rule, FlowKind.FILL);
    }

    /** A fill in the bond after pressure on the related market. */
    private record Leg(
            Fill bond,
            List<Fill> push,
            double pushed,
            double share,
            double moved,
            double displaced,
            double own,
            double opened) {}

    @Override
    void load() {
        window = nanos("windowSeconds");
        fills = value("fills");
        volumeShare = value("volumeShare");
        deviations = value("deviations");
        unwoundShare = value("unwoundShare");
        profit = value("profitHalfSpreads");
        displacedShare = value("displacedShare");
        ownShare = value("ownMoveShare");
        openedShare = value("openedShare");
        revertedShare = value("revertedShare");
    }

    @Override
    void on(Scene scene) {
        String related = scene.instrument().terms.related();
        InstrumentFlow future = related.isEmpty() ? null : scene.instruments.get(related);
        if (future != null) {
            remember(scene, future);
        }
        if (scene.activity().memory[slot()] != null) {
            unwound(scene, legs(scene.activity()));
        }
    }

    private void remember(Scene scene, InstrumentFlow future) {
        Activity there = future.byOwner.get(scene.activity().owner);
        long from = scene.now() - window;
        int sign = -scene.event().sign();
        if (there == null || there.lastFillNanos(sign) < from) {
            return;
        }
        List<Fill> push = new ArrayList<>();
        double pushed = 0;
        for (int i = there.fills.firstSince(from); i < there.fills.size(); i++) {
            Fill fill = there.fills.get(i);
            if (fill.sign() == sign && fill.event.aggressive()) {
                push.add(fill);
                pushed += fill.size();
            }
        }
        if (push.size() < FEWEST) {
            return;
        }
        Fill first = push.get(0);
        Fill last = push.get(push.size() - 1);
        double share = pushed / Pressure.traded(future, push, pushed);
        double way = sign * (last.midAfter - first.mid);
        double opened = Pressure.position(there, sign, last.time())
                + Math.min(0, Pressure.position(scene.activity(), sign, last.time()));
        legs(there)
                .add(
                        scene.now(),
                        new Leg(
                                scene.fill(),
                                push,
                                pushed,
                                share,
                                Pressure.deviations(push),
                                way > 0 ? sign * (future.mid - first.mid) / way : 0,
                                Pressure.ownShare(push, sign),
                                opened / pushed));
    }

    private void unwound(Scene scene, Recent<Leg> legs) {
        legs.forgetBefore(scene.now() - window);
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            if (leg.bond().sign() == scene.event().sign()) {
                look(scene, leg);
            }
        }
    }

    private void look(Scene scene, Leg leg) {
        Activity who = leg.bond().activity;
        double back = 0;
        Recent<Fill> there = scene.activity().fills;
        for (int i = there.firstSince(leg.bond().time()); i < there.size(); i++) {
            back += there.get(i).sign() == scene.event().sign() ? there.get(i).size() : 0;
        }
        double reverted = reverted(leg, scene.event().sign(), scene.instrument().mid);
        double halfSpread = leg.bond().halfSpread;
        double gain = halfSpread > 0
                ? leg.bond().sign() * (who.instrument.mid - leg.bond().event.price()) / halfSpread
                : 0;
        if (leg.push().size() < fills
                || leg.displaced() < displacedShare
                || leg.own() < ownShare
                || leg.opened() < openedShare
                || reverted < revertedShare
                || leg.share() < volumeShare
                || leg.moved() < deviations
                || back < unwoundShare * leg.pushed()
                || gain < profit
                || !scene.opens(this, who)) {
            return;
        }
        Evidence evidence = scene.evidence(this, who)
                .since(leg.push().get(0).time())
                .event(leg.bond().event.index())
                .atLeast("displacedShare", leg.displaced())
                .atLeast("ownMoveShare", leg.own())
                .atLeast("openedShare", leg.opened())
                .atLeast("revertedShare", reverted)
                .atLeast("fills", leg.push().size())
                .atLeast("volumeShare", leg.share())
                .atLeast("deviations", leg.moved())
                .atLeast("unwoundShare", back / leg.pushed())
                .atLeast("profitHalfSpreads", gain);
        leg.push().forEach(fill -> evidence.event(fill.event.index()));
        scene.alert(evidence);
    }

    /** How much of the push the related market has given back: what is pushed comes back, what is known stays. */
    private static double reverted(Leg leg, int sign, double mid) {
        double from = leg.push().get(0).mid;
        double to = leg.push().get(leg.push().size() - 1).midAfter;
        return to == from ? 0 : Math.max(0, sign * (mid - to) / Math.abs(to - from));
    }

    @SuppressWarnings("unchecked") // only this detector writes its slot
    private Recent<Leg> legs(Activity there) {
        @Nullable Object known = there.memory[slot()];
        if (known == null) {
            known = new Recent<Leg>(MOST_PENDING);
            there.memory[slot()] = known;
        }
        return (Recent<Leg>) known;
    }
}
