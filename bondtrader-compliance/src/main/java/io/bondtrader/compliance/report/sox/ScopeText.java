package io.bondtrader.compliance.report.sox;

import io.bondtrader.security.access.request.Dimension;
import io.bondtrader.security.access.request.GrantScope;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a right holds, as events write it: nothing or {@code any} for everywhere, places by dimension as {@link
 * GrantScope#toString} has them, or a name of the host's own. Immutable.
 */
final class ScopeText {

    private static final String BEGINS = "=[";
    private static final String SEPARATOR = ", ";

    private final String text;
    private final Map<Dimension, Set<String>> places;

    private ScopeText(String text, Map<Dimension, Set<String>> places) {
        this.text = text;
        this.places = places;
    }

    static String of(GrantScope scope) {
        return scope.isAny() ? "" : scope.toString();
    }

    /** One scope has one text, whoever wrote it. */
    static String normal(String text) {
        return text.equals("any") ? "" : text;
    }

    static ScopeText parse(String text) {
        Map<Dimension, Set<String>> places = new EnumMap<>(Dimension.class);
        boolean structured = text.startsWith("{") && text.endsWith("]}");
        String rest = structured ? text.substring(1, text.length() - 1) : "";
        while (!rest.isEmpty()) {
            Dimension dimension = null;
            for (Dimension each : EnumSet.allOf(Dimension.class)) {
                dimension = rest.startsWith(each.name() + BEGINS) ? each : dimension;
            }
            // Names of places have no blanks: a bracket before one, or at the end, closes the list.
            int next = rest.indexOf("]" + SEPARATOR);
            int end = next < 0 ? rest.length() - 1 : next;
            if (dimension == null || end < dimension.name().length() + BEGINS.length()) {
                return new ScopeText(text, Map.of());
            }
            String names = rest.substring(dimension.name().length() + BEGINS.length(), end);
            places.put(dimension, new TreeSet<>(List.of(names.split(SEPARATOR, -1))));
            rest = next < 0 ? "" : rest.substring(next + 1 + SEPARATOR.length());
        }
        return new ScopeText(normal(text), places);
    }

    /**
     * Whether some object may lie in both: unless they name different places of one dimension, or are two names of the host's
     * own. A name of the host's own and places may be one.
     */
    boolean meets(ScopeText other) {
        boolean named = !text.isEmpty() && places.isEmpty();
        boolean otherNamed = !other.text.isEmpty() && other.places.isEmpty();
        if (named && otherNamed) {
            return text.equals(other.text);
        }
        for (Map.Entry<Dimension, Set<String>> term : places.entrySet()) {
            Set<String> others = other.places.get(term.getKey());
            if (others != null && Collections.disjoint(term.getValue(), others)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return Events.scope(text);
    }
}
