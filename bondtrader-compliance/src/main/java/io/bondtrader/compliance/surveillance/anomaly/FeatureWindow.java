package io.bondtrader.compliance.surveillance.anomaly;

import io.bondtrader.core.error.InvalidInput;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** The features of a subject's trading in one window. Immutable. */
public final class FeatureWindow {

    private static final TradingFeature[] FEATURES = TradingFeature.values();

    private final String subject;
    private final long startNanos;
    private final long firstIndex;
    private final long lastIndex;
    private final double[] values;

    private FeatureWindow(String subject, long startNanos, long firstIndex, long lastIndex, double[] values) {
        this.subject = subject;
        this.startNanos = startNanos;
        this.firstIndex = firstIndex;
        this.lastIndex = lastIndex;
        this.values = values;
    }

    /**
     * Makes a window of features that were measured elsewhere.
     *
     * @param subject whose
     * @param startNanos when it begins
     * @param firstIndex the first leaf of the audit log that it was made of
     * @param lastIndex the last
     * @param features a value for each feature
     * @return the window
     * @throws InvalidInput if the subject is blank, a feature is missing or not finite, or times or leaves are not in order
     */
    public static FeatureWindow of(
            String subject, long startNanos, long firstIndex, long lastIndex, Map<TradingFeature, Double> features) {
        double[] values = new double[FEATURES.length];
        for (int i = 0; i < values.length; i++) {
            Double value = features.get(FEATURES[i]);
            if (value == null || !Double.isFinite(value)) {
                throw new InvalidInput("feature " + FEATURES[i], value, "given and finite");
            }
            values[i] = value;
        }
        return ofOwned(subject, startNanos, firstIndex, lastIndex, values);
    }

    /** Takes the array over. */
    static FeatureWindow ofOwned(String subject, long startNanos, long firstIndex, long lastIndex, double[] values) {
        InvalidInput.unless(!subject.isBlank(), "subject", subject, "not blank");
        InvalidInput.unless(startNanos >= 0, "start", startNanos, "1970 or later");
        InvalidInput.unless(firstIndex >= 0 && firstIndex <= lastIndex, "leaves", firstIndex, "0 or more, in order");
        return new FeatureWindow(subject, startNanos, firstIndex, lastIndex, values);
    }

    /** {@return whose trading} */
    public String subject() {
        return subject;
    }

    /** {@return when the window begins} */
    public long startNanos() {
        return startNanos;
    }

    /** {@return the first leaf that it was made of} */
    public long firstIndex() {
        return firstIndex;
    }

    /** {@return the last leaf that it was made of} */
    public long lastIndex() {
        return lastIndex;
    }

    /** {@return the value of each feature} */
    public Map<TradingFeature, Double> features() {
        Map<TradingFeature, Double> all = new EnumMap<>(TradingFeature.class);
        for (int i = 0; i < values.length; i++) {
            all.put(FEATURES[i], values[i]);
        }
        return all;
    }

    double value(int feature) {
        return values[feature];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureWindow that
                && subject.equals(that.subject)
                && startNanos == that.startNanos
                && firstIndex == that.firstIndex
                && lastIndex == that.lastIndex
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * subject.hashCode() + Long.hashCode(startNanos);
    }

    @Override
    public String toString() {
        return "FeatureWindow[" + subject + " at " + startNanos + ": " + features() + "]";
    }
}
