package io.bondtrader.compliance.audit.store;

import io.bondtrader.compliance.error.LogUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Events between those who append and the one who commits: bounded, first in, first out. */
final class CommitQueue {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition drained = lock.newCondition();
    private final CommitPolicy policy;
    private final FailurePolicy failures;
    private List<Pending> waiting = new ArrayList<>();
    private int events;
    private long bytes;
    private boolean closed;
    private @Nullable LogUnavailable refusal;

    /** Set while the disk fails: how many events the commit that failed holds. */
    private boolean down;

    private int held;
    private long lost;

    CommitQueue(CommitPolicy policy, FailurePolicy failures) {
        this.policy = policy;
        this.failures = failures;
    }

    /** Puts events in, when there is room. */
    void put(Pending pending) {
        lock.lock();
        try {
            while (true) {
                requireOpen();
                if (down && failures.kind() == FailurePolicy.Kind.FAIL_OPEN_COUNTED) {
                    lost += pending.events();
                    pending.done().completeExceptionally(new LogUnavailable("the disk fails; the event is counted"));
                    return;
                }
                if (down && held + events + pending.events() > failures.bufferedEvents()) {
                    throw new LogUnavailable("the disk fails and the buffer is full");
                }
                // One that is larger than the queue goes in alone.
                boolean room = waiting.isEmpty()
                        || (events + pending.events() <= policy.queuedEvents()
                                && bytes + pending.bytes() <= policy.queuedBytes());
                if (room || down) {
                    break;
                }
                drained.awaitUninterruptibly();
            }
            waiting.add(pending);
            events += pending.events();
            bytes += pending.bytes();
            if (waiting.size() == 1) {
                filled.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void requireOpen() {
        if (refusal != null) {
            throw new LogUnavailable("the log failed earlier", refusal);
        }
        if (closed) {
            throw new LogUnavailable("the log is closed");
        }
    }

    /** Takes all that waits; waits for it. Empty once the queue is closed and nothing is left. */
    List<Pending> take() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                filled.awaitUninterruptibly();
            }
            return drain();
        } finally {
            lock.unlock();
        }
    }

    private List<Pending> drain() {
        List<Pending> taken = waiting;
        waiting = new ArrayList<>(Math.max(16, taken.size()));
        events = 0;
        bytes = 0;
        drained.signalAll();
        return taken;
    }

    /** The disk fails: from now on the failure policy decides. Gives out what waits where nothing may. */
    List<Pending> goDown(int heldEvents) {
        lock.lock();
        try {
            down = true;
            held = heldEvents;
            drained.signalAll();
            return failures.kind() == FailurePolicy.Kind.BUFFER ? List.of() : drain();
        } finally {
            lock.unlock();
        }
    }

    /** The disk works again. Tells how many events were lost. */
    long comeUp() {
        lock.lock();
        try {
            down = false;
            held = 0;
            long count = lost;
            lost = 0;
            return count;
        } finally {
            lock.unlock();
        }
    }

    void countLost(int more) {
        lock.lock();
        try {
            lost += more;
        } finally {
            lock.unlock();
        }
    }

    long lost() {
        lock.lock();
        try {
            return lost;
        } finally {
            lock.unlock();
        }
    }

    /** Waits before a retry; ends early when the log is closed. */
    boolean pause(Duration pause) {
        lock.lock();
        try {
            long nanos = pause.toNanos();
            while (nanos > 0 && !closed) {
                nanos = filled.awaitNanos(nanos);
            }
            return !closed;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more, and lets go whoever waits. Gives out what is left. */
    List<Pending> refuse(LogUnavailable reason) {
        lock.lock();
        try {
            refusal = reason;
            return drain();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
            drained.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
