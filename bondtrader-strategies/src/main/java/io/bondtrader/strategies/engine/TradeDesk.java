package io.bondtrader.strategies.engine;

import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.market.Listed;
import io.bondtrader.strategies.market.Valuation;
import io.bondtrader.strategies.sizing.LotTerms;
import io.bondtrader.strategies.strategy.Intent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Turns what strategies want to hold into what the house has to trade: sizes in lots, lets opposite wishes meet at the middle of
 * the market, asks the limits, and sends what is left.
 */
final class TradeDesk {

    /** What one strategy wants to trade of one security. */
    private record Wish(Slot slot, Intent intent, BigDecimal change) {}

    /** What the house trades of one security, with whose it is. */
    private static final class Parcel {
        private final Security security;
        private final String instrument;
        private final Slot[] owners;
        private final Intent[] intents;
        private BigDecimal[] shares;
        private final Side side;

        Parcel(Security security, String instrument, Side side, Slot[] owners, Intent[] intents, BigDecimal[] shares) {
            this.security = security;
            this.instrument = instrument;
            this.side = side;
            this.owners = owners;
            this.intents = intents;
            this.shares = shares;
        }

        BigDecimal face() {
            BigDecimal sum = BigDecimal.ZERO;
            for (BigDecimal share : shares) {
                sum = sum.add(share);
            }
            return sum;
        }
    }

    private final EngineConfig config;
    private final LotTerms lots;
    private final MarketRecord market;
    private final Ledger ledger;
    private final Tracer tracer;
    private final OrderFlow orders;
    private final Crossings crossings;
    // Names that are traded as soon as something says what a basis point of them is worth.
    private final Set<String> unpriced = new TreeSet<>();

    TradeDesk(
            EngineConfig config,
            MarketRecord market,
            Ledger ledger,
            Tracer tracer,
            OrderFlow orders,
            Crossings crossings) {
        this.config = config;
        this.lots = new LotTerms(config.lot(), config.lot());
        this.market = market;
        this.ledger = ledger;
        this.tracer = tracer;
        this.orders = orders;
        this.crossings = crossings;
    }

    /** Trades towards what strategies want: under some names for all of them, under others for those who stated it now. */
    void rebalance(Collection<Slot> all, SortedSet<String> names, Set<String> forAll, Instant now) {
        List<Parcel> parcels = new ArrayList<>(names.size());
        for (String name : names) {
            List<Slot> slots = new ArrayList<>(all);
            if (!forAll.contains(name)) {
                slots.removeIf(slot -> !slot.stated().contains(name));
            }
            String current = market.resolve(name);
            if (waits(slots, name, current)) {
                continue;
            }
            for (String older : List.copyOf(market.generations(name))) {
                if (!older.equals(current)) {
                    collect(slots, name, older, false, parcels, now);
                }
            }
            collect(slots, name, current, true, parcels, now);
        }
        if (!parcels.isEmpty()) {
            send(parcels, now);
        }
    }

    /** Whether a new bond has no price yet although it is wanted: then the one before it is kept until it has. */
    private boolean waits(Collection<Slot> slots, String name, String current) {
        if (market.valuation(current) != null || market.generations(name).size() < 2) {
            return false;
        }
        boolean wanted = false;
        for (Slot slot : slots) {
            Intent intent = slot.targets().get(name);
            wanted |= intent != null && intent.signedDv01() != 0.0;
        }
        return wanted && unpriced.add(name);
    }

    /** Looks again at names that have got a price since, and at the other legs of their trades. */
    void retry(Collection<Slot> slots, Set<String> touched) {
        if (unpriced.isEmpty()) {
            return;
        }
        for (String name : List.copyOf(unpriced)) {
            if (market.valuation(market.resolve(name)) != null && unpriced.remove(name)) {
                touched.add(name);
                for (Slot slot : slots) {
                    touchGroup(slot, name, touched);
                }
            }
        }
    }

    private static void touchGroup(Slot slot, String name, Set<String> touched) {
        Intent intent = slot.targets().get(name);
        if (intent != null && !intent.group().isEmpty()) {
            slot.targets().forEach((other, leg) -> {
                if (leg.group().equals(intent.group())) {
                    touched.add(other);
                }
            });
        }
    }

    private void collect(
            Collection<Slot> slots,
            String name,
            String securityId,
            boolean current,
            List<Parcel> parcels,
            Instant now) {
        List<Wish> wishes = new ArrayList<>();
        for (Slot slot : slots) {
            Intent intent = slot.targets().get(name);
            if (intent != null && slot.state() != SlotState.DISABLED) {
                Wish wish = wish(slot, intent, securityId, current, now);
                if (wish != null) {
                    wishes.add(wish);
                }
            }
        }
        if (wishes.isEmpty()) {
            return;
        }
        Listed listed = market.listing(securityId);
        if (listed == null) {
            return; // every wish of such a security was refused
        }
        Parcel parcel = net(listed.security(), name, wishes, now);
        if (parcel != null) {
            parcels.add(parcel);
        }
    }

    /** Whether nothing says what a basis point of it is worth, although some of it is wanted. */
    private boolean unknown(Intent intent) {
        String securityId = market.resolve(intent.instrument());
        Valuation valuation = market.valuation(securityId);
        return intent.signedDv01() != 0.0
                && (valuation == null || valuation.dv01() <= 0.0 || market.listing(securityId) == null);
    }

    /** Whether another leg of the same trade cannot be sized: then this one is not traded either. */
    private boolean lacksLeg(Slot slot, Intent intent) {
        if (intent.group().isEmpty() || intent.signedDv01() == 0.0) {
            return false;
        }
        for (Intent other : slot.targets().values()) {
            if (other.group().equals(intent.group()) && unknown(other)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Wish wish(Slot slot, Intent intent, String securityId, boolean current, Instant now) {
        BigDecimal held = ledger.account(slot.id()).face(securityId).add(orders.pending(slot, securityId));
        if (!current && held.signum() == 0) {
            return null;
        }
        BigDecimal target = BigDecimal.ZERO;
        if (current && intent.signedDv01() != 0.0) {
            Valuation valuation = market.valuation(securityId);
            Listed listed = market.listing(securityId);
            if (valuation == null || listed == null) {
                tracer.step(
                        slot, intent, Stage.REFUSED, "NO_VALUATION", "nothing says what a basis point is worth", now);
                unpriced.add(intent.instrument());
                return null;
            }
            Optional<String> refusal = ledger.refusal(listed.security());
            if (refusal.isPresent()) {
                tracer.step(slot, intent, Stage.REFUSED, refusal.get(), "nothing that can be held", now);
                return null;
            }
            if (valuation.dv01() <= 0.0) {
                tracer.step(slot, intent, Stage.REFUSED, "NO_RISK", "its DV01 is not positive", now);
                return null;
            }
            if (lacksLeg(slot, intent)) {
                tracer.step(slot, intent, Stage.REFUSED, "OTHER_LEG", "another leg cannot be sized", now);
                return null;
            }
            double wanted = Math.abs(intent.signedDv01()) * slot.scale() * 100.0 / valuation.dv01();
            target = BigDecimal.valueOf(intent.direction().sign() * (long) lots.roundDown(wanted));
            tracer.sized(slot, intent, target, now);
        }
        BigDecimal change = target.subtract(held);
        if (change.signum() != 0 && orders.withdrawAgainst(slot, securityId, change.signum(), now)) {
            held = ledger.account(slot.id()).face(securityId).add(orders.pending(slot, securityId));
            change = target.subtract(held);
        }
        if (change.signum() == 0) {
            tracer.step(slot, intent, Stage.UNCHANGED, "AT_TARGET", "", now);
            return null;
        }
        boolean sameSide = target.signum() != 0 && target.signum() == held.signum();
        if (sameSide
                && change.abs().doubleValue() <= config.band() * target.abs().doubleValue()) {
            tracer.step(slot, intent, Stage.UNCHANGED, "WITHIN_BAND", "", now);
            return null;
        }
        return new Wish(slot, intent, change);
    }

    /** Crosses the smaller side of the wishes with the larger one; what is left of the larger is for the market. */
    private @Nullable Parcel net(Security security, String name, List<Wish> wishes, Instant now) {
        BigDecimal buys = BigDecimal.ZERO;
        BigDecimal sells = BigDecimal.ZERO;
        for (Wish wish : wishes) {
            if (wish.change().signum() > 0) {
                buys = buys.add(wish.change());
            } else {
                sells = sells.subtract(wish.change());
            }
        }
        Side side = buys.compareTo(sells) >= 0 ? Side.BUY : Side.SELL;
        List<Wish> larger = new ArrayList<>();
        List<Wish> smaller = new ArrayList<>();
        for (Wish wish : wishes) {
            (wish.change().signum() == side.sign() ? larger : smaller).add(wish);
        }
        BigDecimal[] shares = amounts(larger);
        BigDecimal crossed = buys.min(sells);
        if (crossed.signum() > 0) {
            BigDecimal[] parts = ProRata.divide(crossed, shares);
            cross(security, name, larger, parts, side, now);
            cross(security, name, smaller, amounts(smaller), side.opposite(), now);
            for (int i = 0; i < shares.length; i++) {
                shares[i] = shares[i].subtract(parts[i]);
            }
        }
        if (buys.compareTo(sells) == 0) {
            return null;
        }
        Slot[] owners = new Slot[larger.size()];
        Intent[] intents = new Intent[owners.length];
        for (int i = 0; i < owners.length; i++) {
            owners[i] = larger.get(i).slot();
            intents[i] = larger.get(i).intent();
        }
        return new Parcel(security, name, side, owners, intents, shares);
    }

    private static BigDecimal[] amounts(List<Wish> wishes) {
        return wishes.stream().map(wish -> wish.change().abs()).toArray(BigDecimal[]::new);
    }

    private void cross(Security security, String name, List<Wish> wishes, BigDecimal[] faces, Side side, Instant now) {
        for (int i = 0; i < faces.length; i++) {
            if (faces[i].signum() > 0) {
                Slot slot = wishes.get(i).slot();
                BigDecimal change = side == Side.BUY ? faces[i] : faces[i].negate();
                crossings.add(slot, security, name, change);
                tracer.traded(slot, name, security.id(), Stage.NETTED, change, "with another strategy", now);
            }
        }
    }

    /** Asks the limits for all, cuts the legs of a trade alike, and sends what is left. */
    private void send(List<Parcel> parcels, Instant now) {
        Map<String, Double> smallest = new LinkedHashMap<>();
        TreeMap<Integer, PreTradeRisk.Answer> answers = new TreeMap<>();
        if (orders.limited()) {
            for (int i = 0; i < parcels.size(); i++) {
                Parcel parcel = parcels.get(i);
                Order order = orders.draft(parcel.security, parcel.side, parcel.face());
                PreTradeRisk.Answer answer = orders.check(order);
                answers.put(i, answer);
                double share = answer.face().doubleValue() / order.face().doubleValue();
                for (int owner = 0; owner < parcel.owners.length; owner++) {
                    String group = group(parcel, owner);
                    if (!group.isEmpty()) {
                        smallest.merge(group, share, Math::min);
                    }
                }
            }
        }
        List<PreparedOrder> prepared = new ArrayList<>(parcels.size());
        Set<String> broken = new TreeSet<>();
        for (int i = 0; i < parcels.size(); i++) {
            Parcel parcel = parcels.get(i);
            PreTradeRisk.Answer answer = answers.get(i);
            if (answer != null) {
                cut(parcel, answer, smallest, now);
            }
            if (parcel.face().signum() > 0) {
                PreparedOrder order = orders.prepare(prepared(parcel, now), now);
                if (order.denied()) {
                    broken.addAll(order.groups());
                }
                prepared.add(order);
            }
        }
        for (PreparedOrder order : prepared) {
            if (!order.denied()) {
                boolean whole = order.groups().stream().noneMatch(broken::contains);
                if (whole) {
                    orders.release(order, now);
                } else {
                    orders.abandon(order, now);
                }
            }
        }
    }

    private static PreparedOrder prepared(Parcel parcel, Instant now) {
        Set<String> groups = new TreeSet<>();
        Instant expiry = Instant.MIN;
        for (int i = 0; i < parcel.owners.length; i++) {
            groups.add(group(parcel, i));
            Instant lapses = parcel.intents[i].expiry();
            // A target that has outlived its intent stands: what follows from it, such as a roll, does not lapse.
            Instant standing = lapses.isAfter(now) ? lapses : Instant.MAX;
            expiry = standing.isAfter(expiry) ? standing : expiry;
        }
        groups.remove("");
        return new PreparedOrder(
                parcel.security, parcel.instrument, parcel.side, parcel.owners, parcel.shares, groups, expiry);
    }

    private void cut(Parcel parcel, PreTradeRisk.Answer answer, Map<String, Double> smallest, Instant now) {
        BigDecimal whole = parcel.face();
        BigDecimal[] allowed = answer.face().compareTo(whole) >= 0
                ? parcel.shares.clone()
                : ProRata.divide(answer.face(), parcel.shares);
        for (int i = 0; i < allowed.length; i++) {
            double share = smallest.getOrDefault(group(parcel, i), 1.0);
            BigDecimal most = BigDecimal.valueOf((long) lots.roundDown(share * parcel.shares[i].doubleValue()));
            BigDecimal granted = share < 1.0 ? allowed[i].min(most) : allowed[i];
            if (granted.compareTo(parcel.shares[i]) < 0) {
                Stage stage = granted.signum() == 0 ? Stage.REJECTED : Stage.REDUCED;
                String code = answer.code().isEmpty() ? "OTHER_LEG" : answer.code();
                tracer.cut(parcel.owners[i], parcel.intents[i], stage, code, answer.detail(), granted, now);
            }
            allowed[i] = granted;
        }
        parcel.shares = allowed;
    }

    private static String group(Parcel parcel, int owner) {
        String group = parcel.intents[owner].group();
        return group.isEmpty() ? "" : parcel.owners[owner].id() + '/' + group;
    }
}
