package io.bondtrader.security.error;

/** Signature checks that do not tell known signatures from false ones. Nothing must be trusted to them. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class SelfTestFailed extends SecurityFailure {

    /**
     * Reports it.
     *
     * @param detail which algorithm fails
     */
    public SelfTestFailed(String detail) {
        super(SecurityErrorCode.SELF_TEST_FAILED, detail);
    }
}
