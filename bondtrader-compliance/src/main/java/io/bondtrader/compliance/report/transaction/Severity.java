package io.bondtrader.compliance.report.transaction;

/** How bad it is that a report breaks a rule. */
public enum Severity {
    /** The report is wrong, or the authority refuses it. It is not to be sent. */
    ERROR,
    /** The report is unusual, or the rule is known at second hand. Somebody looks at it. */
    WARNING
}
