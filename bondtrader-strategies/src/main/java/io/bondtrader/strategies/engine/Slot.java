package io.bondtrader.strategies.engine;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.strategies.market.Bar;
import io.bondtrader.strategies.market.CurvePublished;
import io.bondtrader.strategies.market.Listed;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.market.Observations;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.market.Redemption;
import io.bondtrader.strategies.market.Trade;
import io.bondtrader.strategies.market.Valuation;
import io.bondtrader.strategies.strategy.Intent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A strategy at work: what it has seen, what it wants to hold, how much of that it may. */
final class Slot {

    private final StrategySlot terms;
    private final StrategyView view;
    private final Set<String> interests;
    private final int warmUp;
    // Ascending by name: orders of one event go out in an order that does not depend on hashing.
    private final TreeMap<String, Intent> targets = new TreeMap<>();
    private final Set<String> stated = new TreeSet<>();
    private SlotState state = SlotState.ENABLED;
    private long seen;
    private double allocated = 1.0;
    private double best;
    private @Nullable String stopped;
    private @Nullable Instant firstLive;

    Slot(StrategySlot terms, StrategyView view) {
        this.terms = terms;
        this.view = view;
        this.interests = Set.copyOf(terms.strategy().interests());
        this.warmUp = terms.strategy().warmUp();
        InvalidInput.unless(warmUp >= 0, "warmUp", warmUp, "0 or more");
    }

    String id() {
        return terms.id();
    }

    SlotState state() {
        return state;
    }

    void setState(SlotState newState, String why) {
        state = newState;
        stopped = why;
        if (newState == SlotState.KILLED) {
            targets.replaceAll((name, intent) -> Intent.flat(name));
        }
    }

    /** Why it is not enabled; null if nobody said. */
    @Nullable
    String stopped() {
        return stopped;
    }

    boolean wants(MarketEvent event) {
        if (interests.isEmpty()) {
            return true;
        }
        if (event instanceof Quote quote) {
            return interests.contains(quote.instrument());
        }
        if (event instanceof Observations observations) {
            for (String name : observations.names().names()) {
                if (interests.contains(name)) {
                    return true;
                }
            }
            return false;
        }
        if (event instanceof Bar bar) {
            return interests.contains(bar.instrument());
        }
        if (event instanceof Trade trade) {
            return interests.contains(trade.instrument());
        }
        if (event instanceof Valuation valuation) {
            return interests.contains(valuation.instrument());
        }
        if (event instanceof CurvePublished curve) {
            return interests.contains(curve.name());
        }
        if (event instanceof Listed listed) {
            return interests.contains(listed.alias())
                    || interests.contains(listed.security().id());
        }
        return event instanceof Redemption redemption && interests.contains(redemption.instrument());
    }

    List<Intent> onEvent(Instant now) {
        seen++;
        if (firstLive == null && seen >= warmUp) {
            firstLive = now;
        }
        return terms.strategy().onEvent(view);
    }

    boolean warm() {
        return seen >= warmUp;
    }

    @Nullable
    Instant firstLive() {
        return firstLive;
    }

    long seen() {
        return seen;
    }

    int warmUp() {
        return warmUp;
    }

    void want(Intent intent) {
        targets.put(intent.instrument(), intent);
        stated.add(intent.instrument());
    }

    /** Names that it has stated a target for since they were last traded. */
    Set<String> stated() {
        return stated;
    }

    Map<String, Intent> targets() {
        return targets;
    }

    /** By how much its risk is multiplied: its own weight and what capital it was given. */
    double scale() {
        return terms.weight() * allocated;
    }

    double allocated() {
        return allocated;
    }

    void allocate(double newAllocation) {
        allocated = newAllocation;
    }

    /** Whether an account has lost more since its best than the slot may. */
    boolean losesTooMuch(double equity) {
        best = Math.max(best, equity);
        return best - equity > terms.maximumLoss();
    }
}
