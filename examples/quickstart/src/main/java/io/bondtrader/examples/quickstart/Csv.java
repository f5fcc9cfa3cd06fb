package io.bondtrader.examples.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A small comma-separated file with a header, read whole; quoted fields and Windows line ends are understood. */
record Csv(String name, List<String> columns, List<Line> lines) {

    /** One line below the header: its number in the file and its fields. */
    record Line(int number, List<String> fields) {}

    /** A file that is not what it should be. */
    @SuppressWarnings("serial") // thrown and read, never stored
    static final class Unreadable extends Exception {
        Unreadable(String message) {
            super(message);
        }
    }

    static Csv read(Path file) throws Unreadable {
        try {
            return parse(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new Unreadable(file + " cannot be read");
        }
    }

    static Csv resource(String name) throws Unreadable {
        try (InputStream in = Csv.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new Unreadable("the sample " + name + " is not on the class path");
            }
            return parse(name, in.readAllBytes());
        } catch (IOException e) {
            throw new Unreadable("the sample " + name + " cannot be read");
        }
    }

    private static Csv parse(String name, byte[] bytes) throws Unreadable {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable(name + " is not a text file in UTF-8");
        }
        List<String> raw = text.replace("\uFEFF", "").lines().toList();
        int header = 0;
        while (header < raw.size() && isSkipped(raw.get(header))) {
            header++;
        }
        if (header == raw.size()) {
            throw new Unreadable(name + " is empty");
        }
        List<String> columns = split(raw.get(header)).stream()
                .map(column -> column.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (columns.size() < 2 || text.indexOf('\0') >= 0) {
            throw new Unreadable(name + " is not comma-separated: its first line has no comma");
        }
        List<Line> lines = new ArrayList<>();
        for (int k = header + 1; k < raw.size(); k++) {
            if (!isSkipped(raw.get(k))) {
                lines.add(new Line(k + 1, split(raw.get(k))));
            }
        }
        return new Csv(name, columns, lines);
    }

    private static boolean isSkipped(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    private static List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int k = 0; k < line.length(); k++) {
            char c = line.charAt(k);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }

    void require(String... names) throws Unreadable {
        for (String column : names) {
            if (!columns.contains(column)) {
                throw new Unreadable(name + " has no column " + column + "; it has " + String.join(", ", columns));
            }
        }
    }

    /** The fields of a line by column. */
    Map<String, String> byColumn(Line line) {
        Map<String, String> fields = new HashMap<>();
        for (int k = 0; k < columns.size(); k++) {
            fields.put(columns.get(k), line.fields().get(k));
        }
        return fields;
    }
}
