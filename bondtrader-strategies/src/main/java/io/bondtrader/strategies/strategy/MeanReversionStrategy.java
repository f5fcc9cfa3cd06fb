package io.bondtrader.strategies.strategy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.strategies.market.MarketView;
import io.bondtrader.strategies.signal.ZScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Bets that a series comes back to its mean, and only while statistics say that it does: a score far from the mean of the window opens the
 * bet, the unit root test, the KPSS test and the half-life have to agree, and their withdrawal closes it. The same
 * for a credit spread, whose rate risk a government bond takes.
 *
 * <p>Loses when a mean that held for years moves for good, which the tests notice late. For one thread.
 */
final class MeanReversionStrategy implements Strategy {

    static final Parameter INSTRUMENT = Parameter.text("instrument", "UST 10Y", "what is traded");
    static final Parameter SERIES = Parameter.text("series", "UST 10Y yield", "what is watched");

    static final Parameter HEDGE =
            Parameter.text("hedge", "none", "instrument that takes the opposite risk; none for no hedge");

    private static final Reason ENTER_LONG = new Reason("REVERSION_LONG", "the price is to come back up");
    private static final Reason ENTER_SHORT = new Reason("REVERSION_SHORT", "the price is to come back down");
    private static final Reason DONE = new Reason("REVERSION_DONE", "the series is back, or went past the stop");
    private static final Reason SHUT = new Reason("GATE_SHUT", "the series no longer looks like one that comes back");

    private final String name;
    private final String instrument;
    private final String hedge;
    private final Quoted quoted;
    private final Terms terms;
    private final Feed feed;
    private final ZScore score;
    private final ReversionGate gate;
    private final ReversionRule rule;
    private final int window;
    private int held;

    private MeanReversionStrategy(String name, Parameters p, String instrument, String series, Quoted quoted) {
        this.name = name;
        this.instrument = instrument;
        this.hedge = p.text(HEDGE);
        InvalidInput.unless(!hedge.equals(instrument), "parameter hedge", hedge, "another than the instrument");
        this.quoted = quoted;
        this.terms = Terms.of(p);
        this.feed = new Feed(List.of(series));
        this.window = p.wholeNumber(ReversionGate.WINDOW);
        this.score = ZScore.of(window);
        this.gate = new ReversionGate(ReversionGate.Rules.of(p));
        this.rule = new ReversionRule(
                p.number(ReversionRule.ENTRY), p.number(ReversionRule.EXIT), p.number(ReversionRule.STOP));
    }

    static StrategyType type() {
        return StrategyType.of(
                "mean-reversion",
                "A series that left its mean comes back, while statistical tests say that it does.",
                parameters(INSTRUMENT, SERIES, HEDGE, Quoted.PARAMETER),
                p -> new MeanReversionStrategy(
                        "mean-reversion", p, p.text(INSTRUMENT), p.text(SERIES), Quoted.of(p.text(Quoted.PARAMETER))));
    }

    static StrategyType creditSpread() {
        Parameter instrument = Parameter.text("instrument", "CORP 10Y", "what is traded");
        Parameter series = Parameter.text("series", "CORP 10Y spread", "its spread over governments, which is watched");
        Parameter hedge = Parameter.text(
                "hedge", "UST 10Y", "government bond that takes the opposite rate risk; none for no hedge");
        return StrategyType.of(
                "credit-spread-reversion",
                "A credit spread that left its mean comes back, while statistical tests say that it does.",
                parameters(instrument, series, hedge),
                p -> new MeanReversionStrategy(
                        "credit-spread-reversion", p, p.text(instrument), p.text(series), Quoted.YIELD));
    }

    private static List<Parameter> parameters(Parameter... first) {
        List<Parameter> parameters = new ArrayList<>(List.of(first));
        parameters.addAll(ReversionGate.PARAMETERS);
        parameters.addAll(List.of(ReversionRule.ENTRY, ReversionRule.EXIT, ReversionRule.STOP));
        parameters.addAll(List.of(Terms.DV01, Terms.HORIZON, Terms.VALID));
        return parameters;
    }

    @Override
    public int warmUp() {
        return window;
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
        double value = feed.value(0);
        double now = score.update(value);
        boolean open = gate.next(value, rule.asks(now));
        int side = quoted.sign() * rule.next(now, open && score.isReady());
        if (side == held) {
            return List.of();
        }
        held = side;
        Reason why = side > 0 ? ENTER_LONG : side < 0 ? ENTER_SHORT : open ? DONE : SHUT;
        double conviction = side == 0 ? 1 : rule.conviction(now);
        String figure = Figures.signed(now) + " deviations";
        String group = hedge.equals("none") ? "" : name;
        Intent intent =
                terms.intent(view, instrument, side, conviction, group, why).because("SCORE", figure);
        return hedge.equals("none")
                ? List.of(intent)
                : List.of(intent, terms.intent(view, hedge, -side, conviction, group, why));
    }

    @Override
    public String toString() {
        return name + " of " + feed.names().get(0) + " with " + instrument;
    }
}
