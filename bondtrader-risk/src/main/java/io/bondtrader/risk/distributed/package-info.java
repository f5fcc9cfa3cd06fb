/**
 * Work in partitions that may run anywhere: on threads of this machine by default, on a cluster through an engine of one's
 * own.
 */
@NullMarked
package io.bondtrader.risk.distributed;

import org.jspecify.annotations.NullMarked;
