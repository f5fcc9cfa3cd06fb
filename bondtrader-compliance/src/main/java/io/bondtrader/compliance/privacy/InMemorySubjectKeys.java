package io.bondtrader.compliance.privacy;

import io.bondtrader.compliance.retention.RecordClass;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keys for as long as the process lives: what it encrypted cannot be read by the next. Safe for use by many threads. */
public final class InMemorySubjectKeys implements SubjectKeyStore {

    private record Place(SubjectId subject, RecordClass recordClass) {}

    private final Map<Place, SubjectKey> keys = new ConcurrentHashMap<>();

    /** Creates an empty store. */
    public InMemorySubjectKeys() {}

    @Override
    public Optional<SubjectKey> find(SubjectId subject, RecordClass recordClass) {
        return Optional.ofNullable(keys.get(new Place(subject, recordClass)));
    }

    @Override
    public boolean add(SubjectKey key) {
        return keys.putIfAbsent(new Place(key.subject(), key.recordClass()), key) == null;
    }

    @Override
    public void destroy(SubjectId subject, RecordClass recordClass, Instant at) {
        keys.computeIfPresent(
                new Place(subject, recordClass), (place, key) -> key.isDestroyed() ? key : key.destroyed(at));
    }

    @Override
    public List<SubjectKey> ofSubject(SubjectId subject) {
        return keys.values().stream()
                .filter(key -> key.subject().equals(subject))
                .sorted(Comparator.comparing(SubjectKey::recordClass))
                .toList();
    }

    @Override
    public String toString() {
        return "InMemorySubjectKeys[" + keys.size() + "]";
    }
}
