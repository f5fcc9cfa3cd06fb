package io.bondtrader.risk.distributed;

import io.bondtrader.core.error.InvalidInput;
import java.io.Serializable;
import java.util.Objects;

/**
 * A piece of work that falls into partitions.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param <R> the answer of a partition
 * @param name what it is, for logs and progress
 * @param partitions number of partitions, 1 or more
 * @param task what is done for each
 */
public record PartitionedWork<R extends Serializable>(String name, int partitions, PartitionTask<R> task) {

    /**
     * Checks that there is something to do.
     *
     * @throws InvalidInput if the name is blank or there is no partition
     */
    public PartitionedWork {
        InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
        InvalidInput.unless(partitions >= 1, "partitions", partitions, "1 or more");
        Objects.requireNonNull(task);
    }

    /**
     * Returns the seed of a partition: the same for the same work on any machine, and unlike that of its neighbours.
     *
     * <p>Source: Steele, Lea and Flood, <i>Fast splittable pseudorandom number generators</i>, OOPSLA (2014): a Weyl step and
     * the finaliser of SplitMix64.
     *
     * @param seed the seed of the whole work
     * @param partition the partition's number
     * @return the partition's own seed
     */
    public static long seedOf(long seed, int partition) {
        long mixed = seed + (partition + 1L) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
