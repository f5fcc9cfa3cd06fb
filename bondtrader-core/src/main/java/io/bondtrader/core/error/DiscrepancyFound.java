package io.bondtrader.core.error;

/** Two independent calculations of one number disagree, and the policy in force is to refuse such a number. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class DiscrepancyFound extends CoreException {

    private final double primary;
    private final double secondary;

    /**
     * Reports both numbers.
     *
     * @param detail what was calculated, by which methods, and the tolerance
     * @param primary the first path's value
     * @param secondary the second path's value, NaN if that path gave none
     */
    public DiscrepancyFound(String detail, double primary, double secondary) {
        super(CoreErrorCode.DISCREPANCY, detail);
        this.primary = primary;
        this.secondary = secondary;
    }

    /** {@return the first path's value} */
    public double primary() {
        return primary;
    }

    /** {@return the second path's value, NaN if that path gave none} */
    public double secondary() {
        return secondary;
    }
}
