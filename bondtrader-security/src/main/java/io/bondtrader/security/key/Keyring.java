package io.bondtrader.security.key;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.KeyStateRefused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * All versions of a key at one moment. Every change gives a new keyring; readers swap one reference and never see half a
 * rotation. At most one version is {@link KeyState#PRIMARY}, at most one {@link KeyState#PENDING}.
 *
 * <p>Immutable and safe for use by many threads as far as the keys are. Prints no key.
 *
 * @param <K> the key
 */
public final class Keyring<K> {

    private static final int LONGEST_NAME = 64;

    private final String name;
    private final List<KeyVersion<K>> versions;
    private final int primary;

    private Keyring(String name, List<KeyVersion<K>> versions) {
        this.name = name;
        this.versions = List.copyOf(versions);
        int found = 0;
        for (KeyVersion<K> version : versions) {
            found = version.state() == KeyState.PRIMARY ? version.number() : found;
        }
        this.primary = found;
    }

    /**
     * Returns a keyring without keys.
     *
     * @param <K> the key
     * @param name 1 to 64 of a-z, 0-9 and hyphen, beginning with a letter
     * @return the keyring
     * @throws InvalidInput if the name has another form
     */
    public static <K> Keyring<K> named(String name) {
        return new Keyring<>(checkedName(name), List.of());
    }

    /**
     * Returns a keyring as it was stored.
     *
     * @param <K> the key
     * @param name as when it was made
     * @param versions all of them, numbered from 1
     * @return the keyring
     * @throws InvalidInput if numbers are missing, or two versions are primary or pending
     */
    public static <K> Keyring<K> restored(String name, List<KeyVersion<K>> versions) {
        for (int i = 0; i < versions.size(); i++) {
            int number = versions.get(i).number();
            InvalidInput.unless(number == i + 1, "number of version", number, String.valueOf(i + 1));
        }
        for (KeyState single : Set.of(KeyState.PRIMARY, KeyState.PENDING)) {
            long count =
                    versions.stream().filter(each -> each.state() == single).count();
            InvalidInput.unless(count <= 1, single + " versions", count, "at most one");
        }
        return new Keyring<>(checkedName(name), versions);
    }

    static String checkedName(String name) {
        boolean fits = !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.charAt(0) >= 'a'
                && name.charAt(0) <= 'z'
                && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
        InvalidInput.unless(fits, "keyring", name, "1 to 64 of a-z, 0-9 and - beginning with a letter");
        return name;
    }

    /** {@return the keyring's name} */
    public String name() {
        return name;
    }

    /** {@return all versions, the oldest first, destroyed ones included} */
    public List<KeyVersion<K>> versions() {
        return versions;
    }

    /** {@return the version used for new work} */
    public Optional<KeyVersion<K>> primary() {
        return primary == 0 ? Optional.empty() : Optional.of(versions.get(primary - 1));
    }

    /**
     * Returns the key for new work.
     *
     * @return the primary version's key
     * @throws KeyStateRefused if there is none
     */
    public K primaryKey() {
        K key = primary == 0 ? null : versions.get(primary - 1).material();
        if (key == null) {
            throw new KeyStateRefused(name, "has no primary version");
        }
        return key;
    }

    /** {@return the number of the primary version, 0 without one} */
    public int primaryNumber() {
        return primary;
    }

    /**
     * Returns the key that old work was done with, in constant time whatever the number of versions.
     *
     * @param number of the version
     * @return its key; nothing if there is no such version or it is disabled or destroyed
     */
    public Optional<K> reading(int number) {
        return number < 1 || number > versions.size()
                ? Optional.empty()
                : versions.get(number - 1).reading();
    }

    /**
     * Adds a version that is not used for new work yet.
     *
     * @param key of the version
     * @param at the time
     * @return the new keyring
     * @throws KeyStateRefused if one is pending already
     */
    public Keyring<K> publish(K key, Instant at) {
        if (in(KeyState.PENDING).isPresent()) {
            throw new KeyStateRefused(name, "has a pending version already");
        }
        List<KeyVersion<K>> next = new ArrayList<>(versions);
        next.add(new KeyVersion<>(versions.size() + 1, KeyState.PENDING, at, at, Objects.requireNonNull(key)));
        return new Keyring<>(name, next);
    }

    /**
     * Makes a version primary; the one before keeps opening what it made.
     *
     * @param number of a pending or retiring version
     * @param at the time
     * @return the new keyring
     * @throws KeyStateRefused if the version stands elsewhere
     */
    public Keyring<K> promote(int number, Instant at) {
        List<KeyVersion<K>> next = moved(number, Set.of(KeyState.PENDING, KeyState.RETIRING), KeyState.PRIMARY, at);
        if (primary != 0) {
            next.set(primary - 1, versions.get(primary - 1).to(KeyState.RETIRING, at));
        }
        return new Keyring<>(name, next);
    }

    /**
     * Goes back to the version before the primary one. The newer one keeps opening what it made meanwhile.
     *
     * @param at the time
     * @return the new keyring
     * @throws KeyStateRefused if no older version is still retiring
     */
    public Keyring<K> rollBack(Instant at) {
        return promote(predecessor(), at);
    }

    /** The version that a rollback leads to. */
    int predecessor() {
        for (int number = primary - 1; number >= 1; number--) {
            if (versions.get(number - 1).state() == KeyState.RETIRING) {
                return number;
            }
        }
        throw new KeyStateRefused(name, "has no older version to go back to");
    }

    /**
     * Takes a version out of use. What it made is not opened until it is enabled again.
     *
     * @param number of a pending or retiring version; promote another before disabling the primary one
     * @param at the time
     * @return the new keyring
     * @throws KeyStateRefused if the version stands elsewhere
     */
    public Keyring<K> disable(int number, Instant at) {
        return new Keyring<>(name, moved(number, Set.of(KeyState.PENDING, KeyState.RETIRING), KeyState.DISABLED, at));
    }

    /**
     * Lets a disabled version open old work again.
     *
     * @param number of a disabled version
     * @param at the time
     * @return the new keyring
     * @throws KeyStateRefused if the version stands elsewhere
     */
    public Keyring<K> enable(int number, Instant at) {
        return new Keyring<>(name, moved(number, Set.of(KeyState.DISABLED), KeyState.RETIRING, at));
    }

    /**
     * Forgets a version's key for ever.
     *
     * @param number of a disabled version
     * @param at the time
     * @return the new keyring
     * @throws KeyStateRefused if the version stands elsewhere
     */
    public Keyring<K> destroy(int number, Instant at) {
        return new Keyring<>(name, moved(number, Set.of(KeyState.DISABLED), KeyState.DESTROYED, at));
    }

    /** The one version in a state that only one can have. */
    Optional<KeyVersion<K>> in(KeyState state) {
        return versions.stream().filter(version -> version.state() == state).findFirst();
    }

    private List<KeyVersion<K>> moved(int number, Set<KeyState> from, KeyState to, Instant at) {
        if (number < 1 || number > versions.size()) {
            throw new KeyStateRefused(name, "has no version " + number);
        }
        KeyVersion<K> version = versions.get(number - 1);
        if (!from.contains(version.state())) {
            throw new KeyStateRefused(name, "cannot move version " + number + " from " + version.state() + " to " + to);
        }
        List<KeyVersion<K>> next = new ArrayList<>(versions);
        next.set(number - 1, version.to(to, at));
        return next;
    }

    @Override
    public String toString() {
        return "Keyring[" + name + ": " + versions + "]";
    }
}
