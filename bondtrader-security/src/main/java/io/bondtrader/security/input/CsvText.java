package io.bondtrader.security.input;

import java.util.List;

/**
 * Cells of tables that spreadsheets open. A cell that a spreadsheet would take for a formula is begun with an apostrophe,
 * which shows it as text.
 *
 * <p>Sources: RFC 4180; OWASP, CSV Injection.
 */
public final class CsvText {

    private CsvText() {}

    /**
     * Writes a cell.
     *
     * @param value text from anywhere; write numbers of your own without this, so that negative ones stay numbers
     * @return the cell, quoted where that is needed
     */
    public static String cell(String value) {
        String safe = formula(value) ? "'" + value : value;
        boolean quoted = false;
        for (int i = 0; i < safe.length() && !quoted; i++) {
            char c = safe.charAt(i);
            quoted = c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';' || c == '\t' || c == '\'';
        }
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /**
     * Writes a row.
     *
     * @param cells from anywhere
     * @return the cells with commas between them, without an end of line
     */
    public static String row(List<String> cells) {
        return String.join(",", cells.stream().map(CsvText::cell).toList());
    }

    /** Blanks ahead do not keep a spreadsheet from it; nor do full-width signs. */
    private static boolean formula(String value) {
        int i = 0;
        while (i < value.length() && (value.charAt(i) == ' ' || value.charAt(i) == '\u00a0')) {
            i++;
        }
        return i < value.length() && "=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20|%".indexOf(value.charAt(i)) >= 0;
    }
}
