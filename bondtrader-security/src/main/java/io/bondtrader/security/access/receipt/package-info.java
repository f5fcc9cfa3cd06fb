/**
 * Decision receipts: small signed statements of who was permitted what, by which policy, on which proofs, for which content.
 * Whoever has the public key verifies them without us, without a database and without a network.
 */
@NullMarked
package io.bondtrader.security.access.receipt;

import org.jspecify.annotations.NullMarked;
