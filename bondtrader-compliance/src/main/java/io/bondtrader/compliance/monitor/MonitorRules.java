package io.bondtrader.compliance.monitor;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A version of all rules that trades are held to. Immutable and safe for use by many threads.
 *
 * <p>All rules are asked, also after one has refused, so that the log says everything that was against a trade.
 */
public final class MonitorRules {

    private final String version;
    private final List<MonitorRule> rules;
    private final List<String> ids;
    private final String sha256;

    private MonitorRules(String version, List<MonitorRule> rules) {
        this.version = version;
        this.rules = List.copyOf(rules);
        this.ids = rules.stream().map(MonitorRule::id).toList();
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (MonitorRule rule : rules) {
            Map<String, Object> members = new TreeMap<>();
            members.put("id", rule.id());
            members.put("parameters", rule.parameters());
            parameters.add(members);
        }
        this.sha256 = CanonicalJson.of(Map.of("version", version, "rules", parameters))
                .sha256();
    }

    /**
     * Returns a version.
     *
     * @param version its name
     * @param rules in the order in which they are asked
     * @return the version
     * @throws InvalidInput if there is no rule, two have one name, or a name is blank
     */
    public static MonitorRules of(String version, List<MonitorRule> rules) {
        InvalidInput.unless(!version.isBlank(), "version", version, "not blank");
        InvalidInput.unless(!rules.isEmpty(), "rules", version, "at least one");
        Set<String> seen = new HashSet<>();
        for (MonitorRule rule : rules) {
            String id = rule.id();
            InvalidInput.unless(!id.isBlank() && seen.add(id), "rule", id, "named, and by a name of its own");
        }
        return new MonitorRules(version, rules);
    }

    /**
     * Holds a trade to all rules. Writes nothing; {@link Monitor} logs what it decides.
     *
     * @param trade the trade
     * @param stage whether it was done, and when that is asked
     * @return the strictest of what the rules say
     */
    public MonitorDecision check(MonitoredTrade trade, TradeStage stage) {
        List<Finding> findings = new ArrayList<>(rules.size());
        for (int i = 0; i < rules.size(); i++) {
            findings.add(asked(i, trade, stage));
        }
        return MonitorDecision.of(findings);
    }

    private Finding asked(int i, MonitoredTrade trade, TradeStage stage) {
        String id = ids.get(i);
        Finding finding;
        try {
            finding = rules.get(i).check(trade, stage);
        } catch (RuntimeException failed) {
            return Finding.denied(id, "the rule failed: " + failed.getClass().getSimpleName());
        }
        // An implementation from outside may break its promise; then nothing was said.
        if (finding == null || !finding.rule().equals(id)) {
            return Finding.denied(id, "the rule said nothing of its own");
        }
        return finding;
    }

    /** {@return the name of the version} */
    public String version() {
        return version;
    }

    /** {@return the SHA-256 of the version's name and of the names and parameters of all rules} */
    public String sha256() {
        return sha256;
    }

    /** {@return the names of the rules} */
    public List<String> ids() {
        return ids;
    }

    @Override
    public String toString() {
        return "MonitorRules[" + version + ", " + ids + "]";
    }
}
