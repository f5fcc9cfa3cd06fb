package io.bondtrader.security.access;

import io.bondtrader.security.access.request.AccessRequest;
import io.bondtrader.security.access.request.Attribute;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Knows facts that did not come with the request. Called on the thread of the request, once a decision for each fact that a
 * rule asks for. Whatever it throws, and null, makes the decision a denial.
 */
@FunctionalInterface
public interface AttributeSource {

    /**
     * Returns a fact.
     *
     * @param attribute which
     * @param request for which request
     * @return its value, or null if it is not known
     */
    @Nullable
    Object value(Attribute<?> attribute, AccessRequest request);

    /** {@return a source that knows nothing} */
    static AttributeSource none() {
        return (attribute, request) -> null;
    }

    /**
     * Returns this source with a limit on its time. Later than that counts as failed; the call is interrupted.
     *
     * @param executor runs the calls
     * @param limit how long a call may take
     * @return the source
     */
    default AttributeSource within(ExecutorService executor, Duration limit) {
        return (attribute, request) -> {
            Future<@Nullable Object> call;
            try {
                call = executor.submit(() -> value(attribute, request));
            } catch (RejectedExecutionException full) {
                throw new IllegalStateException("the attribute source is overloaded", full);
            }
            try {
                return call.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException late) {
                call.cancel(true);
                throw new IllegalStateException("the attribute source did not answer in time", late);
            } catch (InterruptedException stopped) {
                call.cancel(true);
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", stopped);
            } catch (ExecutionException failed) {
                throw new IllegalStateException("the attribute source failed", failed);
            }
        };
    }
}
