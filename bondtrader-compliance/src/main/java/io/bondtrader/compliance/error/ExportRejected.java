package io.bondtrader.compliance.error;

import java.util.OptionalLong;

/** An export that does not lead to what was signed: something in it was changed, left out or added. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class ExportRejected extends ComplianceFailure {

    private final long firstBadIndex;

    /**
     * Creates the failure of an export as a whole.
     *
     * @param detail what does not fit
     */
    public ExportRejected(String detail) {
        this(detail, -1);
    }

    /**
     * Creates the failure.
     *
     * @param detail what does not fit, and where
     * @param firstBadIndex the first event that does not fit; -1 if that is not known
     */
    public ExportRejected(String detail, long firstBadIndex) {
        super(ComplianceErrorCode.EXPORT_REJECTED, detail);
        this.firstBadIndex = firstBadIndex;
    }

    /** {@return the first event that does not fit, if it is known} */
    public OptionalLong firstBadIndex() {
        return firstBadIndex < 0 ? OptionalLong.empty() : OptionalLong.of(firstBadIndex);
    }
}
