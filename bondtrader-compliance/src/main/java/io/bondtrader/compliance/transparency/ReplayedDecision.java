package io.bondtrader.compliance.transparency;

/**
 * A logged decision, made again.
 *
 * @param index its place in the log
 * @param reference of the order or the trade
 * @param decision as it comes out now
 * @param same whether that is, byte by byte, what the log says
 */
public record ReplayedDecision(long index, String reference, TransparencyDecision decision, boolean same) {}
