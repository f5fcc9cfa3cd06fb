/**
 * Who holds what: accounts and the natural persons behind them, grants of roles, delegations, exceptions, and the changes
 * of all these that wait for approval. One immutable book; a store swaps it in one step.
 */
@NullMarked
package io.bondtrader.security.access.grant;

import org.jspecify.annotations.NullMarked;
