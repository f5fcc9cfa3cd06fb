package io.bondtrader.compliance.report;

/**
 * A page of HTML in the making: self-contained, readable on light and dark screens and on paper. What comes from outside goes
 * through {@link #text}, which escapes it. For one thread.
 */
public final class HtmlText {

    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1a2027; --quiet: #5c6873; --rule: #dde2e7; --page: #fff;
              --link: #1f5fa8; --good: #26734d; --late: #a85a00; --bad: #b3261e; --card: #f5f7f9; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e4e8ec; --quiet: #97a3ae; --rule: #2f3942; --page: #14191e;
              --link: #7db5f5; --good: #6fc79b; --late: #f0b060; --bad: #f28b82; --card: #1b2229; } }
            body { margin: 2rem auto; max-width: 72rem; padding: 0 1.2rem; background: var(--page); color: var(--ink);
              font: 15px/1.5 system-ui, "Segoe UI", sans-serif; }
            h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2rem 0 .4rem; }
            .soft { color: var(--quiet); margin: .2rem 0 .7rem; } .wide { overflow-x: auto; }
            table { border-collapse: collapse; min-width: 50%; font-variant-numeric: tabular-nums; }
            th { color: var(--quiet); font-weight: 600; font-size: .85rem; }
            th, td { text-align: left; vertical-align: top; padding: .3rem 1rem .3rem 0; border-bottom: 1px solid var(--rule);
              overflow-wrap: anywhere; } th { overflow-wrap: normal; }
            th.number, td.number { text-align: right; white-space: nowrap; } td.number + td { padding-left: 1rem; }
            a { color: var(--link); text-decoration: none; } sup { font-size: .7rem; } tr:target { background: var(--card); }
            .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .8rem; margin: 1.2rem 0; }
            .card { background: var(--card); border-left: 4px solid var(--rule); border-radius: 4px; padding: .7rem .9rem; }
            .card b { display: block; font-size: 1.5rem; line-height: 1.25; } .card span { color: var(--quiet); }
            .card.good { border-color: var(--good); } .card.late { border-color: var(--late); }
            .card.bad { border-color: var(--bad); } td.good { color: var(--good); } td.late { color: var(--late); }
            td.bad { color: var(--bad); font-weight: 600; }
            @media print { body { max-width: none; } table { break-inside: avoid; } h2 { break-after: avoid; } }
            """;

    private final StringBuilder page = new StringBuilder();

    /** Creates an empty page. */
    public HtmlText() {}

    /**
     * Begins the page.
     *
     * @param title its title, from anywhere
     * @return this
     */
    public HtmlText begin(String title) {
        raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        text(title).raw("</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<h1>");
        return text(title).raw("</h1>\n");
    }

    /**
     * Adds markup of our own.
     *
     * @param markup nothing that comes from outside
     * @return this
     */
    public HtmlText raw(String markup) {
        page.append(markup);
        return this;
    }

    /**
     * Adds text.
     *
     * @param text from anywhere
     * @return this
     */
    public HtmlText text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#39;");
                default -> page.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        return this;
    }

    /**
     * Adds a row of two cells.
     *
     * @param label from anywhere
     * @param value from anywhere
     * @return this
     */
    public HtmlText line(String label, String value) {
        return raw("<tr><th>").text(label).raw("</th><td>").text(value).raw("</td></tr>\n");
    }

    /** {@return the whole page} */
    public String end() {
        return page + "</body>\n</html>\n";
    }

    @Override
    public String toString() {
        return "HtmlText[" + page.length() + " characters]";
    }
}
