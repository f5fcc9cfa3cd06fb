package io.bondtrader.security.apikey;

import io.bondtrader.core.error.MissingData;
import io.bondtrader.security.error.KeyringChanged;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.key.KeyState;
import io.bondtrader.security.key.KeyVersion;
import io.bondtrader.security.key.Keyring;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** How one key changes with time: notices, new versions in time, the end of an overlap. Keeps nothing itself. */
final class ApiKeyRenewal {

    /** How long a machine may take to hand a key over before another tries. */
    private static final Duration DELIVERY = Duration.ofHours(1);

    private final ApiKeyStore store;
    private final ApiKeyText text;
    private final ApiKeyPolicy policy;
    private final SecureRandom random;
    private final SecurityEventSink events;

    ApiKeyRenewal(
            ApiKeyStore store, ApiKeyText text, ApiKeyPolicy policy, SecureRandom random, SecurityEventSink events) {
        this.store = store;
        this.text = text;
        this.policy = policy;
        this.random = random;
        this.events = events;
    }

    /** Does for one key what is due; returns its record if it has a new version to use. */
    Optional<ApiKeyRecord> due(ApiKeyRecord record, AccountId by, ApiKeyDelivery delivery, Instant now) {
        ApiKeyRecord current = ended(record, now, by);
        Instant expiry = current.expiresAt().orElse(Instant.MAX);
        boolean renew = current.automatic() && !now.isBefore(expiry.minus(policy.renewAhead())) && now.isBefore(expiry);
        if (renew) {
            return renewed(current, by, delivery, now);
        }
        policy.noticeDays().stream()
                .filter(days -> now.isBefore(expiry) && !now.isBefore(expiry.minus(Duration.ofDays(days))))
                .min(Comparator.naturalOrder())
                .filter(days -> !current.wasNoticed(days))
                .ifPresent(days -> notice(current, days, by, now));
        return Optional.empty();
    }

    /** Whoever keeps the record gives the notice: of two machines one. */
    private void notice(ApiKeyRecord record, int days, AccountId by, Instant now) {
        if (store.replace(record.noticed(days))) {
            events.report(SecurityEvent.of(SecurityEventType.CRYPT_KEY_NOTICE, now)
                    .by(by)
                    .about(record.id())
                    .with("account", record.account())
                    .with("expires", record.expiresAt().orElse(Instant.MAX))
                    .with("days", days));
        }
    }

    private ApiKeyRecord ended(ApiKeyRecord record, Instant now, AccountId by) {
        Keyring<ApiKeySecret> versions = record.versions();
        for (KeyVersion<ApiKeySecret> version : record.versions().versions()) {
            if (version.state() == KeyState.RETIRING
                    && !now.isBefore(version.since().plus(policy.overlap()))) {
                versions = versions.disable(version.number(), now).destroy(version.number(), now);
                reportChange(record.id(), "DESTROY", version.number(), by, now);
            }
        }
        if (versions == record.versions()) {
            return record;
        }
        ApiKeyRecord next = record.with(versions);
        return store.replace(next) ? next : required(record.id());
    }

    /**
     * Replaces a key for whoever cannot be asked to wait: the new version is kept as pending by one of several machines,
     * handed over, and only then made the one to use. It is accepted from the first moment.
     */
    private Optional<ApiKeyRecord> renewed(ApiKeyRecord record, AccountId by, ApiKeyDelivery delivery, Instant now) {
        Optional<Instant> pendingSince = record.versions().versions().stream()
                .filter(version -> version.state() == KeyState.PENDING)
                .map(KeyVersion::since)
                .findFirst();
        if (pendingSince.isPresent() && now.isBefore(pendingSince.get().plus(DELIVERY))) {
            return Optional.empty();
        }
        IssuedApiKey issued = published(record.with(withoutPending(record.versions(), now)), now);
        ApiKeyRecord pending = record.with(issued.record().versions());
        reportChange(record.id(), "PUBLISH", pending.versions().versions().size(), by, now);
        if (!store.replace(pending)) {
            return Optional.empty();
        }
        delivery.deliver(new IssuedApiKey(issued.text(), pending));
        ApiKeyRecord next = pending.with(
                pending.versions().promote(pending.versions().versions().size(), now));
        reportChange(record.id(), "ROTATE", next.versions().primaryNumber(), by, now);
        keep(next);
        return Optional.of(next);
    }

    IssuedApiKey published(ApiKeyRecord record, Instant now) {
        String made = text.make(record.id(), random);
        return new IssuedApiKey(made, record.with(record.versions().publish(secret(made, now), now)));
    }

    /** What was never handed over is forgotten: nobody knows its text. */
    static Keyring<ApiKeySecret> withoutPending(Keyring<ApiKeySecret> versions, Instant now) {
        for (KeyVersion<ApiKeySecret> version : versions.versions()) {
            if (version.state() == KeyState.PENDING) {
                return versions.disable(version.number(), now).destroy(version.number(), now);
            }
        }
        return versions;
    }

    ApiKeyRecord required(String id) {
        return store.find(id).orElseThrow(() -> new MissingData("API key " + id + " is not known"));
    }

    void keep(ApiKeyRecord next) {
        if (!store.replace(next)) {
            throw new KeyringChanged("api-key");
        }
    }

    ApiKeySecret secret(String made, Instant now) {
        return ApiKeySecret.ofText(made.getBytes(StandardCharsets.US_ASCII), now.plus(policy.life()));
    }

    void reportChange(String id, String change, int version, AccountId by, Instant now) {
        events.report(SecurityEvent.of(SecurityEventType.CRYPT_KEY_CHANGE, now)
                .by(by)
                .about(id)
                .with("change", change)
                .with("version", version));
    }
}
