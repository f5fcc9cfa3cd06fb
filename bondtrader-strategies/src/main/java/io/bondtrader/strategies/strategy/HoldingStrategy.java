package io.bondtrader.strategies.strategy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.strategies.market.MarketView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds the same risk all the time: what others have to beat. The target is stated anew every {@code restateDays}, so that risk that has
 * drifted, and bonds that were replaced by newer ones, come back to it.
 *
 * <p>Loses when rates rise. For one thread.
 */
final class HoldingStrategy implements Strategy {

    static final Parameter PACE =
            Parameter.text("pace", "UST 10Y yield", "series whose publications it acts on; it does not look at them");
    static final Parameter RESTATE =
            Parameter.wholeNumber("restateDays", 30, 1, 3650, "days", "after which the target is stated anew");

    private final String name;
    private final List<String> instruments;
    private final Terms terms;
    private final Set<String> interests;
    private final Duration restate;
    private final Reason reason;
    private @Nullable Instant stated;

    private HoldingStrategy(String name, List<String> instruments, Parameters p) {
        this.name = name;
        this.instruments = instruments;
        this.terms = Terms.of(p);
        this.interests = new HashSet<>(instruments);
        interests.add(p.text(PACE));
        this.restate = Duration.ofDays(p.wholeNumber(RESTATE));
        this.reason = new Reason("HOLD", "it is a benchmark: it always holds this");
        InvalidInput.unless(!instruments.isEmpty(), "parameter instruments", instruments, "at least one");
    }

    static StrategyType buyAndHold() {
        Parameter instrument = MeanReversionStrategy.INSTRUMENT;
        return StrategyType.of(
                "buy-and-hold",
                "Benchmark: one bond, the same risk all the time.",
                List.of(instrument, PACE, RESTATE, Terms.DV01, Terms.HORIZON, Terms.VALID),
                p -> new HoldingStrategy("buy-and-hold", List.of(p.text(instrument)), p));
    }

    static StrategyType ladder() {
        return StrategyType.of(
                "ladder",
                "Benchmark: several maturities, an equal part of the risk in each.",
                List.of(Curve.INSTRUMENTS, PACE, RESTATE, Terms.DV01, Terms.HORIZON, Terms.VALID),
                p -> new HoldingStrategy("ladder", p.names(Curve.INSTRUMENTS), p));
    }

    @Override
    public int warmUp() {
        return 1;
    }

    @Override
    public Set<String> interests() {
        return Set.copyOf(interests);
    }

    @Override
    public List<Intent> onEvent(MarketView view) {
        Instant before = stated;
        if (before != null && view.asOf().isBefore(before.plus(restate))) {
            return List.of();
        }
        stated = view.asOf();
        List<Intent> intents = new ArrayList<>(instruments.size());
        for (String instrument : instruments) {
            intents.add(terms.intent(view, instrument, 1.0 / instruments.size(), 1, "", reason));
        }
        return intents;
    }

    @Override
    public String toString() {
        return name + " of " + instruments;
    }
}
