package io.bondtrader.compliance.schedule;

import io.bondtrader.compliance.report.Report;
import io.bondtrader.core.error.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is delivered: a report in its forms, under the key of its run. Immutable. */
public final class ReportParcel {

    private final String key;
    private final String kind;
    private final TreeMap<String, byte[]> files = new TreeMap<>();

    private ReportParcel(String key, Report report) {
        this.key = key;
        this.kind = report.header().kind();
        files.put("report.json", report.toJson().toBytes());
        files.put("report.csv", report.toCsv().getBytes(StandardCharsets.UTF_8));
        files.put("report.html", report.toHtml().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Packs a report.
     *
     * @param key of its run: the same for every attempt
     * @param report the report
     * @return the parcel
     */
    public static ReportParcel of(String key, Report report) {
        return new ReportParcel(key, report);
    }

    /** {@return the key of the run: a receiver that has it already has this} */
    public String key() {
        return key;
    }

    /** {@return the kind of the report} */
    public String kind() {
        return kind;
    }

    /** {@return the names of the files} */
    public SortedSet<String> files() {
        return new TreeSet<>(files.keySet());
    }

    /**
     * Returns a file.
     *
     * @param name one of {@link #files}
     * @return its bytes, the caller's own
     * @throws InvalidInput if there is no such file
     */
    public byte[] content(String name) {
        byte[] content = files.get(name);
        if (content == null) {
            throw new InvalidInput("file", name, "one of " + files.keySet());
        }
        return content.clone();
    }

    @Override
    public String toString() {
        return "ReportParcel[" + key + ", " + files.keySet() + "]";
    }
}
