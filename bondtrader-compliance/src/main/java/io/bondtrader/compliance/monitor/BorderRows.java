package io.bondtrader.compliance.monitor;

import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.DatedRule;
import io.bondtrader.compliance.regulation.DatedRules;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Rows of law that bind whoever trades across borders. None lets a trade through by itself: which countries the house deals
 * between it says in rows of its own.
 *
 * <p>All are recalled and say so; they are a beginning and no legal opinion. Regulation S and Rule 144A have conditions
 * (categories of issuers, periods of distribution, offers to persons and not to countries) that rows of countries cannot say:
 * the rows are stricter than the law there.
 */
public final class BorderRows {

    /** Members of the European Economic Area since 2021-01-01. */
    private static final Set<String> EEA = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
            "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK");

    private static final Set<String> US = Set.of("US");

    private BorderRows() {}

    /**
     * Returns the rows since 2021-01-01, the first day on which the United Kingdom had reports of its own.
     *
     * @return the rows by day
     */
    public static DatedRules<List<BorderRow>> standard() {
        List<BorderRow> rows = List.of(
                new BorderRow(
                        "US-REG-S",
                        Set.of(),
                        US,
                        Set.of("REG_S"),
                        Set.of(),
                        null,
                        Effect.BLOCK,
                        us("17 CFR 230.901 to 230.905", "Regulation S"),
                        "offered outside the United States alone"),
                new BorderRow(
                        "US-144A",
                        Set.of(),
                        US,
                        Set.of("RULE_144A"),
                        Set.of(),
                        PartyStatus.QUALIFIED_INSTITUTIONAL_BUYER,
                        Effect.BLOCK,
                        us("17 CFR 230.144A", "(d)(1)"),
                        "for qualified institutional buyers alone"),
                new BorderRow(
                        "US-TRACE",
                        US,
                        Set.of(),
                        Set.of("TRACE"),
                        Set.of(),
                        null,
                        Effect.REPORT,
                        us("FINRA Rule 6730", "(a)"),
                        "reported to TRACE"),
                new BorderRow(
                        "EU-MIFIR-26",
                        EEA,
                        Set.of(),
                        Set.of("EU_VENUE"),
                        Set.of(),
                        null,
                        Effect.REPORT,
                        new Citation(Jurisdiction.EU, "Regulation (EU) No 600/2014", "Article 26", false),
                        "reported to the authority of the Union's member"),
                new BorderRow(
                        "UK-MIFIR-26",
                        Set.of("GB"),
                        Set.of(),
                        Set.of("UK_VENUE"),
                        Set.of(),
                        null,
                        Effect.REPORT,
                        new Citation(Jurisdiction.UK, "Regulation (EU) No 600/2014 as retained", "Article 26", false),
                        "reported to the FCA"));
        Citation table = new Citation(Jurisdiction.INTERNATIONAL, "Rows of law across borders", "as listed", false);
        return DatedRules.of("borders", List.of(DatedRule.since(LocalDate.of(2021, 1, 1), table, rows)));
    }

    private static Citation us(String instrument, String provision) {
        return new Citation(Jurisdiction.US, instrument, provision, false);
    }

    /**
     * Adds rows of the house to each version.
     *
     * @param law rows by day
     * @param house rows that count on all those days
     * @return both
     * @throws InvalidInput if two rows have one name
     */
    public static DatedRules<List<BorderRow>> with(DatedRules<List<BorderRow>> law, List<BorderRow> house) {
        List<DatedRule<List<BorderRow>>> versions = new ArrayList<>();
        for (DatedRule<List<BorderRow>> version : law.versions()) {
            List<BorderRow> rows = new ArrayList<>(version.content());
            rows.addAll(house);
            long names = rows.stream().map(BorderRow::id).distinct().count();
            InvalidInput.unless(names == rows.size(), "rows", names + " names", "each named otherwise");
            versions.add(new DatedRule<>(version.from(), version.until(), version.citation(), List.copyOf(rows)));
        }
        return DatedRules.of(law.name(), versions);
    }
}
