package io.bondtrader.security.authentication;

import io.bondtrader.security.authentication.SignInResult.FactorRequired;
import io.bondtrader.security.authentication.SignInResult.Offer;
import io.bondtrader.security.authentication.SignInResult.Refused;
import io.bondtrader.security.authentication.SignInResult.SignedIn;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.guard.OpaqueToken;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.identity.FactorEvidence;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.mfa.EnrolledFactor;
import io.bondtrader.security.session.OpenSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What follows a first factor, whichever it was: a second one where there is one, and a session in the end. */
final class SessionStep {

    private static final Duration TO_FINISH = Duration.ofMinutes(5);

    private final SignInParts parts;

    SessionStep(SignInParts parts) {
        this.parts = parts;
    }

    SignInResult afterFirst(
            Account account, FactorEvidence first, String credential, SignInSource source, int failuresBefore) {
        List<Offer> offers = offers(account);
        if (offers.isEmpty()) {
            return open(account, List.of(first), credential, source, failuresBefore);
        }
        Instant now = parts.clock.instant();
        OpaqueToken ticket = OpaqueToken.generate(parts.random);
        PendingSignIn pending = new PendingSignIn(
                account.id(),
                account.epoch(),
                OpaqueToken.generate(parts.random).digest(),
                first,
                digest(credential),
                now.plus(TO_FINISH));
        parts.events.report(event(SecurityEventType.AUTHN_FACTOR_PROVED, account, source)
                .with("kind", first.factor())
                .with("awaits", "second factor"));
        parts.pending.keep(ticket.digest(), pending, pending.until(), now);
        return new FactorRequired(ticket, offers);
    }

    /** Opens a session, unless account or password changed since the first factor was proved. */
    SignInResult open(
            Account account,
            List<FactorEvidence> evidence,
            String credential,
            SignInSource source,
            int failuresBefore) {
        Principal principal = new Principal(account.id(), account.person(), evidence);
        SecurityEvent success = event(
                        failuresBefore > 0
                                ? SecurityEventType.AUTHN_LOGIN_SUCCESS_AFTER_FAIL
                                : SecurityEventType.AUTHN_LOGIN_SUCCESS,
                        account,
                        source)
                .with("factors", evidence.stream().map(FactorEvidence::factor).toList());
        parts.events.report(success);
        Optional<OpenSession> opened = parts.sessions.open(principal, source.address());
        if (opened.isEmpty()) {
            return new Refused();
        }
        // Whoever changes the password ends all sessions after it: a session that came too late for that ends here.
        if (!digest(stored(account)).equals(digest(credential))) {
            parts.sessions.end(opened.get().token().reveal(), source.address());
            return refused(account, source, "password_changed");
        }
        if (parts.protection.knowsDevice(account.id(), source)) {
            OpaqueToken.read(source.device())
                    .ifPresent(device -> parts.protection.remember(account.id(), source, device));
            return new SignedIn(opened.get(), Optional.empty());
        }
        OpaqueToken device = OpaqueToken.generate(parts.random);
        parts.protection.remember(account.id(), source, device);
        parts.notifier.tell(account.id(), success.with("place", "new device"));
        return new SignedIn(opened.get(), Optional.of(device));
    }

    /** Adds a proof to a session, which gets a new token. */
    SignInResult renew(String session, Principal principal, FactorEvidence proof, SignInSource source) {
        Optional<OpenSession> renewed = parts.sessions.renew(session, principal.with(proof), source.address());
        return renewed.isPresent() ? new SignedIn(renewed.get(), Optional.empty()) : new Refused();
    }

    String stored(Account account) {
        return parts.credentials.find(account.id()).orElse("");
    }

    /** A sign-in keeps a digest of the hash, not the hash. */
    static String digest(String credential) {
        return OpaqueToken.digest(credential);
    }

    Refused refused(Account account, SignInSource source, String reason) {
        parts.events.report(
                event(SecurityEventType.AUTHN_LOGIN_FAIL, account, source).with("reason", reason));
        return new Refused();
    }

    private List<Offer> offers(Account account) {
        List<Offer> offers = new ArrayList<>();
        for (EnrolledFactor factor : parts.factors.factors(account.id()).factors()) {
            offers.add(new Offer(factor.id(), factor.kind(), factor.label()));
        }
        // Paper stands in for a factor; by itself it is none.
        if (!offers.isEmpty() && parts.factors.backupCodesLeft(account.id()) > 0) {
            offers.add(new Offer("backup codes", Factor.BACKUP_CODE, "backup code"));
        }
        return offers;
    }

    private SecurityEvent event(SecurityEventType type, Account account, SignInSource source) {
        return SecurityEvent.of(type, parts.clock.instant())
                .by(account.id())
                .from(source.address())
                .within(source.correlationId())
                .about("sign-in");
    }
}
