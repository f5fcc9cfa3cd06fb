package io.bondtrader.risk.limit;

import io.bondtrader.core.alert.AlertSink;
import io.bondtrader.core.audit.AuditSink;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Position;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link LimitEngine}. For one thread; the engine is for many. */
public final class LimitEngineBuilder {

    final LimitSet limits;
    final LimitUniverse universe;
    final List<Position> positions = new ArrayList<>();
    final Map<String, DoubleSupplier> providers = new HashMap<>();
    final InstantSource clock;

    @Nullable
    AlertSink alerts;

    @Nullable
    AuditSink audit;

    LimitEngineBuilder(LimitSet limits, LimitUniverse universe, InstantSource clock) {
        this.clock = Objects.requireNonNull(clock);
        this.limits = Objects.requireNonNull(limits);
        this.universe = Objects.requireNonNull(universe);
    }

    /**
     * Adds positions that are there at the start.
     *
     * @param held the positions
     * @return this
     */
    public LimitEngineBuilder positions(List<Position> held) {
        positions.addAll(held);
        return this;
    }

    /**
     * Names a number that limits refer to: capital, a drawdown, a threshold that follows volatility.
     *
     * @param name its name
     * @param number called under the engine's lock at every check that needs it; must answer at once. Where it throws or
     *     gives no finite number, orders that need it are refused
     * @return this
     * @throws InvalidInput if the name is blank
     */
    public LimitEngineBuilder provider(String name, DoubleSupplier number) {
        InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
        providers.put(name, Objects.requireNonNull(number));
        return this;
    }

    /**
     * Sets who hears of refusals and exceeded limits.
     *
     * @param sink the sink; none unless set
     * @return this
     */
    public LimitEngineBuilder alerts(AlertSink sink) {
        alerts = Objects.requireNonNull(sink);
        return this;
    }

    /**
     * Sets who keeps refusals, exceeded limits, overrides and changes of state.
     *
     * @param sink the sink; none unless set
     * @return this
     */
    public LimitEngineBuilder audit(AuditSink sink) {
        audit = Objects.requireNonNull(sink);
        return this;
    }

    /**
     * Returns the engine.
     *
     * @return the engine with its positions
     * @throws MissingData if a position's security is not in the universe, or a limit asks for a provider, key rate,
     *     scenario or datum that there is none of
     */
    public LimitEngine build() {
        return new LimitEngine(this);
    }
}
