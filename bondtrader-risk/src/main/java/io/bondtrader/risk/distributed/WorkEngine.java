package io.bondtrader.risk.distributed;

import io.bondtrader.core.parallel.Parallelism;
import java.io.Serializable;
import java.util.List;

/**
 * Runs partitioned work. Own engines hand partitions to other machines; the default runs them on threads of this one.
 *
 * <p>An engine returns the answers in the order of partitions, whatever the order in which they were done, so that whoever
 * adds them up gets the same bits from every engine. A partition that throws fails the work with that exception; none is left
 * out. Implementations are safe for use by many threads. An engine that holds resources is closed by the application that
 * made it. {@code WorkEngineContract} in the artifact of tests holds an engine to all of that.
 */
@FunctionalInterface
public interface WorkEngine {

    /**
     * Runs work and returns when all of it is done.
     *
     * @param work the work
     * @param <R> the answer of a partition
     * @return the answers, in the order of partitions
     * @throws java.util.concurrent.CancellationException if the engine was told to give up
     */
    <R extends Serializable> List<R> run(PartitionedWork<R> work);

    /**
     * Returns an engine on threads of this machine.
     *
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return the engine
     */
    static WorkEngine onThreads(Parallelism parallelism) {
        return new ThreadEngine(parallelism);
    }
}
