package io.bondtrader.core.error;

/** Market or reference data that the answer depends on is not there. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class MissingData extends CoreException {

    private MissingData(CoreErrorCode code, String detail) {
        super(code, detail);
    }

    /**
     * Creates a failure that says what is missing, and for which key.
     *
     * @param what the missing data
     */
    public MissingData(String what) {
        this(CoreErrorCode.MISSING_DATA, what);
    }

    /**
     * Returns the failure of a holiday calendar that was asked outside the range it is known for.
     *
     * @param detail which calendar, which date, and the range it is known for
     * @return the failure, coded {@link CoreErrorCode#CALENDAR_HORIZON}
     */
    public static MissingData beyondHorizon(String detail) {
        return new MissingData(CoreErrorCode.CALENDAR_HORIZON, detail);
    }
}
