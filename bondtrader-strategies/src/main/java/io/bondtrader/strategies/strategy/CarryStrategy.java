package io.bondtrader.strategies.strategy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.strategies.market.MarketView;
import io.bondtrader.strategies.signal.CarryAndRoll;
import io.bondtrader.strategies.signal.Change;
import io.bondtrader.strategies.signal.RollingVolatility;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Bets that the curve stays as it is: holds the bonds whose carry and roll-down is largest for the risk, and sells those where it is
 * smallest, unless it is long only. Carry is that of a par bond over its funding.
 *
 * <p>Risk is {@code perDv01}, the rise of yields that takes the gain, or {@code perVolatility}, the same over how far yields usually move.
 * Long and short risk are the same, so that the level of rates does not matter to first order. Loses when the curve flattens against the
 * position, and in long-only form when rates rise. For one thread.
 */
final class CarryStrategy implements Strategy {

    static final Parameter CARRIED = Parameter.number("carried", 0.25, 0.01, 2, "years", "over which carry is taken");
    static final Parameter COUNT =
            Parameter.wholeNumber("count", 1, 1, 100, "instruments", "how many are held, and how many sold");
    static final Parameter LONG_ONLY = Parameter.flag("longOnly", false, "whether nothing is sold");
    static final Parameter SCORE = Parameter.choice(
            "score", List.of("perVolatility", "perDv01"), "by which risk carry and roll-down are divided");
    static final Parameter LEAST = Parameter.number(
            "least", 0, -100, 100, "score", "difference of best and worst, or best alone, that has to be exceeded");

    private static final double DAYS = 252;

    private final Curve curve;
    private final Terms terms;
    private final Feed feed;
    private final Change[] moves;
    private final RollingVolatility[] volatilities;
    private final double carried;
    private final int count;
    private final boolean longOnly;
    private final boolean perVolatility;
    private final double least;
    private final int rebalance;
    private final double[] yields;
    private final double[] scores;
    private final int[] held;
    private boolean stated;
    private int sinceRebalance;

    private CarryStrategy(Parameters p) {
        this.curve = Curve.of(p, true);
        this.terms = Terms.of(p);
        this.feed = new Feed(curve.allSeries());
        this.carried = p.number(CARRIED);
        this.count = p.wholeNumber(COUNT);
        this.longOnly = p.flag(LONG_ONLY);
        this.perVolatility = p.text(SCORE).equals("perVolatility");
        this.least = p.number(LEAST);
        this.rebalance = p.wholeNumber(MomentumStrategy.REBALANCE);
        int size = curve.size();
        InvalidInput.unless(
                (longOnly ? count : 2 * count) <= size,
                "parameter count",
                count,
                "such that there are enough of " + size);
        InvalidInput.unless(
                carried < curve.years()[0],
                "parameter carried",
                carried,
                "below the shortest maturity, " + curve.years()[0]);
        this.moves = new Change[size];
        this.volatilities = new RollingVolatility[size];
        for (int i = 0; i < size; i++) {
            moves[i] = Change.difference(1);
            volatilities[i] = RollingVolatility.of(p.wholeNumber(MomentumStrategy.VOLATILITY));
        }
        this.yields = new double[size];
        this.scores = new double[size];
        this.held = new int[size];
    }

    static StrategyType type() {
        List<Parameter> parameters = new ArrayList<>(Curve.PARAMETERS);
        parameters.addAll(List.of(
                CARRIED,
                MomentumStrategy.VOLATILITY,
                SCORE,
                COUNT,
                LONG_ONLY,
                LEAST,
                MomentumStrategy.REBALANCE,
                Terms.DV01,
                Terms.HORIZON,
                Terms.VALID));
        return StrategyType.of(
                "carry",
                "The curve stays as it is, and bonds earn their carry and roll-down.",
                parameters,
                CarryStrategy::new);
    }

    @Override
    public int warmUp() {
        return 1 + volatilities[0].warmUp();
    }

    @Override
    public Set<String> interests() {
        return Set.copyOf(feed.names());
    }

    @Override
    public List<Intent> onEvent(MarketView view) {
        if (!feed.completes(view.event())) {
            return List.of();
        }
        boolean ready = true;
        for (int i = 0; i < yields.length; i++) {
            yields[i] = feed.value(i);
            double move = moves[i].update(yields[i]);
            if (moves[i].isReady()) {
                volatilities[i].update(move);
            }
            ready &= volatilities[i].isReady();
        }
        if (!ready || sinceRebalance++ % rebalance != 0) {
            return List.of();
        }
        double funding = curve.hasFunding() ? feed.value(curve.size()) : yields[0];
        for (int i = 0; i < scores.length; i++) {
            CarryAndRoll carry = CarryAndRoll.ofParYields(curve.years(), yields, curve.years()[i], carried, funding);
            double usual = volatilities[i].value() * Math.sqrt(DAYS);
            scores[i] = perVolatility ? (usual > 0 ? carry.perVolatility(usual) : 0) : carry.breakEvenBp();
        }
        return intents(view);
    }

    private List<Intent> intents(MarketView view) {
        double best = Double.NEGATIVE_INFINITY;
        double worst = Double.POSITIVE_INFINITY;
        for (double score : scores) {
            best = Math.max(best, score);
            worst = Math.min(worst, score);
        }
        boolean worthIt = (longOnly ? best : best - worst) > least;
        boolean changed = !stated;
        for (int i = 0; i < scores.length; i++) {
            int side = worthIt ? side(i) : 0;
            changed |= side != held[i];
            held[i] = side;
        }
        if (!changed) {
            return List.of();
        }
        stated = true;
        // All legs, so that they are sized and cut together.
        List<Intent> intents = new ArrayList<>(scores.length);
        for (int i = 0; i < scores.length; i++) {
            Reason why = new Reason(held[i] == 0 ? "CARRY_NONE" : "CARRY", "score " + Figures.signed(scores[i]));
            String instrument = curve.instruments().get(i);
            intents.add(terms.intent(view, instrument, held[i] / (double) count, 1, longOnly ? "" : "carry", why));
        }
        return intents;
    }

    private int side(int place) {
        int above = 0;
        int below = 0;
        for (int j = 0; j < scores.length; j++) {
            above += scores[j] > scores[place] || (scores[j] == scores[place] && j < place) ? 1 : 0;
            below += scores[j] < scores[place] || (scores[j] == scores[place] && j > place) ? 1 : 0;
        }
        if (longOnly) {
            return above < count && scores[place] > least ? 1 : 0;
        }
        return above < count ? 1 : below < count ? -1 : 0;
    }

    @Override
    public String toString() {
        return "carry of " + curve.instruments();
    }
}
