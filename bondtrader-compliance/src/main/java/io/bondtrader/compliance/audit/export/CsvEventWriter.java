package io.bondtrader.compliance.audit.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.security.input.CsvText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** A table by RFC 4180 with a row of names. */
final class CsvEventWriter implements EventWriter {

    private final OutputStream out;
    private boolean named;

    CsvEventWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(LoggedEvent event) throws IOException {
        Map<String, String> row = EventRow.of(event);
        if (!named) {
            line(List.copyOf(row.keySet()));
            named = true;
        }
        line(List.copyOf(row.values()));
    }

    private void line(List<String> cells) throws IOException {
        out.write((CsvText.row(cells) + "\r\n").getBytes(UTF_8));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
