package io.bondtrader.security.apikey;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.security.error.KeyStateRefused;
import io.bondtrader.security.error.KeyringChanged;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.identity.FactorEvidence;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.key.KeyState;
import io.bondtrader.security.key.KeyVersion;
import io.bondtrader.security.key.Keyring;
import io.bondtrader.security.network.IpAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keys of programs, for one application and one environment. A key is shown once and kept as a hash; it expires; it is
 * rotated with an overlap in which both versions work; every use is counted.
 *
 * <p>Runs nothing by itself: a scheduler of the application calls {@link #runDue} daily or more often, and {@link
 * #flushUses} as often as counts should be kept. Safe for use by many threads; several machines may share a store.
 */
public final class ApiKeys {

    private static final int PAGE = 500;

    private final ApiKeyStore store;
    private final ApiKeyText text;
    private final ApiKeyPolicy policy;
    private final InstantSource clock;
    private final SecureRandom random;
    private final SecurityEventSink events;
    private final ApiKeyRenewal renewal;
    private final Map<String, ApiKeyUse> uses = new ConcurrentHashMap<>();

    private ApiKeys(Builder builder) {
        this.store = builder.store;
        this.text = new ApiKeyText(builder.prefix, builder.environment);
        this.policy = builder.policy;
        this.clock = builder.clock;
        this.random = builder.random;
        this.events = builder.events;
        this.renewal = new ApiKeyRenewal(store, text, policy, random, events);
    }

    /**
     * Begins.
     *
     * @param store of records
     * @param prefix of the application, 2 to 8 small letters, as in {@code bt}
     * @param environment 2 to 8 small letters, as in {@code live}; keys of another are refused
     * @return a builder
     * @throws InvalidInput if either has another form
     */
    public static Builder builder(ApiKeyStore store, String prefix, String environment) {
        return new Builder(store, prefix, environment);
    }

    /**
     * Makes a key.
     *
     * @param account whose key it is
     * @param person the natural person behind the account; null for a service that nobody owns
     * @param scopes what it may be used for, at least one
     * @param automatic whether {@link #runDue} replaces it in time
     * @param by who makes it
     * @return the key, to be shown once
     * @throws InvalidInput if there is no scope
     */
    public IssuedApiKey issue(
            AccountId account, @Nullable PersonId person, Set<String> scopes, boolean automatic, AccountId by) {
        InvalidInput.unless(!scopes.isEmpty(), "scopes", scopes, "at least one");
        Instant now = clock.instant();
        String id = ApiKeyText.newId(random);
        String made = text.make(id, random);
        Keyring<ApiKeySecret> versions = Keyring.<ApiKeySecret>named("api-key")
                .publish(renewal.secret(made, now), now)
                .promote(1, now);
        ApiKeyRecord record =
                new ApiKeyRecord(id, account, person, scopes, versions, now, null, automatic, 0, new TreeSet<>(), 0);
        events.report(SecurityEvent.of(SecurityEventType.AUTHN_TOKEN_CREATED, now)
                .by(by)
                .about(id)
                .with("account", account));
        if (!store.replace(record)) {
            throw new KeyringChanged("api-key");
        }
        return new IssuedApiKey(made, record);
    }

    /**
     * Checks a key that came with a request.
     *
     * @param presented as it came in a header; never take one from a query string
     * @param source where the request came from; null if that is unknown
     * @return whose it is, or that it is refused; every refusal is reported
     */
    public ApiKeyVerdict check(String presented, @Nullable IpAddress source) {
        byte[] bytes = text.read(presented);
        if (bytes == null) {
            // Longer texts are not looked at any closer.
            boolean elsewhere = presented.length() <= 128 && text.elsewhere(presented);
            return refused(
                    elsewhere ? ApiKeyVerdict.Reason.OTHER_ENVIRONMENT : ApiKeyVerdict.Reason.MALFORMED, "", source);
        }
        String id = text.id(presented);
        Instant now = clock.instant();
        byte[] digest = ApiKeySecret.sha256(bytes);
        Optional<ApiKeyRecord> found = store.find(id);
        KeyVersion<ApiKeySecret> version = null;
        for (KeyVersion<ApiKeySecret> each :
                found.map(record -> record.versions().versions()).orElse(List.of())) {
            if (each.reading().isPresent() && each.reading().get().matches(digest)) {
                version = each;
            }
        }
        if (found.isEmpty() || version == null) {
            return refused(ApiKeyVerdict.Reason.UNKNOWN, found.isEmpty() ? "" : id, source);
        }
        ApiKeyRecord record = found.get();
        ApiKeyVerdict.Reason reason = objection(record, version, now);
        if (reason != null) {
            return refused(reason, id, source);
        }
        uses.merge(id, new ApiKeyUse(1, now, version.number(), source), ApiKeyUse::plus);
        FactorEvidence evidence = new FactorEvidence(Factor.API_KEY, now);
        return new ApiKeyVerdict.Accepted(
                new Principal(record.account(), record.person(), List.of(evidence)),
                id,
                version.number(),
                record.scopes());
    }

    private ApiKeyVerdict.@Nullable Reason objection(
            ApiKeyRecord record, KeyVersion<ApiKeySecret> version, Instant now) {
        if (record.revokedAt() != null) {
            return ApiKeyVerdict.Reason.REVOKED;
        }
        Instant expiry = version.reading().map(ApiKeySecret::expiresAt).orElse(Instant.MIN);
        if (!now.isBefore(expiry)) {
            return ApiKeyVerdict.Reason.EXPIRED;
        }
        boolean replaced = version.state() == KeyState.RETIRING
                && !now.isBefore(version.since().plus(policy.overlap()));
        return replaced ? ApiKeyVerdict.Reason.REPLACED : null;
    }

    /**
     * Says whether a text that is written down somewhere, such as a query string, holds a true key, and reports it: refuse
     * the request, and revoke the key.
     *
     * @param written text that should hold none
     * @param source where it came from; null if that is unknown
     * @return the public identifier of the key
     */
    public Optional<String> leaked(String written, @Nullable IpAddress source) {
        int at = text.find(written);
        if (at < 0) {
            return Optional.empty();
        }
        String id = text.id(written.substring(at));
        events.report(SecurityEvent.of(SecurityEventType.MALICIOUS_EXTRANEOUS, clock.instant())
                .from(source)
                .about(id)
                .with("found", "API key where none may be"));
        return Optional.of(id);
    }

    /**
     * Replaces a key's secret. The one before is accepted for the time of overlap.
     *
     * @param id public identifier
     * @param by who does it
     * @return the new version, to be shown once
     * @throws MissingData if there is no such key
     * @throws KeyStateRefused if it was revoked
     * @throws KeyringChanged if somebody else changed it meanwhile
     */
    public IssuedApiKey rotate(String id, AccountId by) {
        Instant now = clock.instant();
        ApiKeyRecord record = renewal.required(id);
        requireLive(record);
        IssuedApiKey published =
                renewal.published(record.with(ApiKeyRenewal.withoutPending(record.versions(), now)), now);
        ApiKeyRecord next = record.with(published
                .record()
                .versions()
                .promote(published.record().versions().versions().size(), now));
        renewal.reportChange(id, "ROTATE", next.versions().primaryNumber(), by, now);
        renewal.keep(next);
        return new IssuedApiKey(published.text(), next);
    }

    private static void requireLive(ApiKeyRecord record) {
        if (record.revokedAt() != null) {
            throw new KeyStateRefused("api-key", "was revoked");
        }
    }

    /**
     * Goes back to the secret before, as long as it is still accepted.
     *
     * @param id public identifier
     * @param by who does it
     * @return the record
     * @throws MissingData if there is no such key
     * @throws KeyStateRefused if there is no secret to go back to
     * @throws KeyringChanged if somebody else changed it meanwhile
     */
    public ApiKeyRecord rollBack(String id, AccountId by) {
        ApiKeyRecord record = renewal.required(id);
        Instant now = clock.instant();
        ApiKeyRecord next = record.with(record.versions().rollBack(now));
        Instant expiry = next.expiresAt().orElse(Instant.MIN);
        if (!now.isBefore(expiry)) {
            throw new KeyStateRefused("api-key", "has only an expired version to go back to");
        }
        renewal.reportChange(id, "ROLL_BACK", next.versions().primaryNumber(), by, now);
        renewal.keep(next);
        return next;
    }

    /**
     * Revokes a key with all versions, at once and for ever. Does nothing if it is revoked.
     *
     * @param id public identifier
     * @param by who does it
     * @param reason why
     * @throws MissingData if there is no such key
     */
    public void revoke(String id, AccountId by, String reason) {
        Instant now = clock.instant();
        events.report(SecurityEvent.of(SecurityEventType.AUTHN_TOKEN_REVOKED, now)
                .by(by)
                .about(id)
                .with("reason", reason));
        // Revoking wins over whatever happens at the same time.
        for (ApiKeyRecord record = renewal.required(id); record.revokedAt() == null; record = renewal.required(id)) {
            store.replace(record.revoked(now));
        }
    }

    /**
     * Does what is due: gives notice of keys that expire soon, replaces those that are rotated by schedule, and ends
     * versions whose overlap is over. An exception of the delivery ends the run; what was not handed over is tried again
     * with a new version an hour later.
     *
     * @param by the account of the job
     * @param delivery takes the new versions
     * @return what was replaced
     */
    public List<ApiKeyRecord> runDue(AccountId by, ApiKeyDelivery delivery) {
        List<ApiKeyRecord> replaced = new ArrayList<>();
        String after = "";
        List<ApiKeyRecord> page = store.page(after, PAGE);
        while (!page.isEmpty()) {
            for (ApiKeyRecord record : page) {
                if (record.revokedAt() == null) {
                    renewal.due(record, by, delivery, clock.instant()).ifPresent(replaced::add);
                }
                after = record.id();
            }
            page = store.page(after, PAGE);
        }
        return replaced;
    }

    /** Hands the counts that gathered to the store. What the store does not take is kept for the next time. */
    public void flushUses() {
        for (String id : List.copyOf(uses.keySet())) {
            ApiKeyUse use = uses.remove(id);
            if (use != null) {
                try {
                    store.addUse(id, use);
                } catch (RuntimeException notNow) {
                    uses.merge(id, use, ApiKeyUse::plus);
                    throw notNow;
                }
            }
        }
    }

    /**
     * Returns how a key was used, what is not flushed yet included.
     *
     * @param id public identifier
     * @return its use; nothing if it never was
     */
    public Optional<ApiKeyUse> use(String id) {
        Optional<ApiKeyUse> kept = store.use(id);
        ApiKeyUse fresh = uses.get(id);
        return fresh == null
                ? kept
                : Optional.of(kept.map(use -> use.plus(fresh)).orElse(fresh));
    }

    private ApiKeyVerdict refused(ApiKeyVerdict.Reason reason, String id, @Nullable IpAddress source) {
        events.report(SecurityEvent.of(SecurityEventType.AUTHN_LOGIN_FAIL, clock.instant())
                .from(source)
                .about(id)
                .with("factor", Factor.API_KEY)
                .with("reason", reason));
        return new ApiKeyVerdict.Refused(reason);
    }

    /** Collects what keys need. Not safe for use by many threads. */
    public static final class Builder {

        private final ApiKeyStore store;
        private final String prefix;
        private final String environment;
        private ApiKeyPolicy policy = ApiKeyPolicy.standard();
        private InstantSource clock = InstantSource.system();
        private SecureRandom random = new SecureRandom();
        private SecurityEventSink events = SecurityEventSink.none();

        private Builder(ApiKeyStore store, String prefix, String environment) {
            this.store = Objects.requireNonNull(store);
            this.prefix = word("prefix", prefix);
            this.environment = word("environment", environment);
        }

        private static String word(String name, String value) {
            boolean fits =
                    value.length() >= 2 && value.length() <= 8 && value.chars().allMatch(c -> c >= 'a' && c <= 'z');
            InvalidInput.unless(fits, name, value, "2 to 8 small letters");
            return value;
        }

        /**
         * Sets how long keys live.
         *
         * @param times of keys
         * @return this builder
         */
        public Builder policy(ApiKeyPolicy times) {
            this.policy = Objects.requireNonNull(times);
            return this;
        }

        /**
         * Sets the clock; the system's otherwise.
         *
         * @param source of time
         * @return this builder
         */
        public Builder clock(InstantSource source) {
            this.clock = Objects.requireNonNull(source);
            return this;
        }

        /**
         * Sets where secrets come from; the platform's secure source otherwise.
         *
         * @param source a secure one
         * @return this builder
         */
        public Builder random(SecureRandom source) {
            this.random = Objects.requireNonNull(source);
            return this;
        }

        /**
         * Sets who hears of keys made, changed, refused and about to expire.
         *
         * @param sink of events
         * @return this builder
         */
        public Builder events(SecurityEventSink sink) {
            this.events = Objects.requireNonNull(sink);
            return this;
        }

        /** {@return the keys} */
        public ApiKeys build() {
            return new ApiKeys(this);
        }
    }
}
