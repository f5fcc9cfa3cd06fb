package io.bondtrader.risk.credit;

import io.bondtrader.core.error.InvalidInput;

/**
 * When an exposure changes its stage. IFRS 9 leaves thresholds to the entity, but presumes a significant rise at 30 days past
 * due (5.5.11) and default at 90 (B5.5.37), and lets low credit risk stay in stage 1 (5.5.10).
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param pdRatio by which multiple the lifetime PD must have risen since the start, above 1
 * @param pdIncrease and by how much at least, a decimal
 * @param significantDaysPastDue from how many days past due on it has risen in any case
 * @param defaultDaysPastDue from how many days past due on there is default
 * @param lowestLowRisk the worst rating that counts as low credit risk
 */
public record StagingRules(
        double pdRatio, double pdIncrease, int significantDaysPastDue, int defaultDaysPastDue, Rating lowestLowRisk) {

    /**
     * Checks the thresholds.
     *
     * @throws InvalidInput if one is out of its range
     */
    public StagingRules {
        InvalidInput.unless(pdRatio > 1.0 && pdRatio <= 1_000.0, "pdRatio", pdRatio, "above 1, to 1,000");
        InvalidInput.unless(pdIncrease >= 0.0 && pdIncrease <= 1.0, "pdIncrease", pdIncrease, "0 to 1");
        InvalidInput.unless(significantDaysPastDue > 0, "significantDaysPastDue", significantDaysPastDue, "positive");
        InvalidInput.unless(
                defaultDaysPastDue > significantDaysPastDue, "defaultDaysPastDue", defaultDaysPastDue, "the later one");
    }

    /** {@return twice the PD and half a percent more, 30 and 90 days past due, investment grade as low risk} */
    public static StagingRules presumptions() {
        return new StagingRules(2.0, 0.005, 30, 90, Rating.BBB_MINUS);
    }

    /**
     * Returns the stage of an exposure.
     *
     * @param rating its rating today
     * @param lifetimePdAtStart what its lifetime PD was expected to be today when it was taken on, a decimal
     * @param lifetimePd what it is, a decimal
     * @param daysPastDue days past due, 0 or more
     * @return the stage
     * @throws InvalidInput if a PD is no probability or the days are negative
     */
    public ImpairmentStage stage(Rating rating, double lifetimePdAtStart, double lifetimePd, int daysPastDue) {
        InvalidInput.unless(
                lifetimePdAtStart >= 0.0 && lifetimePdAtStart <= 1.0, "lifetimePdAtStart", lifetimePdAtStart, "0 to 1");
        InvalidInput.unless(lifetimePd >= 0.0 && lifetimePd <= 1.0, "lifetimePd", lifetimePd, "0 to 1");
        InvalidInput.unless(daysPastDue >= 0, "daysPastDue", daysPastDue, "0 or more");
        if (rating == Rating.D || daysPastDue >= defaultDaysPastDue) {
            return ImpairmentStage.STAGE_3;
        }
        if (daysPastDue >= significantDaysPastDue) {
            return ImpairmentStage.STAGE_2;
        }
        boolean lowRisk = !lowestLowRisk.isBetterThan(rating);
        boolean risen = lifetimePd >= pdRatio * lifetimePdAtStart && lifetimePd - lifetimePdAtStart >= pdIncrease;
        return risen && !lowRisk ? ImpairmentStage.STAGE_2 : ImpairmentStage.STAGE_1;
    }
}
