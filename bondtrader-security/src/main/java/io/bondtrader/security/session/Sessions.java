package io.bondtrader.security.session;

import io.bondtrader.security.error.StateContended;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.guard.OpaqueToken;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.network.IpAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Opens, checks, renews and ends sessions. The token is 256 random bits, of which the store sees a digest alone; it is
 * replaced whenever the user proves more, and the old one is dead from that moment. Source: OWASP ASVS 5.0 chapter 7.
 *
 * <p>Immutable; safe for use by many threads as far as store and sink are.
 */
public final class Sessions {

    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int TRIES = 1_000;

    private final SessionStore store;
    private final SessionLimits limits;
    private final AccountEpochs epochs;
    private final InstantSource clock;
    private final SecureRandom random;
    private final SecurityEventSink events;

    private Sessions(
            SessionStore store,
            SessionLimits limits,
            AccountEpochs epochs,
            InstantSource clock,
            SecureRandom random,
            SecurityEventSink events) {
        this.store = store;
        this.limits = limits;
        this.epochs = epochs;
        this.clock = clock;
        this.random = random;
        this.events = events;
    }

    /**
     * Returns sessions with the standard limits and epochs that never change.
     *
     * @param store of the sessions
     * @param clock of this machine
     * @param random a secure source
     * @param events what is told of every beginning, renewal, end and refusal
     * @return the sessions
     */
    public static Sessions of(SessionStore store, InstantSource clock, SecureRandom random, SecurityEventSink events) {
        return new Sessions(
                Objects.requireNonNull(store),
                SessionLimits.standard(),
                AccountEpochs.none(),
                Objects.requireNonNull(clock),
                Objects.requireNonNull(random),
                Objects.requireNonNull(events));
    }

    /**
     * Returns these sessions with other limits. They hold at once, for sessions that are open too.
     *
     * @param other limits
     * @return the sessions
     */
    public Sessions withLimits(SessionLimits other) {
        return new Sessions(store, Objects.requireNonNull(other), epochs, clock, random, events);
    }

    /**
     * Returns these sessions with a word on which accounts' sessions are out of date.
     *
     * @param other epochs
     * @return the sessions
     */
    public Sessions withEpochs(AccountEpochs other) {
        return new Sessions(store, limits, Objects.requireNonNull(other), clock, random, events);
    }

    /**
     * Opens a session for somebody who has just proved who it is. A token that the browser brought along is of no
     * interest: there is none that could be fixed beforehand.
     *
     * @param principal with the evidence
     * @param source where the user is; null if inside
     * @return the session and its token, or nothing if the account may have none
     */
    public Optional<OpenSession> open(Principal principal, @Nullable IpAddress source) {
        Instant now = clock.instant();
        OptionalLong epoch = epochs.of(principal.account());
        if (epoch.isEmpty()) {
            events.report(refused(now, source, "account_closed").by(principal));
            return Optional.empty();
        }
        String reference = OpaqueToken.generate(random).reveal().substring(0, 22); // 132 bits
        Session session = new Session(reference, principal, now, now);
        events.report(event(SecurityEventType.SESSION_CREATED, now, session).from(source));
        return Optional.of(kept(session, epoch.getAsLong()));
    }

    /**
     * Says whose session a token opens, and counts as its use. Whatever the reason, a client is told no more than that it
     * opens none.
     *
     * @param shown whatever came as token
     * @param source where the request came from; null if from inside
     * @return the session, if the token opens one now
     */
    public Optional<Session> check(String shown, @Nullable IpAddress source) {
        return live(shown, source).map(StoredSession::session);
    }

    /**
     * Gives a session a new token after its user proved more. The old token is dead when this returns, the reference and
     * the absolute limit stay.
     *
     * @param shown the old token
     * @param principal with the evidence of then and now, of the same account
     * @param source where the user is; null if inside
     * @return the session and its new token, or nothing if the old one opens no session of that account
     */
    public Optional<OpenSession> renew(String shown, Principal principal, @Nullable IpAddress source) {
        for (int i = 0; i < TRIES; i++) {
            Optional<StoredSession> old = live(shown, source);
            if (old.isEmpty()) {
                return Optional.empty();
            }
            Session was = old.get().session();
            Instant now = clock.instant();
            if (!was.principal().account().equals(principal.account())) {
                events.report(refused(now, source, "other_account").by(was.principal()));
                return Optional.empty();
            }
            Session session = new Session(was.reference(), principal, was.startedAt(), now);
            events.report(event(SecurityEventType.SESSION_RENEWED, now, session).from(source));
            OpaqueToken token = OpaqueToken.generate(random);
            StoredSession next = new StoredSession(
                    token.digest(), session, old.get().epoch(), true, old.get().keepUntil());
            if (store.compareAndSet(old.get(), next)) {
                return Optional.of(new OpenSession(token, session));
            }
        }
        throw new StateContended("sessions");
    }

    /**
     * Ends the session that a token opens; signing out twice is no mistake.
     *
     * @param shown whatever came as token
     * @param source where the request came from; null if from inside
     */
    public void end(String shown, @Nullable IpAddress source) {
        find(shown).filter(StoredSession::live).ifPresent(kept -> {
            AccountId account = kept.session().principal().account();
            ended(store.end(account, new SessionStore.Only(kept.session().reference())), "signed_out", source);
        });
    }

    /**
     * Lists who is signed in to an account.
     *
     * @param account whose sessions
     * @return those that are neither ended nor past their limits, in no order
     */
    public List<Session> ofAccount(AccountId account) {
        Instant now = clock.instant();
        return store.ofAccount(account).stream()
                .filter(kept -> overdue(kept, now) == null)
                .map(StoredSession::session)
                .toList();
    }

    /**
     * Ends sessions of an account. They are ended when this returns, and also if the events cannot be reported.
     *
     * @param account whose
     * @param which of them
     * @param reason a word for the event
     * @return how many were ended
     */
    public int revoke(AccountId account, SessionStore.Which which, String reason) {
        List<StoredSession> gone = store.end(account, which);
        ended(gone, reason, null);
        return gone.size();
    }

    private void ended(List<StoredSession> gone, String reason, @Nullable IpAddress source) {
        Instant now = clock.instant();
        for (StoredSession kept : gone) {
            events.report(event(SecurityEventType.SESSION_EXPIRED, now, kept.session())
                    .from(source)
                    .with("reason", reason));
        }
    }

    private OpenSession kept(Session session, long epoch) {
        for (int i = 0; i < TRIES; i++) {
            OpaqueToken token = OpaqueToken.generate(random);
            Instant keepUntil = session.startedAt().plus(limits.absolute()).plus(REMEMBERED);
            if (store.compareAndSet(null, new StoredSession(token.digest(), session, epoch, true, keepUntil))) {
                return new OpenSession(token, session);
            }
        }
        throw new StateContended("sessions");
    }

    private Optional<StoredSession> find(String shown) {
        Optional<OpaqueToken> token = OpaqueToken.read(shown);
        if (token.isEmpty()) {
            return Optional.empty();
        }
        String digest = token.get().digest();
        // A store that takes capitals for small letters, or cuts, must not open a session.
        return store.find(digest).filter(kept -> OpaqueToken.sameDigest(kept.digest(), digest));
    }

    private Optional<StoredSession> live(String shown, @Nullable IpAddress source) {
        for (int i = 0; i < TRIES; i++) {
            Instant now = clock.instant();
            Optional<StoredSession> found = find(shown);
            if (found.isEmpty()) {
                events.report(refused(now, source, "no_such_session"));
                return Optional.empty();
            }
            StoredSession kept = found.get();
            String overdue = overdue(kept, now);
            if (overdue != null) {
                return closed(kept, overdue, now, source);
            }
            if (!touchDue(kept, now)) {
                return found;
            }
            StoredSession used =
                    new StoredSession(kept.digest(), used(kept.session(), now), kept.epoch(), true, kept.keepUntil());
            if (store.compareAndSet(kept, used)) {
                return Optional.of(used);
            }
        }
        throw new StateContended("sessions");
    }

    private Optional<StoredSession> closed(StoredSession kept, String reason, Instant now, @Nullable IpAddress source) {
        Session session = kept.session();
        if (kept.live()) {
            store.end(session.principal().account(), new SessionStore.Only(session.reference()));
        }
        events.report(event(SecurityEventType.SESSION_USE_AFTER_EXPIRE, now, session)
                .from(source)
                .with("reason", reason));
        return Optional.empty();
    }

    /** Returns why a session is over, or null if it is not. */
    private @Nullable String overdue(StoredSession kept, Instant now) {
        Session session = kept.session();
        if (!kept.live()) {
            return "ended";
        }
        if (!now.isBefore(session.startedAt().plus(limits.absolute()))) {
            return "absolute_limit";
        }
        if (!now.isBefore(session.lastUsedAt().plus(limits.idle()))) {
            return "idle_limit";
        }
        OptionalLong epoch = epochs.of(session.principal().account());
        return epoch.isPresent() && epoch.getAsLong() == kept.epoch() ? null : "epoch";
    }

    /** Not every request writes: a use is noted when a twentieth of the idle limit has passed since the last note. */
    private boolean touchDue(StoredSession kept, Instant now) {
        return !now.isBefore(kept.session().lastUsedAt().plus(limits.idle().dividedBy(20)));
    }

    private static Session used(Session session, Instant now) {
        return new Session(session.reference(), session.principal(), session.startedAt(), now);
    }

    private static SecurityEvent event(SecurityEventType type, Instant now, Session session) {
        return SecurityEvent.of(type, now).by(session.principal()).about("session:" + session.reference());
    }

    private static SecurityEvent refused(Instant now, @Nullable IpAddress source, String reason) {
        return SecurityEvent.of(SecurityEventType.AUTHN_LOGIN_FAIL, now)
                .from(source)
                .with("reason", reason);
    }
}
