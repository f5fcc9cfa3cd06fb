package io.bondtrader.compliance.error;

/** A table of dated rules that says nothing for a day. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class NoRuleInForce extends ComplianceFailure {

    /**
     * Creates the failure.
     *
     * @param detail which table and day, for the log
     */
    public NoRuleInForce(String detail) {
        super(ComplianceErrorCode.NO_RULE_IN_FORCE, detail);
    }
}
