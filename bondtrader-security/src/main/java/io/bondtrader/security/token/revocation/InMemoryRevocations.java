package io.bondtrader.security.token.revocation;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Revocations of one process, gone with it, effective at once. Tokens are forgotten when they have expired; subjects and
 * clients are kept.
 *
 * <p>Safe for use by many threads.
 */
public final class InMemoryRevocations implements RevocationStore {

    private static final int WRITES_BETWEEN_SWEEPS = 1024;

    private final InstantSource clock;
    private final ConcurrentHashMap<Name, Instant> tokens = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Name, Instant> subjects = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Name, Instant> clients = new ConcurrentHashMap<>();
    private final AtomicInteger writes = new AtomicInteger();

    private record Name(String issuer, String value) {}

    /**
     * Creates an empty store.
     *
     * @param clock tells which tokens have expired
     */
    public InMemoryRevocations(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public void denyToken(String issuer, String tokenId, Instant until) {
        tokens.merge(new Name(issuer, tokenId), until, InMemoryRevocations::later);
        if (writes.incrementAndGet() % WRITES_BETWEEN_SWEEPS == 0) {
            Instant now = clock.instant();
            tokens.values().removeIf(now::isAfter);
        }
    }

    @Override
    public void denySubject(String issuer, String subject, Instant epoch) {
        subjects.merge(new Name(issuer, subject), epoch, InMemoryRevocations::later);
    }

    @Override
    public void denyClient(String issuer, String clientId, Instant epoch) {
        clients.merge(new Name(issuer, clientId), epoch, InMemoryRevocations::later);
    }

    @Override
    public boolean isRevoked(TokenReference token) {
        String tokenId = token.tokenId();
        String clientId = token.clientId();
        return (tokenId != null && tokens.containsKey(new Name(token.issuer(), tokenId)))
                || covers(subjects.get(new Name(token.issuer(), token.subject())), token.issuedAt())
                || (clientId != null && covers(clients.get(new Name(token.issuer(), clientId)), token.issuedAt()));
    }

    private static boolean covers(@Nullable Instant epoch, Instant issuedAt) {
        return epoch != null && !issuedAt.truncatedTo(ChronoUnit.SECONDS).isAfter(epoch);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
