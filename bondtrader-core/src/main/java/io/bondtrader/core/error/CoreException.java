package io.bondtrader.core.error;

/**
 * The failures of {@code bondtrader-core}. The family is closed: whoever switches over its members has thought of
 * everything.
 */
@SuppressWarnings("serial") // thrown and read, never stored
public abstract sealed class CoreException extends BondTraderException
        permits InvalidInput, MissingData, Unavailable, NotConverged, DiscrepancyFound {

    CoreException(CoreErrorCode code, String detail) {
        super(code, detail);
    }

    CoreException(CoreErrorCode code, String detail, Throwable cause) {
        super(code, detail, cause);
    }
}
