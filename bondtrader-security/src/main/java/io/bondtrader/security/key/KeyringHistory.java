package io.bondtrader.security.key;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A keyring and the entries that made it what it is. Immutable. */
final class KeyringHistory<K> {

    final Keyring<K> keyring;
    final List<KeyringEntry> entries;
    final String lastHash;
    private final Map<Integer, Integer> publishedBy;

    private KeyringHistory(
            Keyring<K> keyring, List<KeyringEntry> entries, String lastHash, Map<Integer, Integer> publishedBy) {
        this.keyring = keyring;
        this.entries = entries;
        this.lastHash = lastHash;
        this.publishedBy = publishedBy;
    }

    static <K> KeyringHistory<K> start(String name) {
        return new KeyringHistory<>(Keyring.named(name), List.of(), "", Map.of());
    }

    /** Returns what an entry makes of this, or refuses it. */
    Keyring<K> applied(KeyringEntry entry, @Nullable K key) {
        Instant at = entry.at();
        return switch (entry.kind()) {
            case PUBLISH -> keyring.publish(Objects.requireNonNull(key), at);
            case PROMOTE, ROLL_BACK -> keyring.promote(entry.version(), at);
            case DISABLE -> keyring.disable(entry.version(), at);
            case ENABLE -> keyring.enable(entry.version(), at);
            case DESTROY -> keyring.destroy(entry.version(), at);
            case NOTICE -> keyring;
        };
    }

    KeyringHistory<K> with(KeyringEntry entry, Keyring<K> next, String line) {
        List<KeyringEntry> more = new ArrayList<>(entries);
        more.add(entry);
        Map<Integer, Integer> published = publishedBy;
        if (entry.kind() == KeyringEntry.Kind.PUBLISH) {
            published = new HashMap<>(publishedBy);
            published.put(entry.version(), entry.sequence());
        }
        return new KeyringHistory<>(next, List.copyOf(more), JournalLine.hash(line), published);
    }

    /** The index of the entry that a version's key came with. */
    int publishedBy(int version) {
        return publishedBy.getOrDefault(version, -1);
    }

    /** No entry is older than the one before it, also when a clock falls back. */
    Instant notBefore(Instant now) {
        Instant last = entries.isEmpty() ? now : entries.get(entries.size() - 1).at();
        return now.isBefore(last) ? last : now;
    }

    /** Whether notice as urgent was given for a version. */
    boolean noticed(int version, Duration ahead) {
        return entries.stream()
                .anyMatch(entry -> entry.kind() == KeyringEntry.Kind.NOTICE
                        && entry.version() == version
                        && Duration.parse(entry.reason()).compareTo(ahead) <= 0);
    }
}
