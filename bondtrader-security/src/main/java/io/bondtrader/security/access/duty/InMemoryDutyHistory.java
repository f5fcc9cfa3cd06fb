package io.bondtrader.security.access.duty;

import io.bondtrader.security.access.request.ResourceRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the history in memory, without bound: for tests, and for programs whose objects do not outlive them. Safe for use
 * by many threads.
 */
public final class InMemoryDutyHistory implements DutyHistory {

    private final ConcurrentMap<ResourceRef, Steps> byObject = new ConcurrentHashMap<>();

    /** A lock and a list that is replaced, never changed. */
    private static final class Steps {
        private List<DutyStep> taken = List.of();
    }

    /** Makes an empty history. */
    public InMemoryDutyHistory() {}

    @Override
    public List<DutyStep> read(ResourceRef object) {
        @Nullable Steps steps = byObject.get(object.identity());
        if (steps == null) {
            return List.of();
        }
        synchronized (steps) {
            return steps.taken;
        }
    }

    @Override
    public Optional<DutyStep> appendIf(ResourceRef object, Function<List<DutyStep>, Optional<DutyStep>> check) {
        Steps steps = byObject.computeIfAbsent(object.identity(), none -> new Steps());
        synchronized (steps) {
            Optional<DutyStep> step = check.apply(steps.taken);
            if (step.isPresent()) {
                List<DutyStep> more = new ArrayList<>(steps.taken);
                more.add(step.get());
                steps.taken = List.copyOf(more);
            }
            return step;
        }
    }

    @Override
    public List<DutyStep> underException(String exception) {
        List<DutyStep> found = new ArrayList<>();
        byObject.keySet()
                .forEach(object -> read(object).stream()
                        .filter(step -> step.exception().equals(exception))
                        .forEach(found::add));
        found.sort(Comparator.comparing(DutyStep::at));
        return List.copyOf(found);
    }
}
