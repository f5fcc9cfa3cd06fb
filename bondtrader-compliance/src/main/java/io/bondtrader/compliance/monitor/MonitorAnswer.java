package io.bondtrader.compliance.monitor;

/**
 * A decision and its place in the log. Immutable.
 *
 * @param decision what was decided
 * @param index the event that says so
 * @param rules which version of the rules decided
 */
public record MonitorAnswer(MonitorDecision decision, long index, String rules) {}
