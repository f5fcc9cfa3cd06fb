package io.bondtrader.compliance.error;

import io.bondtrader.core.error.ErrorCode;

/** The failures of {@code bondtrader-compliance}: {@code BT-60nn}. Bad input keeps the codes of core. */
public enum ComplianceErrorCode implements ErrorCode {
    /** The log takes no more events: it is closed, or it failed to write. */
    LOG_UNAVAILABLE("BT-6001", "The audit log cannot take events.", true),
    /** What is on disk is not what was signed. */
    LOG_DAMAGED("BT-6002", "The audit log is damaged.", false),
    /** An event is larger than the log takes. */
    EVENT_TOO_LARGE("BT-6003", "An event is too large for the audit log.", false),
    /** No rule of law is on file for the day. */
    NO_RULE_IN_FORCE("BT-6011", "No rule is on file for that day.", false),
    /** A system outside did not take events; they come again. */
    DELIVERY_FAILED("BT-6012", "A system outside did not take events of the audit log.", true),
    /** A system outside refuses events for good. */
    DELIVERY_REFUSED("BT-6013", "A system outside refuses events of the audit log.", false),
    /** An export is not what its manifest and the signed checkpoint say. */
    EXPORT_REJECTED("BT-6014", "An export of the audit log does not verify.", false),
    /** A message that does not follow its schema. */
    MESSAGE_MALFORMED("BT-6021", "A message does not follow its schema.", false),
    /** A report in a state in which that cannot be done to it. */
    REPORT_STATE("BT-6022", "A report cannot do that in its state.", false),
    /** A legal hold cannot be placed or released so. */
    HOLD_REFUSED("BT-6031", "A legal hold cannot be changed so.", false),
    /** A clock or a hold keeps records, or one person alone may not delete them. */
    DELETION_REFUSED("BT-6032", "Records that are to be kept cannot be deleted.", false),
    /** A person was erased: the key is destroyed. */
    DATA_ERASED("BT-6033", "Personal data was erased.", false),
    /** A person's request cannot take that step now. */
    REQUEST_STATE("BT-6034", "A person's request cannot take that step.", false),
    /** Order flow came in another order than that of time. */
    FLOW_OUT_OF_ORDER("BT-6041", "Order flow is out of order.", false),
    /** A report is not what its root, its publication or its log says. */
    REPORT_REJECTED("BT-6051", "A report does not verify.", false),
    /** A change's state or the segregation of duties does not allow the step. */
    CHANGE_REFUSED("BT-6052", "A change cannot take that step.", false),
    /** A receiver did not take a report. */
    REPORT_UNDELIVERED("BT-6053", "A report could not be delivered.", true),
    /** A client's category cannot take that step, or one person alone may not take it. */
    CLIENT_CHANGE_REFUSED("BT-6071", "A client's category cannot be changed so.", false),
    /** One person alone may not approve a trade or change the monitor's rules, or there is nothing to approve. */
    MONITOR_REFUSED("BT-6072", "The monitor refuses that step.", false);

    private final String id;
    private final String summary;
    private final boolean retryable;

    ComplianceErrorCode(String id, String summary, boolean retryable) {
        this.id = id;
        this.summary = summary;
        this.retryable = retryable;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String summary() {
        return summary;
    }

    @Override
    public boolean retryable() {
        return retryable;
    }
}
