package io.bondtrader.compliance.transparency;

/**
 * A decision that the log has.
 *
 * @param decision what
 * @param index its place in the log
 */
public record TransparencyAnswer(TransparencyDecision decision, long index) {}
