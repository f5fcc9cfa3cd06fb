package io.bondtrader.compliance.audit.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bondtrader.compliance.audit.EventCodec;
import io.bondtrader.compliance.audit.LoggedEvent;
import java.io.IOException;
import java.io.OutputStream;

/** A line for each event: canonical JSON with the entry as it stands in the log, and its index. */
final class JsonLinesWriter implements EventWriter {

    static final String BEGINNING = "{\"entry\":";
    static final String MIDDLE = ",\"index\":";

    private final OutputStream out;

    JsonLinesWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(LoggedEvent event) throws IOException {
        out.write(BEGINNING.getBytes(UTF_8));
        out.write(EventCodec.encode(event.record(), event.previous()));
        out.write((MIDDLE + event.index() + "}\n").getBytes(UTF_8));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
