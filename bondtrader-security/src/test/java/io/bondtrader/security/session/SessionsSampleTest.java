package io.bondtrader.security.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.audit.InMemoryAuditSink;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.identity.FactorEvidence;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.network.IpAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The code of docs/sessions.md. */
final class SessionsSampleTest {

    @Test
    void aSessionIsOpenedCheckedRenewedAndEnded() {
        InstantSource clock = () -> Instant.parse("2026-03-02T09:30:00Z");
        InMemoryAuditSink trail = new InMemoryAuditSink();
        IpAddress source = IpAddress.parse("203.0.113.7");
        Principal mia = Principal.of(
                AccountId.of("mia"), PersonId.of("p-17"), new FactorEvidence(Factor.PASSWORD, clock.instant()));

        Sessions sessions = Sessions.of(new InMemorySessions(), clock, new SecureRandom(), SecurityEventSink.to(trail));
        OpenSession open = sessions.open(mia, source).orElseThrow();
        String cookie = open.token().reveal(); // Set-Cookie: __Host-session=...; Secure; HttpOnly; SameSite=Lax

        // Each request.
        Optional<Session> session = sessions.check(cookie, source);

        // The user proved one thing more: a new cookie, and the old one is dead.
        Principal more = mia.with(new FactorEvidence(Factor.TIME_CODE, clock.instant()));
        OpenSession renewed = sessions.renew(cookie, more, source).orElseThrow();

        // A lost laptop: all sessions but this one.
        int ended = sessions.revoke(
                mia.account(), new SessionStore.AllBut(renewed.session().reference()), "lost device");

        assertThat(session).isPresent();
        assertThat(sessions.check(cookie, source)).isEmpty();
        assertThat(ended).isZero();
    }
}
