package io.bondtrader.compliance.surveillance;

import io.bondtrader.compliance.regulation.DatedRule;
import io.bondtrader.compliance.regulation.DatedRules;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which detectors run, and by which thresholds on which day. A detector that has no rule does not run. Immutable.
 */
public final class SurveillanceRules {

    private final Map<DetectorKind, DatedRules<RuleVersion>> rules;

    private SurveillanceRules(Map<DetectorKind, DatedRules<RuleVersion>> rules) {
        this.rules = Collections.unmodifiableMap(new EnumMap<>(rules));
    }

    /** {@return all detectors with the thresholds of {@code docs/surveillance.md}} */
    public static SurveillanceRules standard() {
        return new SurveillanceRules(StandardRules.all());
    }

    /**
     * Returns these rules with another history of one rule.
     *
     * @param kind which detector
     * @param versions its versions by day
     * @return the rules
     * @throws InvalidInput if a version belongs to another detector
     */
    public SurveillanceRules with(DetectorKind kind, DatedRules<RuleVersion> versions) {
        for (DatedRule<RuleVersion> version : versions.versions()) {
            InvalidInput.unless(
                    version.content().detector() == kind,
                    "rule",
                    version.content().detector(),
                    "one of " + kind);
        }
        Map<DetectorKind, DatedRules<RuleVersion>> changed = new EnumMap<>(DetectorKind.class);
        changed.putAll(rules);
        changed.put(kind, versions);
        return new SurveillanceRules(changed);
    }

    /**
     * Returns these rules with one bound changed in every version: for trying out a threshold on a log.
     *
     * @param kind which detector
     * @param threshold which bound
     * @param value the bound
     * @return the rules
     * @throws InvalidInput if there is no such rule or bound
     */
    public SurveillanceRules with(DetectorKind kind, String threshold, double value) {
        List<DatedRule<RuleVersion>> changed = of(kind).versions().stream()
                .map(rule -> new DatedRule<>(
                        rule.from(),
                        rule.until(),
                        rule.citation(),
                        rule.content().with(threshold, value)))
                .toList();
        return with(kind, DatedRules.of(of(kind).name(), changed));
    }

    /**
     * Returns the rules of some detectors alone.
     *
     * @param kinds which detectors
     * @return their rules
     */
    public SurveillanceRules only(DetectorKind... kinds) {
        Map<DetectorKind, DatedRules<RuleVersion>> some = new EnumMap<>(DetectorKind.class);
        for (DetectorKind kind : kinds) {
            some.put(kind, of(kind));
        }
        return new SurveillanceRules(some);
    }

    /**
     * Returns one detector's rule by day.
     *
     * @param kind which detector
     * @return its versions
     * @throws InvalidInput if the detector does not run
     */
    public DatedRules<RuleVersion> of(DetectorKind kind) {
        DatedRules<RuleVersion> versions = rules.get(kind);
        if (versions == null) {
            throw new InvalidInput("detector", kind, "one of " + rules.keySet());
        }
        return versions;
    }

    /** {@return the rules of all detectors that run} */
    public Map<DetectorKind, DatedRules<RuleVersion>> all() {
        return rules;
    }

    /** {@return the SHA-256 over all versions with their days, in hexadecimal digits} */
    public String hash() {
        Map<String, Object> all = new TreeMap<>();
        rules.forEach((kind, versions) -> all.put(
                kind.name(),
                versions.versions().stream()
                        .map(rule -> rule.from() + " " + rule.until() + " "
                                + rule.content().hash())
                        .toList()));
        return CanonicalJson.of(all).sha256();
    }
}
