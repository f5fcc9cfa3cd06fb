package io.bondtrader.risk.limit;

import io.bondtrader.core.error.InvalidInput;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The trading states of scopes; what orders pass is decided by the most severe that contains them. Guarded by the engine. */
final class TradingStates {

    private final Map<Scope, StateChange> states = new LinkedHashMap<>();

    TradingState of(Holding holding) {
        TradingState worst = TradingState.ACTIVE;
        for (StateChange change : states.values()) {
            if (change.state().compareTo(worst) > 0 && change.scope().contains(holding::groupOf)) {
                worst = change.state();
            }
        }
        return worst;
    }

    private TradingState of(Scope scope) {
        StateChange change = states.get(scope);
        return change == null ? TradingState.ACTIVE : change.state();
    }

    StateChange tighten(Scope scope, TradingState state, String by, String reason, Instant now) {
        InvalidInput.unless(
                state.compareTo(of(scope)) >= 0,
                "state",
                state,
                "as severe as " + of(scope) + " at least; restore() goes back, with another person's approval");
        StateChange change = new StateChange(scope, state, by, null, reason, now);
        states.put(scope, change);
        return change;
    }

    StateChange restore(Scope scope, TradingState state, String by, String approvedBy, String reason, Instant now) {
        InvalidInput.unless(state.compareTo(of(scope)) < 0, "state", state, "less severe than " + of(scope));
        Limit.requireText("approvedBy", approvedBy);
        InvalidInput.unless(
                !by.strip().equalsIgnoreCase(approvedBy.strip()), "approvedBy", approvedBy, "another person than by");
        StateChange change = new StateChange(scope, state, by, approvedBy, reason, now);
        if (state == TradingState.ACTIVE) {
            states.remove(scope);
        } else {
            states.put(scope, change);
        }
        return change;
    }

    boolean isHalted(Scope scope) {
        return of(scope) == TradingState.HALTED;
    }

    List<StateChange> inForce() {
        return List.copyOf(states.values());
    }
}
