/**
 * Records that cannot be changed unseen: hash chains, Merkle trees with proofs, and checkpoints that are signed notes.
 * Verification needs public keys alone.
 */
@NullMarked
package io.bondtrader.security.signing;

import org.jspecify.annotations.NullMarked;
