package io.bondtrader.testdata;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Lets many threads do a thing at once, again and again. */
public final class Race {

    private Race() {}

    /** What one runner does in a round; returns whether it won. */
    @FunctionalInterface
    public interface Runner {

        /** Runs. */
        boolean run(int thread);
    }

    /** What is looked at when all runners of a round are through. */
    @FunctionalInterface
    public interface Finish {

        /** Looks at the number of winners of a round. */
        void check(int round, int winners);
    }

    /**
     * Runs rounds. In each, all threads start together on a runner made for the round; its winners are counted and
     * checked before the next begins.
     */
    public static void rounds(int threads, int rounds, IntFunction<Runner> made, Finish finish) {
        var current = new Object() {
            Runner runner = made.apply(0);
            final boolean[] won = new boolean[threads];
            int round;
            final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        };
        CyclicBarrier start = new CyclicBarrier(threads);
        CyclicBarrier end = new CyclicBarrier(threads, () -> {
            int winners = 0;
            for (boolean w : current.won) {
                winners += w ? 1 : 0;
            }
            try {
                finish.check(current.round, winners);
                current.round++;
                current.runner = made.apply(current.round);
            } catch (RuntimeException | Error wrong) {
                current.failures.add(wrong);
            }
        });
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int thread = t;
                all.add(pool.submit(() -> {
                    for (int r = 0; r < rounds; r++) {
                        start.await();
                        try {
                            current.won[thread] = current.runner.run(thread);
                        } catch (RuntimeException | Error wrong) {
                            current.failures.add(wrong);
                        }
                        end.await();
                        if (!current.failures.isEmpty()) {
                            return null;
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stop);
        } catch (ExecutionException wrong) {
            throw new AssertionError(wrong.getCause());
        } finally {
            pool.shutdownNow();
        }
        if (!current.failures.isEmpty()) {
            throw new AssertionError("in round " + current.round, current.failures.get(0));
        }
    }
}
