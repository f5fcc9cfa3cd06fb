package io.bondtrader.compliance.surveillance;

import io.bondtrader.core.error.InvalidInput;

/**
 * What detectors know of an instrument. Immutable.
 *
 * @param instrument its id in the flow
 * @param issuer who issued it; empty if that says nothing
 * @param benchmark the instrument whose quotes are the sector's level; empty without one
 * @param averageDailyVolume face a day; 0 if not known
 * @param outstanding face outstanding; 0 if not known
 * @param fixSecondOfDay the fix, in seconds after midnight in UTC
 * @param related the instrument that moves with it, such as the future it is hedged by; empty without one
 */
public record InstrumentTerms(
        String instrument,
        String issuer,
        String benchmark,
        double averageDailyVolume,
        double outstanding,
        int fixSecondOfDay,
        String related) {

    /** The end of a continental trading day, 16:15 UTC. */
    static final int USUAL_FIX = 58_500;

    /**
     * Checks the terms.
     *
     * @throws InvalidInput if an amount is negative or not finite, or the fix is not within a day
     */
    public InstrumentTerms {
        InvalidInput.unless(!instrument.isBlank(), "instrument", instrument, "not blank");
        InvalidInput.unless(
                averageDailyVolume >= 0 && Double.isFinite(averageDailyVolume),
                "average daily volume",
                averageDailyVolume,
                "0 or more");
        InvalidInput.unless(
                outstanding >= 0 && Double.isFinite(outstanding), "amount outstanding", outstanding, "0 or more");
        InvalidInput.unless(fixSecondOfDay > 0 && fixSecondOfDay < 86_400, "fix", fixSecondOfDay, "within the day");
    }

    /**
     * Returns terms of an instrument of which nothing is known.
     *
     * @param instrument its id
     * @return terms with which detectors that need more keep silent
     */
    public static InstrumentTerms unknown(String instrument) {
        return new InstrumentTerms(instrument, "", "", 0, 0, USUAL_FIX, "");
    }
}
