package io.bondtrader.security.token;

import io.bondtrader.security.token.jose.Refusal;
import java.time.Instant;

/** Lets a token through once. A store that is full, or does not answer, lets nothing through. */
record OneTimeUse(ReplayStore store) {

    void require(String kind, String owner, String tokenId, Instant until) {
        // The lengths keep two pairs from running into one.
        String digest = TokenDigest.base64(kind + ' ' + owner.length() + ' ' + owner + tokenId);
        ReplayStore.Outcome outcome;
        try {
            outcome = store.putIfAbsent(digest, until);
        } catch (RuntimeException unreachable) {
            throw new RefusedClaim(Refusal.REPLAY_UNKNOWN);
        }
        switch (outcome) {
            case FIRST -> {}
            case SEEN -> throw new RefusedClaim(Refusal.REPLAYED);
            case FULL -> throw new RefusedClaim(Refusal.REPLAY_UNKNOWN);
        }
    }
}
