package io.bondtrader.compliance.surveillance.anomaly;

import io.bondtrader.core.audit.CanonicalJson;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something unusual: a reason to look, not a finding. The same events with the same settings give the same bytes. Immutable.
 *
 * @param kind in what way
 * @param subject whose trading
 * @param sinceNanos when it began, as far as can be said
 * @param windowNanos when the window began that completed it
 * @param firstIndex the first leaf of that window
 * @param lastIndex the last
 * @param statistic what was compared with the limit
 * @param limit what it was compared with
 * @param contributions which features it is about, largest share first
 */
public record AnomalyAlert(
        AnomalyKind kind,
        String subject,
        long sinceNanos,
        long windowNanos,
        long firstIndex,
        long lastIndex,
        double statistic,
        double limit,
        List<Contribution> contributions) {

    /** Copies the list. */
    public AnomalyAlert {
        contributions = List.copyOf(contributions);
    }

    /** {@return the alert in a sentence, with the three features that explain most of it} */
    public String explanation() {
        StringBuilder text = new StringBuilder(kind.title()).append(" of ").append(subject);
        String before = ": ";
        for (Contribution part : contributions.subList(0, Math.min(3, contributions.size()))) {
            text.append(before)
                    .append(String.format(
                            Locale.ROOT,
                            "%s %.3g instead of %.3g (%+.1f deviations, %.0f%%)",
                            part.feature().title(),
                            part.value(),
                            part.expected(),
                            part.deviations(),
                            100 * part.share()));
            before = "; ";
        }
        return text.toString();
    }

    /** {@return the alert as canonical JSON: what a log keeps, and what a replay is compared with} */
    public CanonicalJson toJson() {
        Map<String, Object> all = new TreeMap<>();
        all.put("kind", kind);
        all.put("subject", subject);
        all.put("sinceNanos", Long.toString(sinceNanos));
        all.put("windowNanos", Long.toString(windowNanos));
        all.put("firstIndex", firstIndex);
        all.put("lastIndex", lastIndex);
        all.put("statistic", statistic);
        all.put("limit", limit);
        all.put("contributions", contributions.stream().map(AnomalyAlert::json).toList());
        return CanonicalJson.of(all);
    }

    private static Map<String, Object> json(Contribution part) {
        return Map.of(
                "feature",
                part.feature(),
                "value",
                part.value(),
                "expected",
                part.expected(),
                "deviations",
                part.deviations(),
                "share",
                part.share());
    }
}
