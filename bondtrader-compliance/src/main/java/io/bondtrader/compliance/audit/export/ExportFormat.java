package io.bondtrader.compliance.audit.export;

/** Forms in which events are written besides the JSON lines, which every export has because its proof is over their bytes. */
public enum ExportFormat {
    /** One JSON object a line: the event as it stands in the log, and its index. */
    JSON_LINES("events.jsonl"),
    /** A table for spreadsheets (RFC 4180), cells made safe from formulas. */
    CSV("events.csv"),
    /** A document in the namespace {@code urn:bondtrader:audit-export:1}. */
    XML("events.xml");

    private final String file;

    ExportFormat(String file) {
        this.file = file;
    }

    /** {@return the name of the file} */
    public String file() {
        return file;
    }
}
