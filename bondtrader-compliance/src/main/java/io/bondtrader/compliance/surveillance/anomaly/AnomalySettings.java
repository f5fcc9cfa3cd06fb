package io.bondtrader.compliance.surveillance.anomaly;

import io.bondtrader.core.error.InvalidInput;

/**
 * How windows are cut and judged.
 *
 * @param windowSeconds how long a window is; a part of a day
 * @param referenceWindows how many windows a subject is known by; half of them make the baseline, half the ranks
 * @param relearnEvery after how many judged windows the newest take the place of the reference
 * @param falseAlarmRate how many alerts a window may bring while nothing is unusual; a third each for single windows, for
 *     shifts of a feature and for drifts of all
 * @param subjects how many subjects are remembered; beyond that the one not seen for longest is forgotten
 */
public record AnomalySettings(
        int windowSeconds, int referenceWindows, int relearnEvery, double falseAlarmRate, int subjects) {

    private static final int DAY = 86_400;

    /**
     * Checks the settings.
     *
     * @throws InvalidInput if windows do not fill a day, a number is out of range, or the reference is too short for the
     *     rate: half of it must be at least three over the rate
     */
    public AnomalySettings {
        requireWindow(windowSeconds);
        InvalidInput.unless(
                referenceWindows >= 40 && referenceWindows <= 20_000,
                "reference windows",
                referenceWindows,
                "from 40 to 20000");
        InvalidInput.unless(relearnEvery >= 1, "relearn every", relearnEvery, "1 or more");
        InvalidInput.unless(
                falseAlarmRate > 0 && falseAlarmRate <= 0.3,
                "false alarm rate",
                falseAlarmRate,
                "above 0, at most 0.3");
        InvalidInput.unless(
                referenceWindows / 2 + 1 >= 3 / falseAlarmRate,
                "reference windows",
                referenceWindows,
                "at least 6 over the false alarm rate");
        InvalidInput.unless(subjects >= 1 && subjects <= 1_000_000, "subjects", subjects, "from 1 to a million");
    }

    /** {@return windows of an hour, known by 700, relearned each 350, one false alarm in 100 windows, 1,000 subjects} */
    public static AnomalySettings standard() {
        return new AnomalySettings(3600, 700, 350, 0.01, 1000);
    }

    /** {@return what each of the three ways to find something may spend of the rate} */
    double part() {
        return falseAlarmRate / 3;
    }

    static void requireWindow(int windowSeconds) {
        InvalidInput.unless(
                windowSeconds >= 1 && windowSeconds <= DAY && DAY % windowSeconds == 0,
                "window seconds",
                windowSeconds,
                "a part of a day");
    }
}
