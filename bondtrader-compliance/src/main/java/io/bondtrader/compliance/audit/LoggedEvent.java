package io.bondtrader.compliance.audit;

import io.bondtrader.security.signing.HashValue;

/**
 * An event in the log. Immutable.
 *
 * @param index its place in the log, from 0: also its leaf in the Merkle tree
 * @param previous the hash of the event before it (its leaf hash); for the first event, the hash of the log's name
 * @param leaf the hash of this event's bytes as they stand in the log (RFC 6962, section 2.1)
 * @param record what it says
 */
public record LoggedEvent(long index, HashValue previous, HashValue leaf, AuditRecord record) {}
