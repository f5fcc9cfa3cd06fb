package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Side;
import io.bondtrader.risk.error.ContradictoryConstraints;
import io.bondtrader.risk.optimise.RebalancingProposal.Trade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Brings holdings towards target weights in whole lots, without spending cash that is not there.
 *
 * <p>The policy says which weights are wanted. Lots, least pieces, costs and cash are then decided together: of all positions that
 * are closed, or at least a least piece, in whole lots, or left as they are, those with the least sum of squared deviations from
 * the wanted weights are chosen, among those whose costs and purchases are paid from sales and cash above the reserve. Amounts are
 * rounded to the currency's decimals, costs upwards. Immutable and safe for use by many threads.
 */
public final class Rebalancing {

    private static final int NEIGHBOURS = 2; // lots looked at on either side of the wanted face

    private final List<Holding> holdings;
    private final Money cash;
    private final Money reserve;
    private final double[] targets;

    private Rebalancing(List<Holding> holdings, Money cash, Money reserve, double[] targets) {
        this.holdings = holdings;
        this.cash = cash;
        this.reserve = reserve;
        this.targets = targets;
    }

    /**
     * Starts from holdings and cash, with no cash to be held back.
     *
     * @param holdings what is held and what may be bought, no asset twice
     * @param cash that is held
     * @param targets weights of the holdings in the whole, cash included; not negative, at most one in all
     * @return the rebalancing
     * @throws InvalidInput if there is no holding, an asset stands twice, a target is negative or not finite, or they sum to
     *     more than one
     */
    public static Rebalancing of(List<Holding> holdings, Money cash, double... targets) {
        InvalidInput.unless(!holdings.isEmpty(), "holdings", holdings, "not empty");
        Set<String> names = new HashSet<>();
        holdings.forEach(holding -> InvalidInput.unless(
                names.add(holding.asset()), "asset of a holding", holding.asset(), "different from all others"));
        double[] checked = Portfolio.checked("target", targets, holdings.size());
        double sum = 0;
        for (double target : checked) {
            InvalidInput.unless(target >= 0, "target", target, "not negative");
            sum += target;
        }
        InvalidInput.unless(sum <= 1 + 1e-12, "sum of targets", sum, "at most 1");
        return new Rebalancing(List.copyOf(holdings), cash, Money.zero(cash.currency()), checked);
    }

    /**
     * Holds cash back.
     *
     * @param least cash that must be left
     * @return the rebalancing with that reserve
     * @throws InvalidInput if it is of another currency
     */
    public Rebalancing withReserve(Money least) {
        InvalidInput.unless(
                least.currency().equals(cash.currency()), "currency", least.currency(), "" + cash.currency());
        return new Rebalancing(holdings, cash, least, targets);
    }

    /**
     * Proposes trades.
     *
     * @param policy when to trade, and how far
     * @param today the day
     * @return trades with reasons and costs; none if the policy sees no need and the reserve is kept
     * @throws InvalidInput if nothing is held and there is no cash, or the policy is about other holdings
     * @throws ContradictoryConstraints if the reserve cannot be raised by selling everything
     */
    public RebalancingProposal propose(RebalancingPolicy policy, LocalDate today) {
        double total = cash.toDouble();
        for (Holding holding : holdings) {
            total += holding.value(holding.face());
        }
        InvalidInput.unless(total > 0 && total < 1e13, "value of holdings and cash", total, "positive, below 1e13");
        double[] weights = new double[holdings.size()];
        double[] costs = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = holdings.get(i).value(holdings.get(i).face()) / total;
            costs[i] = holdings.get(i).cost();
        }
        RebalancingPolicy.Situation situation =
                new RebalancingPolicy.Situation(weights.clone(), targets.clone(), costs, today);
        RebalancingPolicy.Wish wish = policy.wish(situation).orElse(null);
        boolean lacksCash = cash.compareTo(reserve) < 0;
        if (wish == null && !lacksCash) {
            return untouched("the policy sees no need");
        }
        if (wish == null) {
            boolean[] all = new boolean[weights.length];
            Arrays.fill(all, true);
            wish = new RebalancingPolicy.Wish(weights.clone(), all, "raises the cash reserve");
        }
        return choose(wish, situation, total);
    }

    private RebalancingProposal untouched(String reason) {
        TreeMap<String, String> reasons = new TreeMap<>();
        holdings.forEach(holding -> reasons.put(holding.asset(), reason));
        List<BigDecimal> faces = holdings.stream().map(Holding::face).toList();
        double deviation = deviation(faces, cash.toDouble());
        return new RebalancingProposal(
                List.of(), reasons, cash, cash, Money.zero(cash.currency()), deviation, deviation, true);
    }

    /** A face that a position may have after the trade, and the cents that takes. */
    private record Candidate(BigDecimal face, BigDecimal amount, BigDecimal cost, LotChoice.Option option) {}

    private RebalancingProposal choose(
            RebalancingPolicy.Wish wish, RebalancingPolicy.Situation situation, double total) {
        double[] reachable = affordable(wish, situation, total);
        List<List<Candidate>> candidates = new ArrayList<>();
        for (int i = 0; i < holdings.size(); i++) {
            Set<BigDecimal> faces = new TreeSet<>();
            Holding holding = holdings.get(i);
            faces.add(holding.face());
            if (wish.moves[i]) {
                addFaces(faces, holding, wish.weights[i] * total);
                addFaces(faces, holding, reachable[i] * total);
                faces.add(BigDecimal.ZERO);
            }
            List<Candidate> of = new ArrayList<>();
            for (BigDecimal face : faces) {
                of.add(candidate(holding, face, wish.weights[i], total));
            }
            candidates.add(of);
        }
        int digits = Math.max(0, cash.currency().getDefaultFractionDigits());
        long spendable = cash.minus(reserve)
                .amount()
                .movePointRight(digits)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
        LotChoice.Choice choice = LotChoice.of(
                candidates.stream()
                        .map(of -> of.stream().map(Candidate::option).toList())
                        .toList(),
                spendable);
        if (choice.chosen().isEmpty()) {
            throw new ContradictoryConstraints(List.of("cash reserve of " + reserve, "holdings that may be sold"));
        }
        List<Candidate> chosen = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            chosen.add(candidates.get(i).get(choice.chosen().get(i)));
        }
        return proposal(chosen, wish, situation, choice.proven());
    }

    /** Weights as close to the wanted ones as costs and cash allow, before lots. */
    private double[] affordable(RebalancingPolicy.Wish wish, RebalancingPolicy.Situation situation, double total) {
        int n = holdings.size();
        double[] lower = new double[n];
        double[] upper = new double[n];
        for (int i = 0; i < n; i++) {
            lower[i] = wish.moves[i] ? 0 : situation.weights[i];
            upper[i] = wish.moves[i] ? Double.POSITIVE_INFINITY : situation.weights[i];
        }
        double[] pull = new double[n];
        for (int i = 0; i < n; i++) {
            pull[i] = -2 * wish.weights[i];
        }
        Solution solution = Problem.over(holdings.stream().map(Holding::asset).toList())
                .minimise(Objective.concentration(), Objective.linear(pull))
                .subjectTo(
                        Constraint.bounds("positions", lower, upper),
                        Constraint.selfFinancing(
                                "cash",
                                situation.weights,
                                situation.costs,
                                cash.minus(reserve).toDouble() / total))
                .build()
                .solve();
        return solution instanceof Solution.Optimal optimal ? optimal.weights() : new double[n];
    }

    private static void addFaces(Set<BigDecimal> faces, Holding holding, double value) {
        BigDecimal lots = BigDecimal.valueOf(
                        Math.max(0, value) * 100 / holding.dirtyPrice().doubleValue())
                .divide(holding.lot(), 0, RoundingMode.FLOOR);
        for (int k = -NEIGHBOURS + 1; k <= NEIGHBOURS; k++) {
            BigDecimal face = lots.add(BigDecimal.valueOf(k)).multiply(holding.lot());
            if (face.signum() >= 0) {
                faces.add(
                        face.signum() > 0 && face.compareTo(holding.minimumPiece()) < 0
                                ? holding.minimumPiece()
                                : face.stripTrailingZeros());
            }
        }
    }

    private Candidate candidate(Holding holding, BigDecimal face, double wanted, double total) {
        int digits = Math.max(0, cash.currency().getDefaultFractionDigits());
        BigDecimal change = face.subtract(holding.face());
        BigDecimal amount =
                change.multiply(holding.dirtyPrice()).movePointLeft(2).setScale(digits, RoundingMode.HALF_UP);
        BigDecimal cost =
                amount.abs().multiply(BigDecimal.valueOf(holding.cost())).setScale(digits, RoundingMode.UP);
        double off = holding.value(face) / total - wanted;
        long cents = amount.add(cost).movePointRight(digits).longValueExact();
        return new Candidate(face, amount, cost, new LotChoice.Option(off * off, cents));
    }

    private RebalancingProposal proposal(
            List<Candidate> chosen,
            RebalancingPolicy.Wish wish,
            RebalancingPolicy.Situation situation,
            boolean proven) {
        Money cost = Money.zero(cash.currency());
        Money left = cash;
        for (Candidate candidate : chosen) {
            Money paid = new Money(candidate.cost(), cash.currency());
            cost = cost.plus(paid);
            left = left.minus(paid).minus(new Money(candidate.amount(), cash.currency()));
        }
        List<BigDecimal> faces = chosen.stream().map(Candidate::face).toList();
        double after = worth(faces, left.toDouble());
        List<Trade> trades = new ArrayList<>();
        TreeMap<String, String> untouched = new TreeMap<>();
        for (int i = 0; i < chosen.size(); i++) {
            Holding holding = holdings.get(i);
            BigDecimal change = chosen.get(i).face().subtract(holding.face());
            if (change.signum() == 0) {
                untouched.put(
                        holding.asset(),
                        wish.moves[i] ? "no whole lot is closer within cash" : "the policy leaves it alone");
                continue;
            }
            trades.add(new Trade(
                    holding.asset(),
                    change.signum() > 0 ? Side.BUY : Side.SELL,
                    change.abs(),
                    new Money(chosen.get(i).amount().abs(), cash.currency()),
                    new Money(chosen.get(i).cost(), cash.currency()),
                    situation.weights[i],
                    holding.value(chosen.get(i).face()) / after,
                    targets[i],
                    wish.reason));
        }
        List<BigDecimal> before = holdings.stream().map(Holding::face).toList();
        return new RebalancingProposal(
                trades,
                untouched,
                cash,
                left,
                cost,
                deviation(before, cash.toDouble()),
                deviation(faces, left.toDouble()),
                proven);
    }

    private double worth(List<BigDecimal> faces, double money) {
        double total = money;
        for (int i = 0; i < faces.size(); i++) {
            total += holdings.get(i).value(faces.get(i));
        }
        return total;
    }

    private double deviation(List<BigDecimal> faces, double money) {
        double total = worth(faces, money);
        double sum = 0;
        for (int i = 0; i < faces.size(); i++) {
            sum += Math.abs(holdings.get(i).value(faces.get(i)) / total - targets[i]) / 2;
        }
        return sum;
    }

    /** {@return the holdings and the cash} */
    @Override
    public String toString() {
        return "Rebalancing of " + holdings + " and " + cash;
    }
}
