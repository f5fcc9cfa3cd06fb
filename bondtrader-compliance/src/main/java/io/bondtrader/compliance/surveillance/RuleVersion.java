package io.bondtrader.compliance.surveillance;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import java.util.List;
import java.util.TreeMap;

/**
 * The thresholds of one detector in one version. Immutable.
 *
 * @param detector which detector
 * @param version its name, such as {@code 2026.1}
 * @param thresholds all of them, each once
 */
public record RuleVersion(DetectorKind detector, String version, List<Threshold> thresholds) {

    /**
     * Checks the thresholds.
     *
     * @throws InvalidInput if the version is blank or a threshold is there twice
     */
    public RuleVersion {
        InvalidInput.unless(!version.isBlank(), "version", version, "not blank");
        thresholds = List.copyOf(thresholds);
        long names = thresholds.stream().map(Threshold::name).distinct().count();
        InvalidInput.unless(names == thresholds.size(), "thresholds", names, "each named once");
    }

    /**
     * Returns a bound.
     *
     * @param name its name
     * @return the bound
     * @throws InvalidInput if the rule has none of that name
     */
    public double value(String name) {
        for (Threshold threshold : thresholds) {
            if (threshold.name().equals(name)) {
                return threshold.value();
            }
        }
        throw new InvalidInput(
                "threshold of " + detector,
                name,
                "one of " + thresholds.stream().map(Threshold::name).toList());
    }

    /**
     * Returns the rule with another bound.
     *
     * @param name which
     * @param value the bound
     * @return the rule; its version says that it was changed
     * @throws InvalidInput if the rule has none of that name
     */
    public RuleVersion with(String name, double value) {
        value(name);
        List<Threshold> changed = thresholds.stream()
                .map(t -> t.name().equals(name) ? new Threshold(name, value, t.stricter(), t.basis(), t.source()) : t)
                .toList();
        return new RuleVersion(detector, version.endsWith("+") ? version : version + "+", changed);
    }

    /** {@return the SHA-256 of detector, version, names and values as canonical JSON, in hexadecimal digits} */
    public String hash() {
        TreeMap<String, Object> values = new TreeMap<>();
        thresholds.forEach(threshold -> values.put(threshold.name(), threshold.value()));
        TreeMap<String, Object> all = new TreeMap<>();
        all.put("detector", detector);
        all.put("version", version);
        all.put("thresholds", values);
        return CanonicalJson.of(all).sha256();
    }
}
