package io.bondtrader.security.key;

import io.bondtrader.security.event.SecurityEventSink;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Collects what a {@link RotatingKeyring} needs. Not safe for use by many threads.
 *
 * @param <K> the key
 */
public final class RotatingKeyringBuilder<K> {

    final String name;
    final KeyKind<K> kind;
    final RotationPolicy policy;
    InstantSource clock = InstantSource.system();
    SecureRandom random = new SecureRandom();
    SecurityEventSink events = SecurityEventSink.none();
    KeyReferences references = (keyring, version) -> true;

    RotatingKeyringBuilder(String name, KeyKind<K> kind, RotationPolicy policy) {
        this.name = name;
        this.kind = Objects.requireNonNull(kind);
        this.policy = Objects.requireNonNull(policy);
    }

    /**
     * Sets the clock; the system's otherwise.
     *
     * @param source of time
     * @return this builder
     */
    public RotatingKeyringBuilder<K> clock(InstantSource source) {
        this.clock = Objects.requireNonNull(source);
        return this;
    }

    /**
     * Sets where keys come from; the platform's secure source otherwise.
     *
     * @param source a secure one
     * @return this builder
     */
    public RotatingKeyringBuilder<K> random(SecureRandom source) {
        this.random = Objects.requireNonNull(source);
        return this;
    }

    /**
     * Sets who hears of changes and notices. A change that cannot be reported is not made.
     *
     * @param sink of events
     * @return this builder
     */
    public RotatingKeyringBuilder<K> events(SecurityEventSink sink) {
        this.events = Objects.requireNonNull(sink);
        return this;
    }

    /**
     * Sets who knows what is in use. Without it every version counts as in use and none is destroyed by schedule.
     *
     * @param known says what is in use
     * @return this builder
     */
    public RotatingKeyringBuilder<K> references(KeyReferences known) {
        this.references = Objects.requireNonNull(known);
        return this;
    }

    /**
     * Loads the keyring from its journal. A new one has no version until {@link RotatingKeyring#runDue} first runs.
     *
     * @param store of the journal
     * @param wrapping of the keys, and of the journal's seals
     * @return the keyring
     * @throws io.bondtrader.security.error.JournalDamaged if the journal is not what was written under this wrapping
     */
    public RotatingKeyring<K> open(KeyringStore store, KeyWrapping wrapping) {
        return new RotatingKeyring<>(this, Objects.requireNonNull(store), Objects.requireNonNull(wrapping));
    }
}
