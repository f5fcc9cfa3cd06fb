package io.bondtrader.examples.curves;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A plain comma-separated file with a header: its lines by column. Lines that begin with # are comments. */
record CsvTable(String name, List<String> columns, List<Map<String, String>> lines) {

    static CsvTable read(Path file) throws IOException {
        return parse(file.toString(), Files.readString(file));
    }

    static CsvTable sample(String name) throws IOException {
        try (InputStream in = CsvTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the sample " + name + " is not on the class path");
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static CsvTable parse(String name, String text) throws IOException {
        List<String> raw = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        if (raw.isEmpty()) {
            throw new IOException(name + " is empty");
        }
        List<String> columns = List.of(raw.get(0).split(",", -1));
        List<Map<String, String>> lines = new ArrayList<>();
        for (String line : raw.subList(1, raw.size())) {
            String[] fields = line.split(",", -1);
            if (fields.length != columns.size()) {
                throw new IOException(name + " has a line of " + fields.length + " fields under " + columns.size()
                        + " columns: " + line);
            }
            Map<String, String> byColumn = new HashMap<>();
            for (int k = 0; k < fields.length; k++) {
                byColumn.put(columns.get(k), fields[k].strip());
            }
            lines.add(byColumn);
        }
        return new CsvTable(name, columns, lines);
    }

    /** What a line says in a column that must be there and say something. */
    static String given(Map<String, String> line, String column) throws IOException {
        String text = line.getOrDefault(column, "");
        if (text.isEmpty()) {
            throw new IOException("a line says nothing in column " + column + ": " + line);
        }
        return text;
    }
}
