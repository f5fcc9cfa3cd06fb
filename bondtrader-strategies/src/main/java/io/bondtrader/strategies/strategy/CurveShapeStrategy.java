package io.bondtrader.strategies.strategy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.ZeroVariance;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.factor.PrincipalComponents;
import io.bondtrader.strategies.market.MarketView;
import io.bondtrader.strategies.relativevalue.CurveLegs;
import io.bondtrader.strategies.relativevalue.CurveTrade;
import io.bondtrader.strategies.relativevalue.Neutrality;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bets on the shape of a curve: on the slope between two maturities, or on one against the two around it. Legs are weighed anew from
 * today's yields by the chosen neutrality; what is watched is the yield of the anchor (long leg, or body) less that of the hedges in
 * those very weights, over the whole window, so that the score is that of the trade that would be done.
 *
 * <p>By {@code reversion} it bets that the shape comes back to its mean, by {@code trend} that it goes on as over the window. Loses when
 * the curve changes for good, as at turns of policy. For one thread.
 */
final class CurveShapeStrategy implements Strategy {

    static final Parameter BET = Parameter.choice(
            "bet", List.of("reversion", "trend"), "whether the shape comes back, or goes on as it went");
    static final Parameter WINDOW =
            Parameter.wholeNumber("window", 250, 20, 5000, "observations", "how much of the past counts");
    static final Parameter REWEIGH =
            Parameter.wholeNumber("reweigh", 20, 1, 250, "observations", "how often weights are taken anew");
    static final Parameter DRIFT =
            Parameter.number("drift", 0.05, 0, 1, "of the anchor", "change of a hedge's weight that is worth a trade");

    private static final Reason STEEPER =
            new Reason("ANCHOR_YIELD_UP", "the anchor's yield is to rise against the hedges'");
    private static final Reason FLATTER =
            new Reason("ANCHOR_YIELD_DOWN", "the anchor's yield is to fall against the hedges'");
    private static final Reason DONE = new Reason("SHAPE_DONE", "the bet on the shape is over");
    private static final Reason REHEDGED = new Reason("REHEDGE", "the weights have drifted");

    private final String group;
    private final Curve curve;
    private final String neutrality;
    private final boolean reverts;
    private final Terms terms;
    private final Feed feed;
    private final ReversionRule rule;
    private final double threshold;
    private final double drift;
    private final int reweigh;
    private final double[][] past; // by leg, a ring
    private final int[] places; // hedges first, the anchor last
    private double[] shares; // DV01 of each hedge over that of the anchor
    private int next;
    private int count;
    private int sinceWeights;
    private int held; // 1: the anchor's yield is to rise
    private double heldConviction;
    private double[] heldShares = {};

    private CurveShapeStrategy(String group, Parameters p, Parameter neutralityOf, int legs) {
        this.group = group;
        this.curve = Curve.of(p, false);
        InvalidInput.unless(curve.size() == legs, "parameter instruments", curve.instruments(), legs + " instruments");
        this.neutrality = p.text(neutralityOf);
        this.reverts = p.text(BET).equals("reversion");
        this.terms = Terms.of(p);
        this.feed = new Feed(curve.allSeries());
        this.rule = new ReversionRule(
                p.number(ReversionRule.ENTRY), p.number(ReversionRule.EXIT), p.number(ReversionRule.STOP));
        this.threshold = p.number(ReversionRule.ENTRY);
        this.drift = p.number(DRIFT);
        this.reweigh = p.wholeNumber(REWEIGH);
        this.past = new double[legs][p.wholeNumber(WINDOW)];
        this.places = legs == 2 ? new int[] {0, 1} : new int[] {0, 2, 1};
        this.shares = new double[legs - 1];
    }

    static StrategyType slope() {
        Parameter neutrality = Parameter.choice(
                "neutrality", List.of("dv01", "cash", "regression", "principal"), "what the legs are weighed by");
        return StrategyType.of(
                "curve-slope",
                "The slope between two maturities comes back, or goes on: a steepener or a flattener.",
                parameters(neutrality, List.of("UST 2Y", "UST 10Y"), List.of(2.0, 10.0)),
                p -> new CurveShapeStrategy("curve-slope", p, neutrality, 2));
    }

    static StrategyType butterfly() {
        Parameter neutrality = Parameter.choice(
                "neutrality",
                List.of("fiftyFifty", "cashAndDv01", "regression", "principal"),
                "what the legs are weighed by");
        return StrategyType.of(
                "butterfly",
                "One maturity comes back against the two around it, or goes on.",
                parameters(neutrality, List.of("UST 2Y", "UST 5Y", "UST 10Y"), List.of(2.0, 5.0, 10.0)),
                p -> new CurveShapeStrategy("butterfly", p, neutrality, 3));
    }

    private static List<Parameter> parameters(Parameter neutrality, List<String> legs, List<Double> years) {
        List<String> yields = legs.stream().map(leg -> leg + " yield").toList();
        return List.of(
                Parameter.names("instruments", legs, legs.size(), "what is traded, by maturity"),
                Parameter.names("series", yields, legs.size(), "their yields as decimals, in the same order"),
                Parameter.numbers("years", years, 0.05, 100, "years", "their maturities, in the same order"),
                neutrality,
                BET,
                WINDOW,
                REWEIGH,
                DRIFT,
                ReversionRule.ENTRY,
                ReversionRule.EXIT,
                ReversionRule.STOP,
                Terms.DV01,
                Terms.HORIZON,
                Terms.VALID);
    }

    @Override
    public int warmUp() {
        return past[0].length;
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
        for (int leg = 0; leg < past.length; leg++) {
            past[leg][next] = feed.value(leg);
        }
        next = next + 1 == past[0].length ? 0 : next + 1;
        count = Math.min(past[0].length, count + 1);
        if (count < past[0].length) {
            return List.of();
        }
        if (sinceWeights++ % reweigh == 0) {
            double[] weighed = weigh();
            if (weighed == null) {
                return close(view);
            }
            shares = weighed;
        }
        double score = score();
        int side = reverts ? rule.next(score, true) : Math.abs(score) >= threshold ? (int) Math.signum(score) : 0;
        if (side != held) {
            return side == 0 ? close(view) : open(view, side, score, side > 0 ? STEEPER : FLATTER);
        }
        return held != 0 && drifted() ? open(view, held, score, REHEDGED) : List.of();
    }

    /** Deviations of the shape from its mean; by trend, of its change over the window from none. */
    private double score() {
        int n = past[0].length;
        double sum = 0;
        double squares = 0;
        double changes = 0;
        double first = 0;
        double before = 0;
        double value = 0;
        for (int k = 0; k < n; k++) {
            int t = next + k < n ? next + k : next + k - n;
            value = past[places[places.length - 1]][t];
            for (int h = 0; h < shares.length; h++) {
                value -= shares[h] * past[places[h]][t];
            }
            if (k == 0) {
                first = value;
            } else {
                changes += (value - before) * (value - before);
            }
            before = value;
            sum += value - first;
            squares += (value - first) * (value - first);
        }
        if (!reverts) {
            double usual = Math.sqrt(changes);
            return usual > 0 ? (value - first) / usual : 0;
        }
        double mean = sum / n;
        double variance = (squares - sum * mean) / (n - 1);
        // Below this a double cannot tell scatter from rounding.
        return variance > 1e-24 ? (value - first - mean) / Math.sqrt(variance) : 0;
    }

    /** Null where the rule has no answer, as while yields stand still. */
    private double @Nullable [] weigh() {
        try {
            CurveLegs legs = CurveLegs.parBonds(curve.years(), feed.values(), 2);
            List<String> names = legs.names();
            CurveTrade trade = places.length == 2
                    ? CurveTrade.steepener(legs, names.get(0), names.get(1), rule(names))
                    : CurveTrade.butterfly(legs, names.get(0), names.get(1), names.get(2), rule(names));
            double anchor = -trade.dv01(names.get(places[places.length - 1]));
            double[] weighed = new double[places.length - 1];
            for (int h = 0; h < weighed.length; h++) {
                weighed[h] = trade.dv01(names.get(places[h])) / anchor;
            }
            return weighed;
        } catch (ZeroVariance | InvalidInput unanswered) {
            return null;
        }
    }

    private Neutrality rule(List<String> names) {
        return switch (neutrality) {
            case "dv01" -> Neutrality.dv01();
            case "cash" -> Neutrality.cash();
            case "fiftyFifty" -> Neutrality.fiftyFifty();
            case "cashAndDv01" -> Neutrality.cashAndDv01();
            case "regression" -> Neutrality.regression(changes(names));
            default -> Neutrality.principal(PrincipalComponents.of(covariance(names)));
        };
    }

    private Map<String, double[]> changes(List<String> names) {
        Map<String, double[]> changes = new HashMap<>();
        int n = past[0].length;
        for (int leg = 0; leg < past.length; leg++) {
            double[] series = new double[n - 1];
            for (int k = 0; k < n - 1; k++) {
                series[k] = past[leg][(next + k + 1) % n] - past[leg][(next + k) % n];
            }
            changes.put(names.get(leg), series);
        }
        return changes;
    }

    private Covariance covariance(List<String> names) {
        Map<String, double[]> changes = changes(names);
        double[][] series = names.stream()
                .map(name -> changes.getOrDefault(name, new double[0]))
                .toArray(double[][]::new);
        double[][] matrix = new double[series.length][series.length];
        int n = series[0].length;
        for (int i = 0; i < series.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int t = 0; t < n; t++) {
                    sum += series[i][t] * series[j][t];
                }
                matrix[i][j] = sum / n;
                matrix[j][i] = matrix[i][j];
            }
        }
        return Covariance.of(names, matrix);
    }

    private boolean drifted() {
        for (int h = 0; h < shares.length; h++) {
            if (Math.abs(shares[h] - heldShares[h]) > drift) {
                return true;
            }
        }
        return false;
    }

    private List<Intent> open(MarketView view, int side, double score, Reason why) {
        if (side != held) {
            heldConviction = rule.conviction(score);
        }
        held = side;
        heldShares = shares.clone();
        Reason figure = new Reason("SCORE", Figures.signed(score) + " deviations");
        List<Intent> intents = new ArrayList<>(places.length);
        for (int i = 0; i < places.length; i++) {
            double part = i == places.length - 1 ? -1 : shares[i];
            String instrument = curve.instruments().get(places[i]);
            intents.add(terms.intent(view, instrument, side * part, heldConviction, group, why)
                    .because(figure.code(), figure.text()));
        }
        return intents;
    }

    private List<Intent> close(MarketView view) {
        if (held == 0) {
            return List.of();
        }
        held = 0;
        List<Intent> intents = new ArrayList<>(places.length);
        for (int place : places) {
            intents.add(terms.flat(view, curve.instruments().get(place), group, DONE));
        }
        return intents;
    }

    @Override
    public String toString() {
        return group + " of " + curve.instruments() + ", neutral by " + neutrality;
    }
}
