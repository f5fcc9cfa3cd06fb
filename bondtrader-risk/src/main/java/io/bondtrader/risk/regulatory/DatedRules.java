package io.bondtrader.risk.regulatory;

/**
 * A set of parameters that a supervisor prescribes from a day on. Implementations are immutable and safe for use by many
 * threads.
 */
public interface DatedRules {

    /** {@return whose rules these are, from when on, and where they are written} */
    RuleSource source();
}
