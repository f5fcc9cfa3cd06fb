package io.bondtrader.security.token;

import io.bondtrader.core.error.InvalidInput;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a token must say. Issuer, audience and type are each expected or ignored in so many words; whoever forgets one
 * learns of it when the program starts. The algorithms are agreed in the signature's verifier.
 *
 * <p>Immutable.
 */
public final class TokenExpectations {

    private static final Duration LARGEST_SKEW = Duration.ofMinutes(10);
    private static final Duration LONGEST_LIFETIME = Duration.ofDays(366);

    private final @Nullable String issuer;
    private final @Nullable String audience;
    private final @Nullable String type;
    private final Map<String, String> claims;
    private final boolean expiryRequired;
    private final Duration skew;
    private final Duration maxLifetime;

    private TokenExpectations(Builder from) {
        this.issuer = from.issuer;
        this.audience = from.audience;
        this.type = from.type;
        this.claims = Map.copyOf(from.claims);
        this.expiryRequired = from.expiryRequired;
        this.skew = from.skew;
        this.maxLifetime = from.maxLifetime;
    }

    /** {@return a builder that expects nothing yet} */
    public static Builder builder() {
        return new Builder();
    }

    @Nullable
    String issuer() {
        return issuer;
    }

    @Nullable
    String audience() {
        return audience;
    }

    @Nullable
    String type() {
        return type;
    }

    Map<String, String> claims() {
        return claims;
    }

    boolean expiryRequired() {
        return expiryRequired;
    }

    Duration skew() {
        return skew;
    }

    Duration maxLifetime() {
        return maxLifetime;
    }

    /** States expectations one by one. Not for use by several threads. */
    public static final class Builder {

        private @Nullable String issuer;
        private @Nullable String audience;
        private @Nullable String type;
        private boolean issuerStated;
        private boolean audienceStated;
        private boolean typeStated;
        private final Map<String, String> claims = new TreeMap<>();
        private boolean expiryRequired = true;
        private Duration skew = Duration.ofSeconds(60);
        private Duration maxLifetime = Duration.ofHours(24);

        private Builder() {}

        /**
         * Expects an issuer.
         *
         * @param exactly compared character by character: a slash at the end or another case is another issuer; a
         *     template such as {@code {tenantid}} is none
         * @return this
         */
        public Builder issuer(String exactly) {
            InvalidInput.unless(
                    !exactly.isBlank() && exactly.indexOf('{') < 0, "issuer", exactly, "a name without placeholders");
            issuer = exactly;
            issuerStated = true;
            return this;
        }

        /**
         * Accepts any issuer whose key signed.
         *
         * @return this
         */
        public Builder ignoreIssuer() {
            issuer = null;
            issuerStated = true;
            return this;
        }

        /**
         * Expects an audience among those of the token.
         *
         * @param exactly compared character by character
         * @return this
         */
        public Builder audience(String exactly) {
            InvalidInput.unless(!exactly.isBlank(), "audience", exactly, "not blank");
            audience = exactly;
            audienceStated = true;
            return this;
        }

        /**
         * Accepts tokens for anybody.
         *
         * @return this
         */
        public Builder ignoreAudience() {
            audience = null;
            audienceStated = true;
            return this;
        }

        /**
         * Expects a type in the header.
         *
         * @param mediaType such as {@code at+jwt} or {@code JWT}, without {@code application/}
         * @return this
         */
        public Builder type(String mediaType) {
            InvalidInput.unless(!mediaType.isBlank(), "type", mediaType, "not blank");
            type = mediaType.toLowerCase(Locale.ROOT);
            typeStated = true;
            return this;
        }

        /**
         * Accepts any type, or none, but those that belong to another purpose.
         *
         * @return this
         */
        public Builder ignoreType() {
            type = null;
            typeStated = true;
            return this;
        }

        /**
         * Expects a text in one more claim, such as the tenant in {@code tid}.
         *
         * @param name of the claim
         * @param exactly compared character by character
         * @return this
         */
        public Builder claim(String name, String exactly) {
            InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
            claims.put(name, exactly);
            return this;
        }

        /**
         * Accepts tokens that do not say when they expire, for as long after their issue as the longest lifetime.
         *
         * @return this
         */
        public Builder withoutExpiry() {
            expiryRequired = false;
            return this;
        }

        /**
         * Sets how far the issuer's clock may be off.
         *
         * @param atMost from zero to 10 minutes; 60 seconds if not set
         * @return this
         */
        public Builder skew(Duration atMost) {
            InvalidInput.unless(
                    !atMost.isNegative() && atMost.compareTo(LARGEST_SKEW) <= 0,
                    "skew",
                    atMost,
                    "from zero to 10 minutes");
            skew = atMost;
            return this;
        }

        /**
         * Sets for how long tokens may be valid.
         *
         * @param atMost above zero, at most 366 days; 24 hours if not set
         * @return this
         */
        public Builder maxLifetime(Duration atMost) {
            InvalidInput.unless(
                    !atMost.isNegative() && !atMost.isZero() && atMost.compareTo(LONGEST_LIFETIME) <= 0,
                    "longest lifetime",
                    atMost,
                    "above zero and at most 366 days");
            maxLifetime = atMost;
            return this;
        }

        /**
         * Returns the expectations.
         *
         * @return the expectations
         * @throws InvalidInput if issuer, audience or type is neither expected nor ignored
         */
        public TokenExpectations build() {
            requireStated(issuerStated, "issuer");
            requireStated(audienceStated, "audience");
            requireStated(typeStated, "type");
            return new TokenExpectations(this);
        }

        private static void requireStated(boolean stated, String what) {
            InvalidInput.unless(stated, what, "left out", "expected or ignored");
        }
    }
}
