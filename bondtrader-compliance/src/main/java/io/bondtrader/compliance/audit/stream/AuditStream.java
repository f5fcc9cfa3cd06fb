package io.bondtrader.compliance.audit.stream;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.error.DeliveryFailed;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Hands the events of a log on to a system outside, in their order, each at least once, and only events that are durable
 * under a signed checkpoint. Its place is kept, so it goes on where it stopped. A slow system slows the stream and nothing
 * else: nothing is read that was not asked for.
 *
 * <p>Starts no thread. The application calls {@link #step} from a scheduler of its own, or gives {@link #run} a thread.
 * Safe for use by many threads; one of them delivers at a time.
 */
public final class AuditStream implements AutoCloseable {

    private final AuditTrail trail;
    private final String name;
    private final EventDelivery delivery;
    private final CursorStore cursors;
    private final int batch;
    private final Predicate<AuditRecord> wanted;
    private final RetryPolicy retry;
    private final Duration poll;
    private final RandomGenerator random;

    private final ReentrantLock lock = new ReentrantLock();
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean closed;
    private volatile Progress progress;

    /** Written under the lock, read by anybody. */
    private record Progress(
            long next,
            long delivered,
            int failures,
            @Nullable String lastFailure) {

        Progress failed(BondTraderException failure) {
            return new Progress(next, delivered, failures + 1, failure.code().id() + ": " + failure.getMessage());
        }

        Progress movedTo(long place, int more) {
            return new Progress(place, delivered + more, 0, null);
        }
    }

    private AuditStream(Builder builder) {
        this.trail = builder.trail;
        this.name = builder.name;
        this.delivery = builder.delivery;
        this.cursors = builder.cursors;
        this.batch = builder.batch;
        this.wanted = builder.wanted;
        this.retry = builder.retry;
        this.poll = builder.poll;
        this.random = builder.random;
        this.progress = new Progress(cursors.load(name), 0, 0, null);
    }

    /**
     * Begins a stream.
     *
     * @param trail whose events
     * @param name of the stream: its place is kept under it
     * @param delivery where to
     * @param cursors keep the place
     * @param random the random part of waits
     * @return a builder
     */
    public static Builder builder(
            AuditTrail trail, String name, EventDelivery delivery, CursorStore cursors, RandomGenerator random) {
        return new Builder(trail, name, delivery, cursors, random);
    }

    /**
     * Delivers the next batch, if there is one.
     *
     * @return by how many events the place moved, those that nobody wants included; 0 at the end of the log
     * @throws DeliveryFailed if the system did not take them; the place has not moved
     * @throws IllegalStateException if the stream is closed
     */
    public int step() {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("stream " + name + " is closed");
            }
            return moved();
        } finally {
            lock.unlock();
        }
    }

    private int moved() {
        long size = trail.checkpoint().size();
        long next = progress.next();
        if (next > size) {
            throw new DeliveryFailed("stream " + name + " has come to " + next + ", but the log ends at " + size, true);
        }
        long end = Math.min(size, next + batch);
        if (end == next) {
            return 0;
        }
        List<LoggedEvent> events = new ArrayList<>();
        trail.read(next, end, event -> {
            if (wanted.test(event.record())) {
                events.add(event);
            }
        });
        try {
            if (!events.isEmpty()) {
                delivery.deliver(List.copyOf(events));
            }
            // Delivered but not saved is delivered again; saved but not delivered would be lost.
            cursors.save(name, end);
        } catch (BondTraderException failed) {
            progress = progress.failed(failed);
            throw failed;
        }
        progress = progress.movedTo(end, events.size());
        return (int) (end - next);
    }

    /**
     * Delivers until the stream is closed or the thread is interrupted: waits at the end of the log, and after failures by
     * the retry policy.
     *
     * @throws DeliveryFailed if the system refuses events for good; {@link #skip} goes past what it refuses
     */
    public void run() {
        while (!closed && !Thread.currentThread().isInterrupted()) {
            try {
                if (step() == 0) {
                    await(poll);
                }
            } catch (DeliveryFailed failed) {
                if (failed.isFinal()) {
                    throw failed;
                }
                await(retry.after(Math.max(1, progress.failures()), random));
            } catch (IllegalStateException ended) {
                if (!closed) {
                    throw ended;
                }
            }
        }
    }

    /** Ends a wait of {@link #run}: to be called when events were appended, so that nobody waits for the next look. */
    public void wake() {
        woken.release();
    }

    private void await(Duration time) {
        try {
            if (!closed && woken.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Goes past an event that the system outside refuses for good. Whoever skips it answers for it, and logs it.
     *
     * @param index of the event, which must be the next
     * @throws InvalidInput if another is the next
     */
    public void skip(long index) {
        lock.lock();
        try {
            long next = progress.next();
            InvalidInput.unless(index == next, "event to skip", index, "the next one, " + next);
            InvalidInput.unless(index < trail.checkpoint().size(), "event to skip", index, "in the log");
            cursors.save(name, index + 1);
            progress = progress.movedTo(index + 1, 0);
        } finally {
            lock.unlock();
        }
    }

    /** {@return how far the stream has come} */
    public StreamStatus status() {
        Progress now = progress;
        return new StreamStatus(
                now.next(),
                Math.max(0, trail.checkpoint().size() - now.next()),
                now.delivered(),
                now.failures(),
                now.lastFailure());
    }

    /** Ends the stream after the batch under way. The delivery is the application's to close. */
    @Override
    public void close() {
        closed = true;
        wake();
    }

    @Override
    public String toString() {
        return "AuditStream[" + name + " at " + progress.next() + "]";
    }

    /** Collects what a stream needs. Not safe for use by many threads. */
    public static final class Builder {

        private final AuditTrail trail;
        private final String name;
        private final EventDelivery delivery;
        private final CursorStore cursors;
        private final RandomGenerator random;
        private int batch = 500;
        private Predicate<AuditRecord> wanted = record -> true;
        private RetryPolicy retry = RetryPolicy.standard();
        private Duration poll = Duration.ofSeconds(1);

        private Builder(
                AuditTrail trail, String name, EventDelivery delivery, CursorStore cursors, RandomGenerator random) {
            this.trail = Objects.requireNonNull(trail);
            this.name = Objects.requireNonNull(name);
            this.delivery = Objects.requireNonNull(delivery);
            this.cursors = Objects.requireNonNull(cursors);
            this.random = Objects.requireNonNull(random);
        }

        /**
         * Sets how many events are handed over at once; 500 otherwise.
         *
         * @param events from 1 to 100,000
         * @return this builder
         * @throws InvalidInput if the number is outside
         */
        public Builder batch(int events) {
            InvalidInput.unless(events >= 1 && events <= 100_000, "batch", events, "1 to 100000");
            this.batch = events;
            return this;
        }

        /**
         * Sets which events the system outside gets; all otherwise.
         *
         * @param filter says yes to those
         * @return this builder
         */
        public Builder only(Predicate<AuditRecord> filter) {
            this.wanted = Objects.requireNonNull(filter);
            return this;
        }

        /**
         * Sets how long {@link AuditStream#run} waits after failures.
         *
         * @param policy of waits
         * @return this builder
         */
        public Builder retry(RetryPolicy policy) {
            this.retry = Objects.requireNonNull(policy);
            return this;
        }

        /**
         * Sets how long {@link AuditStream#run} waits at the end of the log; a second otherwise.
         *
         * @param pause longer than 0
         * @return this builder
         * @throws InvalidInput if it is not
         */
        public Builder poll(Duration pause) {
            InvalidInput.unless(!pause.isNegative() && !pause.isZero(), "pause", pause, "longer than 0");
            this.poll = pause;
            return this;
        }

        /** {@return the stream, at the place that was kept} */
        public AuditStream build() {
            return new AuditStream(this);
        }
    }
}
