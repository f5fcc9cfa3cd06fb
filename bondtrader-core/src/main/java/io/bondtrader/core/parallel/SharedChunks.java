package io.bondtrader.core.parallel;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Chunks that several threads draw from one counter. A helper that comes late finds nothing left and goes. */
final class SharedChunks implements Runnable {

    private final int size;
    private final int chunk;
    private final int count;
    private final ChunkWork work;
    private final ProgressListener progress;
    private final BooleanSupplier cancelled;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Object progressLock = new Object();
    private long done;

    SharedChunks(int size, int chunk, ChunkWork work, ProgressListener progress, BooleanSupplier cancelled) {
        this.size = size;
        this.chunk = chunk;
        this.count = (int) ((size + (long) chunk - 1) / chunk);
        this.work = work;
        this.progress = progress;
        this.cancelled = cancelled;
    }

    int count() {
        return count;
    }

    @Override
    public void run() {
        running.incrementAndGet(); // before drawing, so that nobody takes the work for finished meanwhile
        try {
            for (int k = draw(); k < count; k = draw()) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException(
                            "called off after " + Math.min((long) k * chunk, size) + " of " + size);
                }
                int from = k * chunk;
                int to = (int) Math.min((long) from + chunk, size);
                work.run(k, from, to);
                report(to - from);
            }
        } catch (Throwable thrown) { // what a helper's thread would swallow is the caller's to hear
            failure.compareAndSet(null, thrown);
        } finally {
            running.decrementAndGet();
        }
    }

    private int draw() {
        return failure.get() == null && next.get() < count ? next.getAndIncrement() : count;
    }

    private void report(int elements) {
        synchronized (progressLock) {
            done += elements;
            progress.progress(done, size);
        }
    }

    boolean isFinished() {
        return running.get() == 0 && (failure.get() != null || next.get() >= count);
    }

    void rethrow() {
        Throwable thrown = failure.get();
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }
}
