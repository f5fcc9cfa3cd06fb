package io.bondtrader.risk.error;

import io.bondtrader.core.error.BondTraderException;

/**
 * The failures of {@code bondtrader-risk}. The family is closed: whoever switches over its members has thought of
 * everything. Bad input and missing data are core's own {@code InvalidInput} and {@code MissingData}.
 */
@SuppressWarnings("serial") // thrown and read, never stored
public abstract sealed class RiskException extends BondTraderException
        permits NotPositiveSemidefinite, InsufficientHistory, ZeroVariance, ContradictoryConstraints, Unbounded {

    RiskException(RiskErrorCode code, String detail) {
        super(code, detail);
    }
}
