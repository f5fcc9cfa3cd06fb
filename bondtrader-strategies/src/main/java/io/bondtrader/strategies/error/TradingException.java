package io.bondtrader.strategies.error;

import io.bondtrader.core.error.BondTraderException;

/**
 * The failures of {@code bondtrader-strategies}. The family is closed: whoever switches over its members has thought of
 * everything. Bad input and missing data are core's own {@code InvalidInput} and {@code MissingData}.
 */
@SuppressWarnings("serial") // thrown and read, never stored
public abstract sealed class TradingException extends BondTraderException
        permits IllegalTransition, LookAhead, UnknownStrategy {

    TradingException(TradingErrorCode code, String detail) {
        super(code, detail);
    }
}
