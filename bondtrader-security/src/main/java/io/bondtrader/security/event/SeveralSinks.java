package io.bondtrader.security.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives every event to several sinks, whatever becomes of it in one of them. */
record SeveralSinks(List<SecurityEventSink> sinks) implements SecurityEventSink {

    @Override
    public void report(SecurityEvent event) {
        @Nullable RuntimeException first = null;
        for (SecurityEventSink sink : sinks) {
            try {
                sink.report(event);
            } catch (RuntimeException failed) {
                if (first == null) {
                    first = failed;
                } else {
                    first.addSuppressed(failed);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
