package io.bondtrader.core.parallel;

import io.bondtrader.core.error.InvalidInput;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * On how many threads of which executor work is done, who hears of its progress, and what calls it off.
 *
 * <p>Work is cut into chunks whose bounds do not depend on the number of threads, so that results do not either. The
 * calling thread always works too: an executor that is busy, or refuses, makes the work slower and never stuck.
 *
 * <p>Immutable and safe for use by many threads. Starts no threads of its own; an executor that is passed in stays the
 * caller's to close.
 */
public final class Parallelism {

    private static final Parallelism CALLING_THREAD = new Parallelism(null, 1, (done, total) -> {}, () -> false);

    private final @Nullable Executor executor; // null if the calling thread works alone
    private final int threads;
    private final ProgressListener progress;
    private final BooleanSupplier cancelled;

    private Parallelism(
            @Nullable Executor executor, int threads, ProgressListener progress, BooleanSupplier cancelled) {
        this.executor = executor;
        this.threads = threads;
        this.progress = progress;
        this.cancelled = cancelled;
    }

    /** {@return all work on the calling thread} */
    public static Parallelism callingThread() {
        return CALLING_THREAD;
    }

    /** {@return work on the JVM's common pool, on as many threads as it has, and the calling thread} */
    public static Parallelism commonPool() {
        return on(ForkJoinPool.commonPool(), ForkJoinPool.getCommonPoolParallelism() + 1);
    }

    /**
     * Returns work on an executor.
     *
     * @param executor runs the tasks beside the calling thread; it stays the caller's to close
     * @param threads the most threads that work at once, the calling one included, 1 to 4,096
     * @return the parallelism
     * @throws InvalidInput if the number of threads is out of range
     */
    public static Parallelism on(Executor executor, int threads) {
        Objects.requireNonNull(executor);
        InvalidInput.unless(threads >= 1 && threads <= 4_096, "threads", threads, "1 to 4,096");
        return new Parallelism(executor, threads, CALLING_THREAD.progress, CALLING_THREAD.cancelled);
    }

    /**
     * Returns a copy that reports progress.
     *
     * @param listener told after every chunk
     * @return the altered copy
     */
    public Parallelism reportingTo(ProgressListener listener) {
        return new Parallelism(executor, threads, Objects.requireNonNull(listener), cancelled);
    }

    /**
     * Returns a copy that can be called off.
     *
     * @param signal asked before every chunk, from any thread; once it says true, no further chunk starts
     * @return the altered copy
     */
    public Parallelism cancelledBy(BooleanSupplier signal) {
        return new Parallelism(executor, threads, progress, Objects.requireNonNull(signal));
    }

    /** {@return the most threads that work at once} */
    public int threads() {
        return threads;
    }

    /** {@return who hears of progress} */
    public ProgressListener progress() {
        return progress;
    }

    /**
     * Does work on every element, chunk by chunk, and returns when all of it is done.
     *
     * @param size number of elements, 0 or more
     * @param chunk elements in a chunk, 1 or more; the last chunk may have fewer
     * @param work what is done
     * @throws CancellationException if the signal called the work off
     * @throws RuntimeException what the work threw, where it threw: the first that was caught
     * @throws InvalidInput if a number is out of range
     */
    public void forEachChunk(int size, int chunk, ChunkWork work) {
        InvalidInput.unless(size >= 0, "size", size, "0 or more");
        InvalidInput.unless(chunk >= 1, "chunk", chunk, "1 or more");
        SharedChunks shared = new SharedChunks(size, chunk, work, progress, cancelled);
        int helpers = executor == null ? 0 : Math.min(threads, shared.count()) - 1;
        for (int k = 0; k < helpers; k++) {
            try {
                Objects.requireNonNull(executor).execute(shared);
            } catch (RejectedExecutionException refused) {
                break; // the calling thread does it
            }
        }
        shared.run();
        while (!shared.isFinished()) {
            LockSupport.parkNanos(shared, 20_000L);
        }
        shared.rethrow();
    }

    @Override
    public String toString() {
        return "Parallelism[" + threads + (threads == 1 ? " thread]" : " threads]");
    }
}
