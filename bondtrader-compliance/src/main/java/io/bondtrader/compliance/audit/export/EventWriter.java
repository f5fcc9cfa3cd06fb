package io.bondtrader.compliance.audit.export;

import io.bondtrader.compliance.audit.LoggedEvent;
import java.io.Closeable;
import java.io.IOException;

/** Writes events in one form. The same events are the same bytes. Not safe for use by many threads. */
interface EventWriter extends Closeable {

    void write(LoggedEvent event) throws IOException;
}
