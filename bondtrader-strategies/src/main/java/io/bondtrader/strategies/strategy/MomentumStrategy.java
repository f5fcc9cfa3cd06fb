package io.bondtrader.strategies.strategy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.strategies.market.MarketView;
import io.bondtrader.strategies.signal.CarryAndRoll;
import io.bondtrader.strategies.signal.Change;
import io.bondtrader.strategies.signal.CrossSection;
import io.bondtrader.strategies.signal.RollingVolatility;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Bets that bonds that did well go on doing so. The score of a bond is the weighted mean of four factors, each from -1 to 1:
 *
 * <ul>
 *   <li>trend: the sign of its yield's fall over the lookback;
 *   <li>risk-adjusted: that fall over its volatility, two and more counting as one;
 *   <li>cross-section: the rank of the risk-adjusted fall among all;
 *   <li>carry: carry and roll-down of a par bond a year per volatility, one and more counting as one.
 * </ul>
 *
 * <p>Scores below {@code least} are no bet. Loses when trends turn, in all bonds at once. For one thread.
 */
final class MomentumStrategy implements Strategy {

    static final Parameter LOOKBACK =
            Parameter.wholeNumber("lookback", 120, 5, 2000, "observations", "over which the change of yields counts");
    static final Parameter VOLATILITY =
            Parameter.wholeNumber("volatility", 60, 5, 2000, "observations", "over which volatility is taken");
    static final Parameter TREND = Parameter.number("trendWeight", 1, 0, 100, "weight", "of the sign of the trend");
    static final Parameter RISK_ADJUSTED =
            Parameter.number("riskAdjustedWeight", 1, 0, 100, "weight", "of the trend over its volatility");
    static final Parameter CROSS_SECTION =
            Parameter.number("crossSectionWeight", 1, 0, 100, "weight", "of the rank among all");
    static final Parameter CARRY = Parameter.number("carryWeight", 1, 0, 100, "weight", "of carry and roll-down");
    static final Parameter LEAST = Parameter.number("least", 0.2, 0, 0.99, "score", "below which there is no bet");
    static final Parameter REBALANCE =
            Parameter.wholeNumber("rebalance", 5, 1, 250, "observations", "how often positions are set");

    static final Parameter STEP =
            Parameter.number("step", 0.1, 0, 2, "score", "change of a score that is worth a trade");

    private static final double DAYS = 252;
    private static final double QUARTER = 0.25;

    private final Curve curve;
    private final Terms terms;
    private final Feed feed;
    private final Change[] changes;
    private final Change[] moves;
    private final RollingVolatility[] volatilities;
    private final double[] weights;
    private final double least;
    private final int lookback;
    private final int rebalance;
    private final double[] adjusted;
    private final double[] yields;
    private final double[] held;
    private final boolean[] stated;
    private final double step;
    private int sinceRebalance;

    private MomentumStrategy(Parameters p) {
        this.curve = Curve.of(p, true);
        this.terms = Terms.of(p);
        this.feed = new Feed(curve.allSeries());
        int count = curve.size();
        this.lookback = p.wholeNumber(LOOKBACK);
        this.changes = new Change[count];
        this.moves = new Change[count];
        this.volatilities = new RollingVolatility[count];
        for (int i = 0; i < count; i++) {
            changes[i] = Change.difference(lookback);
            moves[i] = Change.difference(1);
            volatilities[i] = RollingVolatility.of(p.wholeNumber(VOLATILITY));
        }
        this.weights =
                new double[] {p.number(TREND), p.number(RISK_ADJUSTED), p.number(CROSS_SECTION), p.number(CARRY)};
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        InvalidInput.unless(sum > 0, "parameters of weight", sum, "not all zero");
        InvalidInput.unless(
                weights[2] == 0 || count >= 2, "parameter instruments", curve.instruments(), "two or more for ranks");
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= sum;
        }
        this.least = p.number(LEAST);
        this.rebalance = p.wholeNumber(REBALANCE);
        this.adjusted = new double[count];
        this.yields = new double[count];
        this.held = new double[count];
        this.stated = new boolean[count];
        this.step = p.number(STEP);
    }

    static StrategyType type() {
        List<Parameter> parameters = new ArrayList<>(Curve.PARAMETERS);
        parameters.addAll(List.of(
                LOOKBACK,
                VOLATILITY,
                TREND,
                RISK_ADJUSTED,
                CROSS_SECTION,
                CARRY,
                LEAST,
                REBALANCE,
                STEP,
                Terms.DV01,
                Terms.HORIZON,
                Terms.VALID));
        return StrategyType.of(
                "momentum",
                "Bonds that did well, by trend, risk, rank and carry, go on doing so.",
                parameters,
                MomentumStrategy::new);
    }

    @Override
    public int warmUp() {
        return Math.max(changes[0].warmUp(), 1 + volatilities[0].warmUp());
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
        for (int i = 0; i < changes.length; i++) {
            yields[i] = feed.value(i);
            changes[i].update(yields[i]);
            double move = moves[i].update(yields[i]);
            if (moves[i].isReady()) {
                volatilities[i].update(move);
            }
            ready &= changes[i].isReady() && volatilities[i].isReady();
        }
        if (!ready || sinceRebalance++ % rebalance != 0) {
            return List.of();
        }
        for (int i = 0; i < adjusted.length; i++) {
            double usual = volatilities[i].value() * Math.sqrt(lookback);
            adjusted[i] = usual > 0 ? -changes[i].value() / usual : 0;
        }
        double[] ranks = adjusted.length > 1 ? CrossSection.ranks(adjusted) : new double[1];
        List<Intent> intents = new ArrayList<>(adjusted.length);
        for (int i = 0; i < adjusted.length; i++) {
            decide(view, i, ranks[i], intents);
        }
        return intents;
    }

    private void decide(MarketView view, int place, double rank, List<Intent> intents) {
        double trend = Math.signum(adjusted[place]);
        double risk = Math.max(-1, Math.min(1, adjusted[place] / 2));
        double carry = weights[3] > 0 ? carry(place) : 0;
        double score = weights[0] * trend + weights[1] * risk + weights[2] * rank + weights[3] * carry;
        double wanted = Math.abs(score) < least ? 0 : score;
        if (stated[place] && (wanted == held[place] || Math.abs(wanted - held[place]) < step)) {
            return;
        }
        stated[place] = true;
        held[place] = wanted;
        String figures = "score " + Figures.signed(score) + ": trend " + Figures.signed(trend) + ", risk-adjusted "
                + Figures.signed(risk) + ", rank " + Figures.signed(rank) + ", carry " + Figures.signed(carry);
        Reason why = new Reason(wanted == 0 ? "MOMENTUM_NONE" : "MOMENTUM", figures);
        String instrument = curve.instruments().get(place);
        intents.add(
                wanted == 0
                        ? terms.flat(view, instrument, "", why)
                        : terms.intent(view, instrument, Math.signum(wanted), Math.abs(wanted), "", why));
    }

    private double carry(int place) {
        double usual = volatilities[place].value() * Math.sqrt(DAYS);
        if (!(usual > 0)) {
            return 0;
        }
        double funding = curve.hasFunding() ? feed.value(curve.size()) : yields[0];
        CarryAndRoll score = CarryAndRoll.ofParYields(
                curve.years(), yields, curve.years()[place], Math.min(QUARTER, curve.years()[place] / 2), funding);
        return Math.max(-1, Math.min(1, score.perVolatility(usual)));
    }

    @Override
    public String toString() {
        return "momentum of " + curve.instruments();
    }
}
