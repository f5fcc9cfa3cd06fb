package io.bondtrader.security.mfa;

import io.bondtrader.security.identity.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All factors of an account at one moment.
 *
 * <p>Immutable.
 *
 * @param account whose they are
 * @param version rises with every change
 * @param factors pending and active ones
 */
public record AccountFactors(AccountId account, long version, List<EnrolledFactor> factors) {

    /** Copies the list. */
    public AccountFactors {
        Objects.requireNonNull(account, "account");
        factors = List.copyOf(factors);
    }

    /** {@return the factors that count} */
    public List<EnrolledFactor> active() {
        return factors.stream().filter(EnrolledFactor::active).toList();
    }

    /**
     * Returns a factor that counts.
     *
     * @param id of the factor
     * @return the factor, or nothing if there is none or it is pending
     */
    public Optional<EnrolledFactor> active(String id) {
        return factor(id).filter(EnrolledFactor::active);
    }

    Optional<EnrolledFactor> factor(String id) {
        return factors.stream().filter(factor -> factor.id().equals(id)).findFirst();
    }

    /** Returns the factors without one, and with another. */
    List<EnrolledFactor> replacing(String without, EnrolledFactor with) {
        List<EnrolledFactor> next = without(without);
        next.removeIf(factor -> factor.id().equals(with.id()));
        next.add(with);
        return next;
    }

    List<EnrolledFactor> without(String id) {
        List<EnrolledFactor> next = new ArrayList<>(factors);
        next.removeIf(factor -> factor.id().equals(id));
        return next;
    }
}
