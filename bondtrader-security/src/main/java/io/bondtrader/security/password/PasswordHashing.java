package io.bondtrader.security.password;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.HashingBusy;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes hashes of passwords and holds passwords against them. Whatever is stored says how it was made, so that the
 * scheme, its cost and the pepper can change while users keep their passwords: each is upgraded at the next login.
 *
 * <p>Every password array given is wiped before the call ends, however it ends. An unknown user, given as no hash, costs
 * the same work as a wrong password against a hash of the current scheme.
 *
 * <p>Sources: OWASP Password Storage Cheat Sheet; RFC 9106 (Argon2); RFC 8018 (PBKDF2); Provos and Mazières 1999
 * (bcrypt); NIST SP 800-63B. Immutable but for the count of hashes at work; safe for use by many threads.
 */
public final class PasswordHashing {

    private static final int SALT_BYTES = 16;
    private static final int DIGEST_BYTES = 32;

    private final PasswordScheme scheme;
    private final CostCeilings ceilings;
    private final @Nullable Pepper current;
    private final Map<String, Pepper> peppers;
    private final SecureRandom random;
    private final HashingGate gate;

    private PasswordHashing(Builder builder) {
        this.scheme = builder.scheme;
        this.ceilings = builder.ceilings;
        this.current = builder.peppers.isEmpty() ? null : builder.peppers.get(0);
        this.peppers = new LinkedHashMap<>();
        builder.peppers.forEach(pepper -> peppers.put(pepper.id(), pepper));
        this.random = builder.random;
        this.gate = new HashingGate(builder.permits, builder.waiting, builder.patience.toMillis());
    }

    /** {@return a builder with OWASP's Argon2id, no pepper, one hash at work a processor and eight times that waiting} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return hashing with the builder's defaults} */
    public static PasswordHashing standard() {
        return builder().build();
    }

    /**
     * Returns a new hash with a new salt. Wipes the password.
     *
     * @param password to be hashed
     * @return what to store
     * @throws InvalidInput if the password is empty, longer than 1024 bytes of UTF-8, or no Unicode; or, for bcrypt
     *     without a pepper, longer than 72 bytes or with a zero character inside
     * @throws HashingBusy if too many hashes are at work and waiting
     */
    public String hash(char[] password) {
        Objects.requireNonNull(password, "password");
        try {
            byte[] bytes = PasswordBytes.of(password)
                    .orElseThrow(
                            () -> new InvalidInput("password", "another text", "Unicode of 1 to 1024 bytes in UTF-8"));
            try {
                return gate.within(() -> made(bytes));
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /**
     * Holds a password against a stored hash. Wipes the password.
     *
     * @param password that was typed
     * @param stored the user's hash, or null if there is no such user
     * @return what became of it; a new hash to store where the old one is out of date
     * @throws HashingBusy if too many hashes are at work and waiting; nothing was checked then
     */
    public PasswordVerdict verify(char[] password, @Nullable String stored) {
        Objects.requireNonNull(password, "password");
        try {
            Optional<byte[]> read = PasswordBytes.of(password);
            if (read.isEmpty()) {
                // Says nothing about the user: the hash was not looked at.
                return new PasswordVerdict.Rejected(PasswordVerdict.Reason.UNUSABLE_PASSWORD);
            }
            byte[] bytes = read.get();
            try {
                return gate.within(() -> compared(bytes, stored));
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /**
     * Says whether a hash would be replaced at the next login, to count those that are left.
     *
     * @param stored a user's hash
     * @return true if its scheme, cost or pepper is not that of new hashes
     * @throws InvalidInput if it is no hash
     */
    public boolean needsUpgrade(String stored) {
        StoredHash hash = StoredHash.parse(stored)
                .orElseThrow(() -> new InvalidInput("stored hash", "another text", "of a known form"));
        return outdated(hash);
    }

    private PasswordVerdict compared(byte[] password, @Nullable String stored) {
        if (stored == null) {
            work(password);
            return new PasswordVerdict.NoMatch();
        }
        Optional<StoredHash> parsed = StoredHash.parse(stored);
        if (parsed.isEmpty()) {
            return refused(password, PasswordVerdict.Reason.UNREADABLE_HASH);
        }
        StoredHash hash = parsed.get();
        if (!ceilings.admits(hash.scheme)) {
            return refused(password, PasswordVerdict.Reason.COST_ABOVE_CEILING);
        }
        Pepper pepper = hash.pepper == null ? null : peppers.get(hash.pepper);
        if (hash.pepper != null && pepper == null) {
            return refused(password, PasswordVerdict.Reason.UNKNOWN_PEPPER);
        }
        if (!equal(hash, password, pepper)) {
            return new PasswordVerdict.NoMatch();
        }
        return outdated(hash) && takes(password)
                ? new PasswordVerdict.MatchNeedsUpgrade(made(password))
                : new PasswordVerdict.Match();
    }

    private static boolean equal(StoredHash hash, byte[] password, @Nullable Pepper pepper) {
        byte[] input = pepper == null ? password.clone() : pepper.applied(password);
        byte[] derived = new byte[0];
        try {
            boolean whole = !(hash.scheme instanceof PasswordScheme.Bcrypt) || Derivation.bcryptTakes(input);
            // What bcrypt would cut cannot match, yet costs the same: the time says nothing about the user's scheme.
            byte[] taken = whole ? input : new byte[Derivation.BCRYPT_BYTES];
            derived = Derivation.derive(hash.scheme, taken, hash.salt, hash.digest.length);
            return MessageDigest.isEqual(derived, hash.digest) && whole;
        } finally {
            Arrays.fill(input, (byte) 0);
            Arrays.fill(derived, (byte) 0);
        }
    }

    /** Does the work of a check without a hash to check against, so that the time does not say there was none. */
    private void work(byte[] password) {
        byte[] digest =
                new byte[scheme instanceof PasswordScheme.Bcrypt ? Derivation.BCRYPT_DIGEST_BYTES : DIGEST_BYTES];
        equal(
                new StoredHash(current == null ? null : current.id(), scheme, new byte[SALT_BYTES], digest),
                password,
                current);
    }

    private PasswordVerdict refused(byte[] password, PasswordVerdict.Reason reason) {
        work(password);
        return new PasswordVerdict.Rejected(reason);
    }

    private boolean outdated(StoredHash hash) {
        return !hash.scheme.asStrongAs(scheme)
                || hash.salt.length < SALT_BYTES
                || (!(hash.scheme instanceof PasswordScheme.Bcrypt) && hash.digest.length < DIGEST_BYTES)
                || !Objects.equals(hash.pepper, current == null ? null : current.id());
    }

    /** Says whether a new hash can be made of the password. An old one of another scheme stays where not. */
    private boolean takes(byte[] password) {
        return !(scheme instanceof PasswordScheme.Bcrypt) || current != null || Derivation.bcryptTakes(password);
    }

    private String made(byte[] password) {
        if (!takes(password)) {
            throw new InvalidInput("password", "another text", "at most 72 bytes without a zero for bcrypt");
        }
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] input = current == null ? password.clone() : current.applied(password);
        try {
            byte[] digest = Derivation.derive(scheme, input, salt, DIGEST_BYTES);
            return new StoredHash(current == null ? null : current.id(), scheme, salt, digest).text();
        } finally {
            Arrays.fill(input, (byte) 0);
        }
    }

    /** Collects how hashes are made. Not safe for use by many threads. */
    public static final class Builder {

        private PasswordScheme scheme = PasswordScheme.standard();
        private CostCeilings ceilings = CostCeilings.standard();
        private List<Pepper> peppers = List.of();
        private SecureRandom random = new SecureRandom();
        private int permits = Runtime.getRuntime().availableProcessors();
        private int waiting = 8 * permits;
        private Duration patience = Duration.ofSeconds(5);

        private Builder() {}

        /**
         * Sets the scheme of new hashes.
         *
         * @param scheme at or above OWASP's floor
         * @return this builder
         * @throws InvalidInput if it is below
         */
        public Builder scheme(PasswordScheme scheme) {
            InvalidInput.unless(scheme.meetsFloor(), "scheme", scheme, "at or above OWASP's recommended cost");
            this.scheme = scheme;
            return this;
        }

        /**
         * Sets what stored hashes may cost.
         *
         * @param ceilings at or above the scheme's cost
         * @return this builder
         */
        public Builder ceilings(CostCeilings ceilings) {
            this.ceilings = Objects.requireNonNull(ceilings);
            return this;
        }

        /**
         * Sets the peppers. Hashes without one are still read, and upgraded.
         *
         * @param current of new hashes
         * @param earlier those that stored hashes may name
         * @return this builder
         * @throws InvalidInput if two have the same id
         */
        public Builder peppers(Pepper current, Pepper... earlier) {
            List<Pepper> all = new ArrayList<>(List.of(current));
            all.addAll(List.of(earlier));
            long ids = all.stream().map(Pepper::id).distinct().count();
            InvalidInput.unless(ids == all.size(), "ids of peppers", all, "all different");
            this.peppers = List.copyOf(all);
            return this;
        }

        /**
         * Sets where salts come from.
         *
         * @param random a secure source
         * @return this builder
         */
        public Builder random(SecureRandom random) {
            this.random = Objects.requireNonNull(random);
            return this;
        }

        /**
         * Bounds how much work there is at once. Memory is at most that of one hash times the permits.
         *
         * @param permits hashes at work, at least one
         * @param waiting callers that may wait for a permit
         * @param patience how long each waits
         * @return this builder
         */
        public Builder concurrency(int permits, int waiting, Duration patience) {
            InvalidInput.unless(permits >= 1, "permits", permits, "at least 1");
            InvalidInput.unless(waiting >= 0, "waiting", waiting, "at least 0");
            InvalidInput.unless(
                    !patience.isNegative() && patience.compareTo(Duration.ofMinutes(10)) <= 0,
                    "patience",
                    patience,
                    "from nothing to ten minutes");
            this.permits = permits;
            this.waiting = waiting;
            this.patience = patience;
            return this;
        }

        /**
         * Returns the hashing.
         *
         * @return made as said
         * @throws InvalidInput if the ceilings are below the scheme's own cost
         */
        public PasswordHashing build() {
            InvalidInput.unless(ceilings.admits(scheme), "scheme", scheme, "within the ceilings");
            return new PasswordHashing(this);
        }
    }
}
