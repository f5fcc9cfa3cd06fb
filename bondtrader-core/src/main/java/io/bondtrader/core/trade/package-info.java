/** The desk's vocabulary: money, securities as a book knows them, positions, orders and executions. */
@NullMarked
package io.bondtrader.core.trade;

import org.jspecify.annotations.NullMarked;
