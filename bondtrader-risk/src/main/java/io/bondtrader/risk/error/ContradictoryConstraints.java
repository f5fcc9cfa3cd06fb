package io.bondtrader.risk.error;

import java.util.List;

/** Constraints of which no portfolio satisfies all. Dropping any one of those named makes the rest possible. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class ContradictoryConstraints extends RiskException {

    private final List<String> constraints;

    /**
     * Reports a contradiction.
     *
     * @param constraints the names of constraints that contradict each other, none of them superfluous
     */
    public ContradictoryConstraints(List<String> constraints) {
        super(
                RiskErrorCode.CONTRADICTORY_CONSTRAINTS,
                "no portfolio satisfies all of " + constraints + "; relax or drop any one of them");
        this.constraints = List.copyOf(constraints);
    }

    /** {@return the names of constraints that contradict each other, none of them superfluous} */
    public List<String> constraints() {
        return constraints;
    }
}
