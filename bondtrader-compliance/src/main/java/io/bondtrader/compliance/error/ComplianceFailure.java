package io.bondtrader.compliance.error;

import io.bondtrader.core.error.BondTraderException;

/**
 * The failures of {@code bondtrader-compliance}. The family is closed: whoever switches over its members has thought of
 * everything. Bad input and missing data are core's own {@code InvalidInput} and {@code MissingData}.
 */
@SuppressWarnings("serial") // thrown and read, never stored
public abstract sealed class ComplianceFailure extends BondTraderException
        permits ChangeRefused,
                ClientChangeRefused,
                DeletionRefused,
                DeliveryFailed,
                ErasedData,
                EventTooLarge,
                ExportRejected,
                FlowOutOfOrder,
                HoldRefused,
                LogDamaged,
                LogUnavailable,
                MessageMalformed,
                MonitorRefused,
                NoRuleInForce,
                ReportRejected,
                ReportState,
                ReportUndelivered,
                RequestStateRefused {

    ComplianceFailure(ComplianceErrorCode code, String detail) {
        super(code, detail);
    }

    ComplianceFailure(ComplianceErrorCode code, String detail, Throwable cause) {
        super(code, detail, cause);
    }
}
