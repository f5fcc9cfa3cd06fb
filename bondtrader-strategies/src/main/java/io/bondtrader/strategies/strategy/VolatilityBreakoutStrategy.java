package io.bondtrader.strategies.strategy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.strategies.market.MarketView;
import io.bondtrader.strategies.signal.EwmaVolatility;
import io.bondtrader.strategies.signal.PriceChannel;
import java.util.List;
import java.util.Set;

/**
 * Bets that a move out of the channel of the last observations goes on, if it clears the channel by more than usual moves: by
 * {@code clearance} volatilities. The bet ends when the series has come back by {@code trail} volatilities from its best, or after
 * {@code longest} observations.
 *
 * <p>Loses in markets without direction, a little at a time. For one thread.
 */
final class VolatilityBreakoutStrategy implements Strategy {

    static final Parameter INSTRUMENT = Parameter.text("instrument", "UST 10Y", "what is traded");
    static final Parameter SERIES = Parameter.text("series", "UST 10Y yield", "what is watched");
    static final Parameter CHANNEL =
            Parameter.wholeNumber("channel", 55, 2, 5000, "observations", "highest and lowest of how many count");
    static final Parameter CLEARANCE =
            Parameter.number("clearance", 0.5, 0, 20, "volatilities", "by how much the channel has to be cleared");
    static final Parameter TRAIL =
            Parameter.number("trail", 3, 0.1, 100, "volatilities", "way back from the best that ends the bet");
    static final Parameter DECAY =
            Parameter.number("decay", 0.94, 0.5, 0.999, "per observation", "memory of the volatility");
    static final Parameter LONGEST =
            Parameter.wholeNumber("longest", 120, 1, 5000, "observations", "how long a bet is held at most");

    private static final Reason UP = new Reason("BREAKOUT_UP", "the series left its channel upwards");
    private static final Reason DOWN = new Reason("BREAKOUT_DOWN", "the series left its channel downwards");
    private static final Reason RETRACED = new Reason("RETRACED", "the series came back from its best");
    private static final Reason EXPIRED = new Reason("HELD_LONGEST", "the bet was held for as long as it may be");

    private final String instrument;
    private final Quoted quoted;
    private final Terms terms;
    private final Feed feed;
    private final PriceChannel channel;
    private final EwmaVolatility volatility;
    private final double clearance;
    private final double trail;
    private final int longest;
    private double last;
    private boolean first = true;
    private int side; // of the series
    private double best;
    private int heldFor;

    private VolatilityBreakoutStrategy(Parameters p) {
        this.instrument = p.text(INSTRUMENT);
        this.quoted = Quoted.of(p.text(Quoted.PARAMETER));
        this.terms = Terms.of(p);
        this.feed = new Feed(List.of(p.text(SERIES)));
        this.channel = PriceChannel.of(p.wholeNumber(CHANNEL));
        this.volatility = EwmaVolatility.of(p.number(DECAY));
        this.clearance = p.number(CLEARANCE);
        this.trail = p.number(TRAIL);
        this.longest = p.wholeNumber(LONGEST);
        InvalidInput.unless(longest >= 1, "parameter longest", longest, "1 or more");
    }

    static StrategyType type() {
        return StrategyType.of(
                "volatility-breakout",
                "A move that clears the channel of the past by more than usual goes on.",
                List.of(
                        INSTRUMENT,
                        SERIES,
                        Quoted.PARAMETER,
                        CHANNEL,
                        CLEARANCE,
                        TRAIL,
                        DECAY,
                        LONGEST,
                        Terms.DV01,
                        Terms.HORIZON,
                        Terms.VALID),
                VolatilityBreakoutStrategy::new);
    }

    @Override
    public int warmUp() {
        return 1 + Math.max(channel.warmUp(), volatility.warmUp());
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
        // Channel and volatility of the past: what is new must not be in what it is measured by.
        double usual = volatility.value();
        boolean ready = channel.isReady() && volatility.isReady() && usual > 0;
        double above = value - channel.upper();
        double below = channel.lower() - value;
        channel.update(value);
        if (first) {
            first = false;
        } else {
            volatility.update(value - last);
        }
        last = value;
        return ready ? decide(view, value, usual, above, below) : List.of();
    }

    private List<Intent> decide(MarketView view, double value, double usual, double above, double below) {
        int breaks = above > clearance * usual ? 1 : below > clearance * usual ? -1 : 0;
        if (breaks != 0 && breaks != side) {
            side = breaks;
            best = value;
            heldFor = 0;
            double cleared = (breaks > 0 ? above : below) / usual;
            double conviction = Math.max(0.5, Math.min(1, cleared / (2 * clearance + 1)));
            return List.of(
                    terms.intent(view, instrument, quoted.sign() * side, conviction, "", breaks > 0 ? UP : DOWN));
        }
        if (side == 0) {
            return List.of();
        }
        heldFor++;
        best = side > 0 ? Math.max(best, value) : Math.min(best, value);
        boolean retraced = side * (best - value) > trail * usual;
        if (retraced || heldFor >= longest) {
            side = 0;
            return List.of(terms.flat(view, instrument, "", retraced ? RETRACED : EXPIRED));
        }
        return List.of();
    }

    @Override
    public String toString() {
        return "volatility-breakout of " + feed.names().get(0) + " with " + instrument;
    }
}
