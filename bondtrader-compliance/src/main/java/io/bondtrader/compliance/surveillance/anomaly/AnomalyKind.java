package io.bondtrader.compliance.surveillance.anomaly;

/** In what way something is unusual. */
public enum AnomalyKind {
    /** One window, by all of its features together: the statistic is a p-value, at most the limit. */
    WINDOW("unusual window"),
    /** One feature has shifted: the statistic is a CUSUM, above the limit. */
    SHIFT("shifted feature"),
    /** Windows have become less usual altogether: the statistic is an EWMA of their distances, above the limit. */
    DRIFT("drifting pattern");

    private final String title;

    AnomalyKind(String title) {
        this.title = title;
    }

    /** {@return the kind in words} */
    public String title() {
        return title;
    }
}
