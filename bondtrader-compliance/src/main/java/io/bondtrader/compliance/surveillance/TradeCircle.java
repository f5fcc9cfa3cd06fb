package io.bondtrader.compliance.surveillance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * Owners among whom a bond went round: a strongly connected component of the graph from sellers to buyers. The component is
 * then peeled: the member whose net position and result are furthest from nothing is left out and the component found anew,
 * so that the sequence of circles does not depend on any threshold.
 *
 * <p>Source: Victor and Weintraud 2021, "Detecting and quantifying wash trading on decentralized cryptocurrency exchanges",
 * WWW '21, for components with balanced members; the peeling and the result in half-spreads are ours.
 */
final class TradeCircle {

    /** What a member bought, sold and gained by it. */
    private static final class Member {
        private final Activity activity;
        private double bought;
        private double sold;
        private double gain;
        private double gainScale;
        /** All that it traded in the window, with members and others. */
        private double traded;
        /** What it paid for trading: beyond the middle when it bought, below it when it sold. */
        private double cost;
        /** Tarjan's index and low link. */
        private int index;

        private int low;
        private boolean stacked;
        private int component;

        Member(Activity activity) {
            this.activity = activity;
        }

        double netShare() {
            return Math.abs(bought - sold) / (bought + sold);
        }

        double result() {
            return gainScale > 0 ? Math.abs(gain) / gainScale : 0;
        }

        double imbalance() {
            return 25 * netShare() + result();
        }

        void clear() {
            bought = 0;
            sold = 0;
            gain = 0;
            gainScale = 0;
            cost = 0;
        }
    }

    /** A trade: an arrow from seller to buyer. */
    private record Arrow(Member seller, Member buyer, Fill fill) {}

    private final List<Arrow> arrows;
    private final double mid;

    private TradeCircle(List<Arrow> arrows, double mid) {
        this.arrows = arrows;
        this.mid = mid;
    }

    /**
     * Looks for circles through the trade that the scene shows, from the largest to the smallest.
     *
     * @return whether {@code found} was content with one
     */
    static boolean search(Scene scene, long begin, Predicate<TradeCircle> found) {
        Activity buyer = scene.activity();
        Activity seller = Counterparties.activityOf(scene.event().counterparty(), scene);
        boolean hopeless = scene.event().sign() < 0
                || seller == null
                || seller == buyer
                || buyer.lastSellNanos < begin
                || seller.lastBuyNanos < begin;
        if (hopeless) {
            return false;
        }
        InstrumentFlow instrument = scene.instrument();
        Map<Activity, Member> members = new LinkedHashMap<>();
        List<Arrow> arrows = new ArrayList<>();
        for (int i = instrument.trades.firstSince(begin); i < instrument.trades.size(); i++) {
            Fill fill = instrument.trades.get(i);
            Activity other = Counterparties.activityOf(fill.event.counterparty(), scene);
            if (other != null && other != fill.activity && fill.sign() > 0) {
                Member from = members.computeIfAbsent(other, Member::new);
                Member to = members.computeIfAbsent(fill.activity, Member::new);
                from.traded += fill.size();
                to.traded += fill.size();
                arrows.add(new Arrow(from, to, fill));
            }
        }
        Member start = members.get(buyer);
        while (start != null) {
            arrows = componentOf(start, arrows);
            if (arrows.isEmpty()) {
                return false;
            }
            TradeCircle circle = new TradeCircle(arrows, instrument.mid);
            circle.settle();
            if (found.test(circle)) {
                return true;
            }
            Member worst = circle.worst();
            if (worst == start) {
                return false;
            }
            arrows = arrows.stream()
                    .filter(arrow -> arrow.seller != worst && arrow.buyer != worst)
                    .toList();
        }
        return false;
    }

    /** The arrows within the strongly connected component of a member: Tarjan 1972. */
    private static List<Arrow> componentOf(Member start, List<Arrow> arrows) {
        Map<Member, List<Member>> next = new HashMap<>();
        for (Arrow arrow : arrows) {
            arrow.seller.index = 0;
            arrow.buyer.index = 0;
            arrow.seller.component = 0;
            arrow.buyer.component = 0;
            arrow.seller.stacked = false;
            arrow.buyer.stacked = false;
            List<Member> buyers = next.computeIfAbsent(arrow.seller, seller -> new ArrayList<>());
            if (!buyers.contains(arrow.buyer)) {
                buyers.add(arrow.buyer);
            }
        }
        start.index = 0;
        start.component = 0;
        new Tarjan(next).visit(start);
        int wanted = start.component;
        return arrows.stream()
                .filter(arrow -> arrow.seller.component == wanted && arrow.buyer.component == wanted)
                .toList();
    }

    /** The walk of one search; as deep as there are owners in a window. */
    private static final class Tarjan {
        private final Map<Member, List<Member>> next;
        private final List<Member> stack = new ArrayList<>();
        private int visited;
        private int components;

        Tarjan(Map<Member, List<Member>> next) {
            this.next = next;
        }

        void visit(Member member) {
            visited++;
            member.index = visited;
            member.low = visited;
            member.stacked = true;
            stack.add(member);
            for (Member buyer : next.getOrDefault(member, List.of())) {
                if (buyer.index == 0) {
                    visit(buyer);
                    member.low = Math.min(member.low, buyer.low);
                } else if (buyer.stacked) {
                    member.low = Math.min(member.low, buyer.index);
                }
            }
            if (member.low == member.index) {
                components++;
                Member popped;
                do {
                    popped = stack.remove(stack.size() - 1);
                    popped.stacked = false;
                    popped.component = components;
                } while (popped != member);
            }
        }
    }

    private void settle() {
        for (Arrow arrow : arrows) {
            arrow.seller.clear();
            arrow.buyer.clear();
        }
        for (Arrow arrow : arrows) {
            double size = arrow.fill.size();
            double gain = (mid - arrow.fill.event.price()) * size;
            double scale = arrow.fill.halfSpread * size;
            double paid = (arrow.fill.event.price() - arrow.fill.mid) * size;
            arrow.buyer.cost += paid;
            arrow.seller.cost -= paid;
            arrow.buyer.bought += size;
            arrow.buyer.gain += gain;
            arrow.buyer.gainScale += scale;
            arrow.seller.sold += size;
            arrow.seller.gain -= gain;
            arrow.seller.gainScale += scale;
        }
    }

    private Member worst() {
        Member worst = arrows.get(0).seller;
        for (Arrow arrow : arrows) {
            worst = arrow.seller.imbalance() > worst.imbalance() ? arrow.seller : worst;
            worst = arrow.buyer.imbalance() > worst.imbalance() ? arrow.buyer : worst;
        }
        return worst;
    }

    private List<Member> members() {
        List<Member> members = new ArrayList<>();
        for (Arrow arrow : arrows) {
            if (!members.contains(arrow.seller)) {
                members.add(arrow.seller);
            }
        }
        return members;
    }

    int size() {
        return members().size();
    }

    int trades() {
        return arrows.size();
    }

    /** The largest net share of a member. */
    double netShare() {
        return members().stream().mapToDouble(Member::netShare).max().orElse(1);
    }

    /** The largest result of a member, in half-spreads for each unit traded. */
    double result() {
        return members().stream().mapToDouble(Member::result).max().orElse(0);
    }

    /**
     * What members paid, or earned, for trading: half-spreads for each unit, over all members. Of a member with two trades, between which
     * the market moved, it says little.
     */
    double cost() {
        double cost = 0;
        double scale = 0;
        for (Member member : members()) {
            cost += Math.abs(member.cost);
            scale += member.gainScale;
        }
        return scale > 0 ? cost / scale : 0;
    }

    /** How much of all that its members traded meanwhile they traded with each other. */
    double closedShare() {
        double inside = 0;
        double all = 0;
        for (Member member : members()) {
            inside += member.bought + member.sold;
            all += member.traded;
        }
        return all > 0 ? inside / all : 0;
    }

    /** The mean time between the entries of the two orders of a trade: who arranges a trade meets at once. */
    double secondsApart() {
        return apart().average().orElse(0) / 1e9;
    }

    /** The longest time between the entries of the two orders of a trade: one that waited in the book met whoever came. */
    double longestApart() {
        return apart().max().orElse(0) / 1e9;
    }

    private LongStream apart() {
        return arrows.stream().mapToLong(arrow -> arrow.fill.entriesApart());
    }

    List<Fill> fills() {
        return arrows.stream().map(Arrow::fill).toList();
    }

    Evidence describe(Evidence evidence) {
        members().forEach(member -> evidence.other(member.activity.owner));
        fills().forEach(fill -> evidence.event(fill.event.index()).since(fill.time()));
        return evidence.atMost("netShare", netShare()).atMost("resultHalfSpreads", result());
    }
}
