package io.bondtrader.security.authentication;

import io.bondtrader.security.authentication.FactorProof.BackupCode;
import io.bondtrader.security.authentication.FactorProof.OneTimeCode;
import io.bondtrader.security.authentication.FactorProof.TokenAnswer;
import io.bondtrader.security.authentication.PasswordStep.Later;
import io.bondtrader.security.authentication.PasswordStep.Outcome;
import io.bondtrader.security.authentication.PasswordStep.Right;
import io.bondtrader.security.authentication.SignInResult.Busy;
import io.bondtrader.security.authentication.SignInResult.Refused;
import io.bondtrader.security.authentication.SignInResult.SignedIn;
import io.bondtrader.security.error.HashingBusy;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.guard.OpaqueToken;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.identity.FactorEvidence;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.mfa.FactorVerdict;
import io.bondtrader.security.mfa.HardwareChallenge;
import io.bondtrader.security.mfa.HardwareTokens;
import io.bondtrader.security.password.PasswordPolicy;
import io.bondtrader.security.password.PasswordReview;
import io.bondtrader.security.session.Session;
import io.bondtrader.security.session.SessionStore;
import io.bondtrader.security.session.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Signs users in and out, step by step:
 *
 * <pre>
 * begin(login name, password)   protection → password → second factor? ─ no ─► SignedIn
 *                                                              └─ yes ─► FactorRequired(ticket)
 * finish(ticket, proof)         ticket → account unchanged? → factor → SignedIn
 * reauthenticate, stepUp        session → password or factor → the same session under a new token
 * changePassword                session → recent second factor → policy → old password → new one, other sessions end
 * logout                        the session ends
 * </pre>
 *
 * Refusals look alike to a client, whatever their reason, take the same work and cause one event. What succeeds is
 * reported before it is granted: if the event cannot be kept, nobody signs in.
 *
 * <p>Immutable; safe for use by many threads as far as the stores are.
 */
public final class AuthenticationService {

    private static final int LONGEST_LOGIN = 256;
    private static final Duration RECENT = Duration.ofMinutes(5);
    private static final Set<Factor> SECOND =
            Set.of(Factor.TIME_CODE, Factor.COUNTER_CODE, Factor.BACKUP_CODE, Factor.HARDWARE_TOKEN);

    private final SignInParts parts;
    private final PasswordPolicy policy;
    private final PasswordStep passwords;
    private final SessionStep steps;

    private AuthenticationService(SignInParts parts, PasswordPolicy policy) {
        this.parts = parts;
        this.policy = Objects.requireNonNull(policy);
        this.passwords = new PasswordStep(parts);
        this.steps = new SessionStep(parts);
    }

    /**
     * Returns a service.
     *
     * @param parts that it is made of
     * @param policy of new passwords
     * @return the service
     */
    public static AuthenticationService of(SignInParts parts, PasswordPolicy policy) {
        return new AuthenticationService(parts, policy);
    }

    /** {@return the sessions, which end with their accounts: for checking every request} */
    public Sessions sessions() {
        return parts.sessions;
    }

    /**
     * Begins a sign-in with a password.
     *
     * @param loginName as typed
     * @param password as typed; wiped
     * @param source where the user is
     * @return what became of it
     */
    public SignInResult begin(String loginName, char[] password, SignInSource source) {
        Optional<Account> account =
                loginName.length() <= LONGEST_LOGIN ? parts.directory.byLoginName(loginName) : Optional.empty();
        Outcome outcome = passwords.check(account, loginName, password, source);
        if (outcome instanceof Later later) {
            return new Busy(later.retryAfter());
        }
        if (!(outcome instanceof Right right)) {
            return new Refused();
        }
        FactorEvidence proof = new FactorEvidence(Factor.PASSWORD, parts.clock.instant());
        int failuresBefore = right.attempt().failuresBefore();
        try {
            SignInResult result = steps.afterFirst(right.account(), proof, right.credential(), source, failuresBefore);
            right.attempt().succeeded();
            return result;
        } catch (RuntimeException notGranted) {
            right.attempt().release(); // the password was right: what else failed is not the user's fault
            throw notGranted;
        }
    }

    /**
     * Finishes a sign-in with a second factor. A ticket bears several tries and one success.
     *
     * @param ticket as shown by the client
     * @param proof of a factor
     * @param source where the user is
     * @return what became of it
     */
    public SignInResult finish(String ticket, FactorProof proof, SignInSource source) {
        Optional<PendingSignIn> pending = pending(ticket);
        if (pending.isEmpty()) {
            return refused(null, source, "no_such_ticket");
        }
        PendingSignIn begun = pending.get();
        Optional<Account> account = unchanged(begun);
        if (account.isEmpty()) {
            return refused(begun.account(), source, "account_changed");
        }
        FactorVerdict verdict = verify(begun.account(), begun.reference(), proof, source);
        if (!(verdict instanceof FactorVerdict.Proved proved)) {
            return notProved(verdict);
        }
        if (parts.pending
                .takeOnce(OpaqueToken.digest(ticket), parts.clock.instant())
                .isEmpty()) {
            return refused(begun.account(), source, "ticket_used");
        }
        String stored = steps.stored(account.get());
        if (!SessionStep.digest(stored).equals(begun.credential())) {
            return refused(begun.account(), source, "account_changed");
        }
        return steps.open(account.get(), List.of(begun.first(), proved.evidence()), stored, source, 0);
    }

    /**
     * Asks the hardware tokens of a user who is signing in.
     *
     * @param ticket as shown by the client
     * @return the challenge, or nothing if there is no such sign-in or no token
     */
    public Optional<HardwareChallenge> challenge(String ticket) {
        HardwareTokens tokens = parts.tokens;
        return tokens == null
                ? Optional.empty()
                : pending(ticket).flatMap(begun -> tokens.beginAssertion(begun.account(), begun.reference(), ""));
    }

    /**
     * Asks the hardware tokens of a user who is signed in.
     *
     * @param session token of the session
     * @param transaction what the user agrees to, as shown to the user; empty for a mere step up
     * @param source where the user is
     * @return the challenge, or nothing if there is no such session or no token
     */
    public Optional<HardwareChallenge> challenge(String session, String transaction, SignInSource source) {
        HardwareTokens tokens = parts.tokens;
        return tokens == null
                ? Optional.empty()
                : parts.sessions
                        .check(session, source.address())
                        .flatMap(open ->
                                tokens.beginAssertion(open.principal().account(), open.reference(), transaction));
    }

    /**
     * Asks for the password again, in a session.
     *
     * @param session token of the session
     * @param password as typed; wiped
     * @param source where the user is
     * @return the same session under a new token, or why not
     */
    public SignInResult reauthenticate(String session, char[] password, SignInSource source) {
        Optional<Session> open = parts.sessions.check(session, source.address());
        if (open.isEmpty()) {
            Arrays.fill(password, '\0');
            return new Refused();
        }
        Principal principal = open.get().principal();
        Outcome outcome = passwords.check(parts.directory.byId(principal.account()), "", password, source);
        if (outcome instanceof Later later) {
            return new Busy(later.retryAfter());
        }
        if (!(outcome instanceof Right right)) {
            return new Refused();
        }
        FactorEvidence proof = new FactorEvidence(Factor.PASSWORD, parts.clock.instant());
        SignInResult result = steps.renew(session, principal, proof, source);
        right.attempt().succeeded();
        return result;
    }

    /**
     * Asks for a second factor, in a session.
     *
     * @param session token of the session
     * @param proof of a factor
     * @param source where the user is
     * @return the same session under a new token, or why not
     */
    public SignInResult stepUp(String session, FactorProof proof, SignInSource source) {
        Optional<Session> open = parts.sessions.check(session, source.address());
        if (open.isEmpty()) {
            return new Refused();
        }
        Principal principal = open.get().principal();
        FactorVerdict verdict = verify(principal.account(), open.get().reference(), proof, source);
        return verdict instanceof FactorVerdict.Proved proved
                ? steps.renew(session, principal, proved.evidence(), source)
                : notProved(verdict);
    }

    /**
     * Changes the password. The old one is asked for, a second factor of the last five minutes too where there is one; all
     * other sessions end and the user is told.
     *
     * @param session token of the session
     * @param current password; wiped
     * @param wanted the new one; wiped
     * @param source where the user is
     * @return what became of it
     */
    public PasswordChange changePassword(String session, char[] current, char[] wanted, SignInSource source) {
        try {
            Optional<Session> open = parts.sessions.check(session, source.address());
            if (open.isEmpty()) {
                return new PasswordChange.Refused();
            }
            return changePassword(session, open.get(), current, wanted, source);
        } catch (HashingBusy busy) {
            return new PasswordChange.Busy(Duration.ofSeconds(1));
        } finally {
            Arrays.fill(current, '\0');
            Arrays.fill(wanted, '\0');
        }
    }

    private PasswordChange changePassword(
            String session, Session open, char[] current, char[] wanted, SignInSource source) {
        Principal principal = open.principal();
        AccountId account = principal.account();
        Instant now = parts.clock.instant();
        boolean hasSecond = !parts.factors.factors(account).factors().isEmpty();
        if (hasSecond && !principal.provedWithin(SECOND, RECENT, now)) {
            return unchanged(principal, source, "second_factor_not_recent");
        }
        PasswordReview review = policy.review(wanted, List.of(account.value()));
        if (!review.accepted()) {
            return new PasswordChange.Weak(review);
        }
        Outcome outcome = passwords.check(parts.directory.byId(account), "", current, source);
        if (outcome instanceof Later later) {
            return new PasswordChange.Busy(later.retryAfter());
        }
        if (!(outcome instanceof Right right)) {
            return new PasswordChange.Refused();
        }
        right.attempt().succeeded();
        String hash = parts.hashing.hash(wanted);
        SecurityEvent event =
                event(SecurityEventType.AUTHN_PASSWORD_CHANGE, source).by(principal);
        parts.events.report(event);
        if (!parts.credentials.replace(account, right.credential(), hash)) {
            return unchanged(principal, source, "changed_meanwhile");
        }
        parts.sessions.revoke(account, new SessionStore.AllBut(open.reference()), "password_changed");
        parts.notifier.tell(account, event);
        FactorEvidence proof = new FactorEvidence(Factor.PASSWORD, now);
        return steps.renew(session, principal, proof, source) instanceof SignedIn renewed
                ? new PasswordChange.Changed(renewed.session())
                : new PasswordChange.Refused();
    }

    /**
     * Ends a session.
     *
     * @param session token of the session, whatever came
     * @param source where the user is
     */
    public void logout(String session, SignInSource source) {
        parts.sessions.end(session, source.address());
    }

    private FactorVerdict verify(AccountId account, String binding, FactorProof proof, SignInSource source) {
        if (proof instanceof OneTimeCode code) {
            return parts.factors.verify(account, code.factor(), code.code(), source.address());
        }
        if (proof instanceof BackupCode code) {
            return parts.factors.verifyBackupCode(account, code.typed(), source.address());
        }
        TokenAnswer answer = (TokenAnswer) proof;
        HardwareTokens tokens = parts.tokens;
        if (tokens == null) {
            refused(account, source, "no_hardware_tokens");
            return new FactorVerdict.Refused();
        }
        return tokens.finishAssertion(
                account, binding, answer.transaction(), answer.ceremony(), answer.answer(), source.address());
    }

    /** The event was reported by whoever looked. */
    private static SignInResult notProved(FactorVerdict verdict) {
        return verdict instanceof FactorVerdict.Wait wait ? new Busy(wait.retryAfter()) : new Refused();
    }

    private Optional<PendingSignIn> pending(String ticket) {
        return OpaqueToken.read(ticket).flatMap(token -> parts.pending.find(token.digest(), parts.clock.instant()));
    }

    private Optional<Account> unchanged(PendingSignIn begun) {
        return parts.directory
                .byId(begun.account())
                .filter(account -> account.enabled()
                        && account.epoch() == begun.epoch()
                        && SessionStep.digest(steps.stored(account)).equals(begun.credential()));
    }

    private PasswordChange unchanged(Principal principal, SignInSource source, String reason) {
        parts.events.report(event(SecurityEventType.AUTHN_PASSWORD_CHANGE_FAIL, source)
                .by(principal)
                .with("reason", reason));
        return new PasswordChange.Refused();
    }

    private Refused refused(@Nullable AccountId account, SignInSource source, String reason) {
        SecurityEvent event = event(SecurityEventType.AUTHN_LOGIN_FAIL, source)
                .about("sign-in")
                .with("reason", reason);
        parts.events.report(account == null ? event : event.by(account));
        return new Refused();
    }

    private SecurityEvent event(SecurityEventType type, SignInSource source) {
        return SecurityEvent.of(type, parts.clock.instant())
                .from(source.address())
                .within(source.correlationId());
    }
}
