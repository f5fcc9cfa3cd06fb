package io.bondtrader.security.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account in use, who answers for it, and what proved it. Says nothing of what it may do: that is asked anew for every
 * request, because rights change while a session lasts.
 *
 * <p>Immutable.
 *
 * @param account the account
 * @param person the natural person behind it; null for a service account that nobody owns, which may hold no duties that
 *     exclude each other
 * @param evidence what was proved, oldest first
 */
public record Principal(AccountId account, @Nullable PersonId person, List<FactorEvidence> evidence) {

    /** Copies the evidence. */
    public Principal {
        Objects.requireNonNull(account, "account");
        evidence = List.copyOf(evidence);
    }

    /**
     * Returns a principal.
     *
     * @param account the account
     * @param person the natural person behind it
     * @param evidence what was proved, oldest first
     * @return the principal
     */
    public static Principal of(AccountId account, PersonId person, FactorEvidence... evidence) {
        return new Principal(account, Objects.requireNonNull(person, "person"), List.of(evidence));
    }

    /**
     * Returns this principal with one more proof.
     *
     * @param proof given just now
     * @return the principal
     */
    public Principal with(FactorEvidence proof) {
        List<FactorEvidence> all = new ArrayList<>(evidence);
        all.add(proof);
        return new Principal(account, person, all);
    }

    /**
     * Returns when a factor was last proved.
     *
     * @param factor by what
     * @return when, or nothing
     */
    public Optional<Instant> lastProved(Factor factor) {
        return evidence.stream()
                .filter(proof -> proof.factor() == factor)
                .map(FactorEvidence::provedAt)
                .max(Instant::compareTo);
    }

    /**
     * Says whether one of some factors was proved a short while ago. A proof from the future counts for nothing.
     *
     * @param factors any of which will do
     * @param within how long ago at most
     * @param now the time
     * @return whether one was
     */
    public boolean provedWithin(Set<Factor> factors, Duration within, Instant now) {
        return evidence.stream().anyMatch(proof -> factors.contains(proof.factor()) && recent(proof, within, now));
    }

    /**
     * Returns the kinds of proof given a short while ago; two of them make two factors.
     *
     * @param within how long ago at most
     * @param now the time
     * @return the kinds
     */
    public Set<Factor.Kind> kindsProvedWithin(Duration within, Instant now) {
        Set<Factor.Kind> kinds = EnumSet.noneOf(Factor.Kind.class);
        evidence.stream()
                .filter(proof -> recent(proof, within, now))
                .forEach(proof -> kinds.add(proof.factor().kind()));
        return kinds;
    }

    private static boolean recent(FactorEvidence proof, Duration within, Instant now) {
        return !proof.provedAt().isAfter(now) && !proof.provedAt().plus(within).isBefore(now);
    }
}
