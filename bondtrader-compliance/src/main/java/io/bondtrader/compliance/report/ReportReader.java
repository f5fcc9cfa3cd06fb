package io.bondtrader.compliance.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.error.ReportRejected;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.security.signing.HashValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads reports strictly: what would not be written so is not taken. */
final class ReportReader {

    private static final int LONGEST = 200_000_000;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ReportReader() {}

    /** A report and the root that it says it has. */
    record Stated(Report report, HashValue root) {}

    /** Rows of a proof. */
    record Line(String table, List<String> columns, List<ReportCell> cells) {}

    static Stated read(String text) {
        JsonNode json = tree(text);
        try {
            if (!text(json, "format").equals(Report.FORMAT)) {
                throw new ReportRejected("the report is of another format");
            }
            List<ReportTable> tables = new ArrayList<>();
            for (JsonNode table : json.path("tables")) {
                List<List<ReportCell>> rows = new ArrayList<>();
                for (JsonNode row : table.path("rows")) {
                    rows.add(cells(row));
                }
                tables.add(new ReportTable(text(table, "title"), texts(table.path("columns")), rows));
            }
            Report report = new Report(header(json.path("header")), tables);
            HashValue root = HashValue.parse(text(json, "root"));
            Map<String, Object> members = new TreeMap<>();
            members.put("format", Report.FORMAT);
            members.put("header", report.header().members());
            members.put("tables", tables.stream().map(ReportTable::members).toList());
            members.put("root", root.toBase64());
            if (!CanonicalJson.of(members).text().equals(text)) {
                throw new ReportRejected("the report is not in canonical form, or has members that it should not");
            }
            return new Stated(report, root);
        } catch (BondTraderException | DateTimeException unreadable) {
            throw rejected(unreadable);
        }
    }

    /** Reads the row that a leaf is. */
    static Line line(String leaf) {
        JsonNode json = tree(leaf);
        try {
            return new Line(text(json, "table"), texts(json.path("columns")), cells(json.path("cells")));
        } catch (BondTraderException unreadable) {
            throw rejected(unreadable);
        }
    }

    static JsonNode tree(String text) {
        if (text.length() > LONGEST) {
            throw new ReportRejected("the text is longer than " + LONGEST + " characters");
        }
        try {
            JsonNode json = JSON.readTree(text);
            if (json == null || !json.isObject()) {
                throw new ReportRejected("the text is no JSON object");
            }
            return json;
        } catch (JsonProcessingException unreadable) {
            throw rejected(unreadable);
        }
    }

    static ReportRejected rejected(Exception unreadable) {
        return unreadable instanceof ReportRejected rejected
                ? rejected
                : new ReportRejected("the text cannot be read: " + unreadable.getMessage());
    }

    private static ReportHeader header(JsonNode json) {
        JsonNode period = json.path("period");
        TreeMap<String, String> values = new TreeMap<>();
        period.path("values")
                .properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
        return new ReportHeader(
                text(json, "kind"),
                text(json, "title"),
                text(json, "rules"),
                new ReportParameters(Instant.parse(text(period, "from")), Instant.parse(text(period, "until")), values),
                text(json, "origin"),
                number(json, "logSize"),
                HashValue.parse(text(json, "logRoot")));
    }

    private static List<ReportCell> cells(JsonNode row) {
        List<ReportCell> cells = new ArrayList<>();
        for (JsonNode cell : row) {
            cells.add(new ReportCell(text(cell, "value"), EventIndices.parse(text(cell, "events"))));
        }
        return cells;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (!value.isTextual()) {
            throw new ReportRejected("there is no text " + name);
        }
        return value.asText();
    }

    static long number(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new ReportRejected("there is no whole number " + name);
        }
        return value.asLong();
    }
}
