package io.bondtrader.security.mfa;

import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.identity.FactorEvidence;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.network.IpAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a change of factors, and in which session.
 *
 * <p>Immutable.
 *
 * @param principal whose factors they are, with what was proved
 * @param session reference of the session
 * @param source where the user is; null if inside
 */
public record FactorActor(
        Principal principal, String session, @Nullable IpAddress source) {

    /** Checks that nothing is missing. */
    public FactorActor {
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(session, "session");
    }

    /** Says whether enough was proved of late: both kinds where the account has a second factor, one where not. */
    boolean provedEnough(AccountFactors factors, Duration within, Instant now) {
        List<FactorEvidence> ofPeople = principal.evidence().stream()
                .filter(proof -> proof.factor() != Factor.API_KEY)
                .toList();
        Set<Factor.Kind> kinds =
                new Principal(principal.account(), principal.person(), ofPeople).kindsProvedWithin(within, now);
        return factors.active().isEmpty() ? !kinds.isEmpty() : kinds.size() == 2;
    }
}
