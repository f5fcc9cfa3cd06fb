package io.bondtrader.strategies.market;

import io.bondtrader.core.error.InvalidInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of numbers that are published together, in order. Share one object among all observations of a source: that is
 * what makes them quick to take in.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class SeriesNames {

    private final List<String> names;
    private final Map<String, Integer> places;

    private SeriesNames(List<String> names, Map<String, Integer> places) {
        this.names = names;
        this.places = places;
    }

    /**
     * Returns a list of names.
     *
     * @param names all different
     * @return the names
     * @throws InvalidInput if a name is blank or stands twice
     */
    public static SeriesNames of(List<String> names) {
        Map<String, Integer> places = new HashMap<>();
        for (String name : names) {
            Checks.name("name", name);
            InvalidInput.unless(places.put(name, places.size()) == null, "name", name, "there once");
        }
        return new SeriesNames(List.copyOf(names), places);
    }

    /** {@return the names, in order} */
    public List<String> names() {
        return names;
    }

    /** {@return how many there are} */
    public int size() {
        return names.size();
    }

    /**
     * Returns where a name stands.
     *
     * @param name one of the names
     * @return its place, from 0; -1 if it is none of them
     */
    public int placeOf(String name) {
        return places.getOrDefault(name, -1);
    }

    @Override
    public String toString() {
        return names.toString();
    }
}
