package io.bondtrader.risk.regulatory;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.regulatory.FrtbRules.DefaultQuality;
import java.util.Objects;

/**
 * A position that loses if its obligor defaults, or gains if it is short.
 *
 * <pre>
 *   JTD long = max(LGD·face + (value − face), 0)        JTD short = min(LGD·face + (value − face), 0)
 * </pre>
 *
 * <p>Face and value of a short position are negative. Scaled by its maturity below one year, at least a quarter. Source:
 * Basel Framework MAR22.9 to MAR22.18. Immutable and safe for use by many threads.
 *
 * @param name of the position
 * @param obligor who may default
 * @param bucket of the obligor
 * @param quality its credit quality
 * @param seniority of the claim
 * @param face negative if short, in reporting currency
 * @param value market value, negative if short, in reporting currency
 * @param maturityYears positive
 */
public record DefaultExposure(
        String name,
        String obligor,
        Bucket bucket,
        DefaultQuality quality,
        Seniority seniority,
        double face,
        double value,
        double maturityYears) {

    /** Buckets of default risk, between which nothing is hedged. */
    public enum Bucket {
        /** Companies, banks among them. */
        CORPORATE,
        /** States. */
        SOVEREIGN,
        /** Local governments and municipalities. */
        LOCAL_GOVERNMENT
    }

    /** Ranks of claims, the highest first, each with what it loses in default. */
    public enum Seniority {
        /** Covered bonds: 25 %. */
        COVERED(0.25),
        /** Senior debt: 75 %. */
        SENIOR(0.75),
        /** Debt below senior: all. */
        SUBORDINATED(1.0),
        /** Shares: all. */
        EQUITY(1.0);

        private final double lossGivenDefault;

        Seniority(double lossGivenDefault) {
            this.lossGivenDefault = lossGivenDefault;
        }

        /** {@return what is lost in default, a decimal} */
        public double lossGivenDefault() {
            return lossGivenDefault;
        }
    }

    /**
     * Checks the position.
     *
     * @throws InvalidInput if a text is blank, a number is not finite, face and value have different signs or there is no
     *     maturity
     */
    public DefaultExposure {
        Bounds.text("name", name);
        Bounds.text("obligor", obligor);
        Objects.requireNonNull(bucket);
        Objects.requireNonNull(quality);
        Objects.requireNonNull(seniority);
        Bounds.finite("face", face);
        Bounds.finite("value", value);
        InvalidInput.unless(face * value >= 0.0, "value", value, "of the sign of the face");
        Bounds.between("maturityYears", maturityYears, 1e-6, 1_000.0);
    }

    /** {@return the gross jump to default, scaled by the maturity: positive if long, negative if short} */
    public double jumpToDefault() {
        double jump = seniority.lossGivenDefault() * face + (value - face);
        double signed = face >= 0.0 ? Math.max(jump, 0.0) : Math.min(jump, 0.0);
        return signed * Math.min(1.0, Math.max(0.25, maturityYears));
    }
}
