package io.bondtrader.risk.distributed;

import java.io.Serializable;

/**
 * What is done for each partition.
 *
 * <p>The answer depends on the partition's number and on what the task holds, and on nothing else: no clock, no shared state,
 * no random numbers but those drawn from a seed of the partition. An engine may run a partition twice, on any machine, and
 * take either answer. Implementations are immutable and safe for use by many threads; what they hold can be serialised.
 *
 * @param <R> the answer of a partition
 */
@FunctionalInterface
public interface PartitionTask<R extends Serializable> extends Serializable {

    /**
     * Does a partition.
     *
     * @param partition its number, from 0
     * @return its answer
     */
    R run(int partition);
}
