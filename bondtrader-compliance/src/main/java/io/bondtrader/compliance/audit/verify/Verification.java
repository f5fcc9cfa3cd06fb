package io.bondtrader.compliance.audit.verify;

import io.bondtrader.security.signing.HashValue;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a verifier found. Immutable.
 *
 * @param verdict what it came to
 * @param size how many events are proven, from the first one on without a gap
 * @param root the root over them
 * @param firstBadIndex the first event that is not as it was signed, or not there; of a doubtful log the first in doubt
 * @param findings in words, the gravest first
 */
public record Verification(
        Verdict verdict, long size, HashValue root, OptionalLong firstBadIndex, List<String> findings) {

    /** Copies the findings. */
    public Verification {
        findings = List.copyOf(findings);
    }
}
