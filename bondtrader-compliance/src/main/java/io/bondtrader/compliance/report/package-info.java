/**
 * Reports that are computed from the verified log alone: every cell names the events that it came from, the whole is a
 * Merkle tree of its rows, and anybody who holds the log computes it again and compares.
 */
@NullMarked
package io.bondtrader.compliance.report;

import org.jspecify.annotations.NullMarked;
