package io.bondtrader.core.verify;

import io.bondtrader.core.pricing.KeyRates;
import java.util.List;

/**
 * Key rates with their evidence: each duration against one by revaluing, and their sum against the duration for a parallel
 * move.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param keyRates the profile that is verified
 * @param durations the duration of each key, in order, with the evidence
 * @param sum the durations together, with the evidence
 */
public record VerifiedKeyRates(KeyRates keyRates, List<Verified> durations, Verified sum) {

    /** Copies the durations. */
    public VerifiedKeyRates {
        durations = List.copyOf(durations);
    }

    /** {@return whether every duration and their sum are confirmed} */
    public boolean isAgreed() {
        return sum.isAgreed() && durations.stream().allMatch(Verified::isAgreed);
    }
}
