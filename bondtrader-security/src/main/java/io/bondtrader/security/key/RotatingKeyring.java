package io.bondtrader.security.key;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.JournalDamaged;
import io.bondtrader.security.error.KeyStateRefused;
import io.bondtrader.security.error.KeyringChanged;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A keyring that is rotated by its schedule or by hand, and remembers through crashes. Every change is an entry of its
 * journal, written before it counts; several machines may share one journal, and of two changes at once one is refused.
 *
 * <p>Runs nothing by itself: a scheduler of the application calls {@link #runDue} at {@link #nextDue} or more often.
 * Readers take {@link #current()}, which never blocks. Safe for use by many threads; holds nothing that must be closed.
 *
 * @param <K> the key
 */
public final class RotatingKeyring<K> {

    private static final int MOST_STEPS = 100;

    private final KeyKind<K> kind;
    private final KeyringStore store;
    private final KeyWrapping wrapping;
    private final JournalLine lines;
    private final RotationPolicy policy;
    private final KeyReferences references;
    private final InstantSource clock;
    private final SecureRandom random;
    private final SecurityEventSink events;
    private final String name;

    private volatile KeyringHistory<K> history;

    RotatingKeyring(RotatingKeyringBuilder<K> builder, KeyringStore store, KeyWrapping wrapping) {
        this.name = builder.name;
        this.kind = builder.kind;
        this.store = store;
        this.wrapping = wrapping;
        this.lines = new JournalLine(name, wrapping);
        this.policy = builder.policy;
        this.references = builder.references;
        this.clock = builder.clock;
        this.random = builder.random;
        this.events = builder.events;
        this.history = KeyringHistory.start(name);
        refresh();
    }

    /**
     * Begins a keyring.
     *
     * @param <K> the key
     * @param name 1 to 64 of a-z, 0-9 and hyphen, beginning with a letter
     * @param kind what it holds
     * @param policy when versions come and go
     * @return a builder
     */
    public static <K> RotatingKeyringBuilder<K> builder(String name, KeyKind<K> kind, RotationPolicy policy) {
        return new RotatingKeyringBuilder<>(Keyring.checkedName(name), kind, policy);
    }

    /** {@return the keyring as this process last saw it} */
    public Keyring<K> current() {
        return history.keyring;
    }

    /** {@return everything that was done to the keyring, as this process last saw it} */
    public List<KeyringEntry> journal() {
        return history.entries;
    }

    /** {@return when the schedule next asks for something; a time past means now} */
    public Optional<Instant> nextDue() {
        return policy.next(history.keyring).map(RotationStep::dueAt);
    }

    /**
     * Reads what others added to the journal.
     *
     * @return the keyring
     * @throws JournalDamaged if the journal is not what was written, or became shorter
     */
    public synchronized Keyring<K> refresh() {
        List<String> journal = store.entries(name);
        KeyringHistory<K> next = history;
        if (journal.size() < next.entries.size()) {
            throw new JournalDamaged(name, journal.size());
        }
        String known = next.entries.isEmpty() ? "" : JournalLine.hash(journal.get(next.entries.size() - 1));
        if (!known.equals(next.lastHash)) {
            throw new JournalDamaged(name, next.entries.size() - 1);
        }
        for (int i = next.entries.size(); i < journal.size(); i++) {
            KeyringEntry entry = lines.read(journal.get(i), i, next.lastHash);
            next = followed(next, entry, journal);
        }
        history = next;
        return next.keyring;
    }

    /**
     * Does what the schedule asks for by now, and gives notice of what comes.
     *
     * @param by the account of the job
     * @return what was done, in order; another machine's steps are not among it
     * @throws KeyStateRefused if the schedule asks for ever more, which a sound policy does not
     */
    public synchronized List<KeyringEntry> runDue(AccountId by) {
        List<KeyringEntry> done = new ArrayList<>();
        for (int i = 0; i < MOST_STEPS; i++) {
            refresh();
            Instant now = history.notBefore(clock.instant());
            Optional<KeyringEntry> step = nextEntry(by, now);
            if (step.isEmpty()) {
                return done;
            }
            if (written(step.get())) {
                done.add(step.get());
            }
        }
        throw new KeyStateRefused(name, "is asked for more than " + MOST_STEPS + " steps at once by its schedule");
    }

    /**
     * Publishes a version and promotes it at once. For keys whose versions must be known ahead, others may refuse what the
     * new one makes until they read the list of keys again.
     *
     * @param by who does it
     * @param reason why
     * @return the keyring
     * @throws KeyringChanged if somebody else changed it meanwhile
     */
    public synchronized Keyring<K> rotateNow(AccountId by, String reason) {
        refresh();
        int next = history.keyring.in(KeyState.PENDING).map(KeyVersion::number).orElseGet(() -> {
            int number = history.keyring.versions().size() + 1;
            change(KeyringEntry.Kind.PUBLISH, number, by, reason);
            return number;
        });
        return change(KeyringEntry.Kind.PROMOTE, next, by, reason);
    }

    /**
     * Goes back to the version before. The newer one keeps opening what it made meanwhile.
     *
     * @param by who does it
     * @param reason why
     * @return the keyring
     * @throws KeyStateRefused if no older version is still retiring
     * @throws KeyringChanged if somebody else changed it meanwhile
     */
    public synchronized Keyring<K> rollBack(AccountId by, String reason) {
        int older = refresh().predecessor();
        return change(KeyringEntry.Kind.ROLL_BACK, older, by, reason);
    }

    /**
     * Replaces a primary version that others may know: a new one at once, and the old one disabled.
     *
     * @param by who does it
     * @param reason why
     * @return the keyring
     * @throws KeyStateRefused if there is no primary version
     * @throws KeyringChanged if somebody else changed it meanwhile; look what stands, and call again
     */
    public synchronized Keyring<K> replaceCompromised(AccountId by, String reason) {
        int known = refresh().primaryNumber();
        if (known == 0) {
            throw new KeyStateRefused(name, "has no primary version");
        }
        // A pending version lay where the lost one lay: it is not trusted either.
        Optional<KeyVersion<K>> pending = history.keyring.in(KeyState.PENDING);
        if (pending.isPresent()) {
            change(KeyringEntry.Kind.DISABLE, pending.get().number(), by, reason);
        }
        rotateNow(by, reason);
        return change(KeyringEntry.Kind.DISABLE, known, by, reason);
    }

    /**
     * Takes a version out of use.
     *
     * @param version a pending or retiring one
     * @param by who does it
     * @param reason why
     * @return the keyring
     * @throws KeyStateRefused if the version stands elsewhere
     * @throws KeyringChanged if somebody else changed it meanwhile
     */
    public synchronized Keyring<K> disable(int version, AccountId by, String reason) {
        refresh();
        return change(KeyringEntry.Kind.DISABLE, version, by, reason);
    }

    /**
     * Takes a disabled version back into use, to open old work.
     *
     * @param version a disabled one
     * @param by who does it
     * @param reason why
     * @return the keyring
     * @throws KeyStateRefused if the version stands elsewhere
     * @throws KeyringChanged if somebody else changed it meanwhile
     */
    public synchronized Keyring<K> enable(int version, AccountId by, String reason) {
        refresh();
        return change(KeyringEntry.Kind.ENABLE, version, by, reason);
    }

    /**
     * Destroys a version that nothing needs any more.
     *
     * @param version a disabled one
     * @param by who does it
     * @param reason why
     * @return the keyring
     * @throws KeyStateRefused if the version stands elsewhere or is still in use
     * @throws KeyringChanged if somebody else changed it meanwhile
     */
    public synchronized Keyring<K> destroy(int version, AccountId by, String reason) {
        refresh();
        if (references.inUse(name, version)) {
            throw new KeyStateRefused(name, "has version " + version + " in use: two persons may destroy it");
        }
        return change(KeyringEntry.Kind.DESTROY, version, by, reason);
    }

    /**
     * Destroys a version although something may need it, and so loses that.
     *
     * @param version a disabled one
     * @param by who does it
     * @param approved by two persons
     * @param also the second of them
     * @param reason why
     * @return the keyring
     * @throws InvalidInput if the two are one person
     * @throws KeyStateRefused if the version stands elsewhere
     * @throws KeyringChanged if somebody else changed it meanwhile
     */
    public synchronized Keyring<K> destroyInUse(
            int version, AccountId by, PersonId approved, PersonId also, String reason) {
        InvalidInput.unless(!approved.equals(also), "second approval", also, "of another person");
        refresh();
        return change(
                KeyringEntry.Kind.DESTROY, version, by, reason + " (approved by " + approved + " and " + also + ")");
    }

    private Keyring<K> change(KeyringEntry.Kind what, int version, AccountId by, String reason) {
        Instant at = history.notBefore(clock.instant());
        if (!written(new KeyringEntry(history.entries.size(), what, version, at, by, reason))) {
            refresh();
            throw new KeyringChanged(name);
        }
        return history.keyring;
    }

    /** Checks an entry, reports it, writes it, and only then lets it count. False if somebody else was faster. */
    private boolean written(KeyringEntry entry) {
        byte[] bytes = entry.kind() == KeyringEntry.Kind.PUBLISH ? kind.generate(random) : new byte[0];
        try {
            @Nullable K key = bytes.length == 0 ? null : kind.read(entry.version(), bytes);
            KeyringHistory<K> before = history;
            Keyring<K> next = before.applied(entry, key);
            report(entry);
            String line = lines.write(entry, before.lastHash);
            Optional<byte[]> wrapped =
                    bytes.length == 0 ? Optional.empty() : Optional.of(wrapping.wrap(bytes, place(entry.sequence())));
            if (!store.append(name, entry.sequence(), line, wrapped)) {
                if (key != null) {
                    kind.wipe(key);
                }
                return false;
            }
            history = before.with(entry, next, line);
            forget(before, entry);
            return true;
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** What somebody else wrote, with the key that came with it. */
    private KeyringHistory<K> followed(KeyringHistory<K> before, KeyringEntry entry, List<String> journal) {
        @Nullable K key = null;
        if (entry.kind() == KeyringEntry.Kind.PUBLISH) {
            key = keyOf(entry, journal);
        }
        KeyringHistory<K> next = before.with(entry, before.applied(entry, key), journal.get(entry.sequence()));
        forget(before, entry);
        return next;
    }

    private K keyOf(KeyringEntry entry, List<String> journal) {
        Optional<byte[]> wrapped = store.wrapped(name, entry.sequence());
        if (wrapped.isEmpty()) {
            // A key that is gone may only be one that a later entry destroyed; that entry comes to pass below.
            requireDestroyedLater(entry, journal);
            byte[] nothing = kind.generate(random);
            K stand = kind.read(entry.version(), nothing);
            kind.wipe(stand);
            return stand;
        }
        byte[] bytes = wrapping.unwrap(wrapped.get(), place(entry.sequence()));
        try {
            return kind.read(entry.version(), bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private void requireDestroyedLater(KeyringEntry published, List<String> journal) {
        String previous = JournalLine.hash(journal.get(published.sequence()));
        for (int i = published.sequence() + 1; i < journal.size(); i++) {
            KeyringEntry entry = lines.read(journal.get(i), i, previous);
            if (entry.kind() == KeyringEntry.Kind.DESTROY && entry.version() == published.version()) {
                return;
            }
            previous = JournalLine.hash(journal.get(i));
        }
        throw new JournalDamaged(name, published.sequence());
    }

    private void forget(KeyringHistory<K> before, KeyringEntry entry) {
        if (entry.kind() == KeyringEntry.Kind.DESTROY) {
            store.erase(name, before.publishedBy(entry.version()));
            K key = before.keyring.versions().get(entry.version() - 1).material();
            if (key != null) {
                kind.wipe(key);
            }
        }
    }

    private Optional<KeyringEntry> nextEntry(AccountId by, Instant now) {
        int sequence = history.entries.size();
        Optional<RotationStep> step = policy.due(history.keyring, now)
                .filter(due -> due.kind() != RotationStep.Kind.DESTROY || !references.inUse(name, due.version()))
                .findFirst();
        if (step.isPresent()) {
            return step.map(
                    due -> new KeyringEntry(sequence, entryKind(due.kind()), due.version(), now, by, reason(due)));
        }
        return notice(now)
                .map(ahead -> new KeyringEntry(
                        sequence,
                        KeyringEntry.Kind.NOTICE,
                        history.keyring.primaryNumber(),
                        now,
                        by,
                        ahead.toString()));
    }

    private static String reason(RotationStep due) {
        return due.dueAt().equals(Instant.EPOCH) ? "first version" : "scheduled for " + due.dueAt();
    }

    /** The most urgent notice that is due and was not given. */
    private Optional<Duration> notice(Instant now) {
        Optional<Instant> change = policy.changeDue(history.keyring);
        return change.flatMap(at -> policy.notices().stream()
                .filter(ahead -> !at.minus(ahead).isAfter(now))
                .min(Comparator.naturalOrder())
                .filter(ahead -> !history.noticed(history.keyring.primaryNumber(), ahead)));
    }

    private static KeyringEntry.Kind entryKind(RotationStep.Kind step) {
        return switch (step) {
            case PUBLISH -> KeyringEntry.Kind.PUBLISH;
            case PROMOTE -> KeyringEntry.Kind.PROMOTE;
            case DISABLE -> KeyringEntry.Kind.DISABLE;
            case DESTROY -> KeyringEntry.Kind.DESTROY;
        };
    }

    private void report(KeyringEntry entry) {
        boolean notice = entry.kind() == KeyringEntry.Kind.NOTICE;
        events.report(SecurityEvent.of(
                        notice ? SecurityEventType.CRYPT_KEY_NOTICE : SecurityEventType.CRYPT_KEY_CHANGE, entry.at())
                .by(entry.by())
                .about(name)
                .with("change", entry.kind().name())
                .with("version", entry.version())
                .with("reason", entry.reason()));
    }

    private EncryptionContext place(int sequence) {
        return EncryptionContext.purpose("keyring-key").with("keyring", name).with("entry", Integer.toString(sequence));
    }

    @Override
    public String toString() {
        return history.keyring.toString();
    }
}
