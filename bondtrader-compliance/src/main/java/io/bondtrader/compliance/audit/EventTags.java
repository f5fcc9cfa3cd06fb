package io.bondtrader.compliance.audit;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * For which duties an event counts, told from what was done. An action matches a rule if it is the rule's words or begins
 * with them and a dot or an underscore: {@code order} matches {@code order.executed}. All rules that match add their tags.
 *
 * <p>Immutable.
 */
public final class EventTags {

    private static final EventTags STANDARD = new EventTags(List.of())
            .with("order", Set.of("mar", "mifid2"))
            .with("execution", Set.of("mar", "mifid2"))
            .with("trade", Set.of("mar", "mifid2"))
            .with("quote", Set.of("mar", "mifid2"))
            .with("limit", Set.of("mifid2"))
            .with("security", Set.of("sox"))
            .with("access", Set.of("sox"))
            .with("configuration", Set.of("sox"))
            .with("rule", Set.of("sox"))
            .with("calculation", Set.of("sox"))
            .with("subject", Set.of("gdpr"))
            .with("privacy", Set.of("gdpr"))
            .with("report", Set.of("mifid2", "sox"))
            .with("audit", Set.of("sox"));

    private final List<Map.Entry<String, SortedSet<String>>> rules;

    private EventTags(List<Map.Entry<String, SortedSet<String>>> rules) {
        this.rules = rules;
    }

    /** {@return tags for the actions of this library's modules: a house rule, to be fitted to the firm's duties} */
    public static EventTags standard() {
        return STANDARD;
    }

    /** {@return rules that tag nothing} */
    public static EventTags none() {
        return new EventTags(List.of());
    }

    /**
     * Returns these rules and one more.
     *
     * @param action the first words of actions
     * @param tags what to add for them
     * @return the rules
     * @throws InvalidInput if the action is blank
     */
    public EventTags with(String action, Set<String> tags) {
        InvalidInput.unless(!action.isBlank(), "action", action, "not blank");
        List<Map.Entry<String, SortedSet<String>>> more = new ArrayList<>(rules);
        more.add(Map.entry(action, Collections.unmodifiableSortedSet(new TreeSet<>(tags))));
        return new EventTags(List.copyOf(more));
    }

    /**
     * Returns the tags of an action.
     *
     * @param action what was done
     * @return for which duties it counts
     */
    public SortedSet<String> of(String action) {
        TreeSet<String> found = new TreeSet<>();
        for (Map.Entry<String, SortedSet<String>> rule : rules) {
            if (action.startsWith(rule.getKey())
                    && endsWord(action, rule.getKey().length())) {
                found.addAll(rule.getValue());
            }
        }
        return found;
    }

    private static boolean endsWord(String action, int end) {
        return action.length() == end || action.charAt(end) == '.' || action.charAt(end) == '_';
    }

    @Override
    public String toString() {
        return "EventTags" + rules;
    }
}
