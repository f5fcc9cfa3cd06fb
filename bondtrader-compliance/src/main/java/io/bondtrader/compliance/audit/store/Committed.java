package io.bondtrader.compliance.audit.store;

import io.bondtrader.security.signing.Checkpoint;

/**
 * What is durable.
 *
 * @param checkpoint after the last event
 * @param note the same, signed
 */
record Committed(Checkpoint checkpoint, String note) {}
