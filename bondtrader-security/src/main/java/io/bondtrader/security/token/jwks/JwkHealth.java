package io.bondtrader.security.token.jwks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source of keys is.
 *
 * @param keys how many it has
 * @param fetchedAt when it got them; null if never
 * @param failures how many fetches failed since
 * @param usable whether the keys are young enough to be used
 */
public record JwkHealth(int keys, @Nullable Instant fetchedAt, int failures, boolean usable) {}
