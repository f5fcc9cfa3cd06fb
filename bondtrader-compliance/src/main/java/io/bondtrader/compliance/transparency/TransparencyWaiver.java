package io.bondtrader.compliance.transparency;

import io.bondtrader.core.error.InvalidInput;
import java.util.Optional;

/** Why a venue need not show a trading interest: Regulation (EU) No 600/2014, Article 9(1). */
public enum TransparencyWaiver {
    /** Large in scale compared with normal market size. */
    LARGE_IN_SCALE("LRGS", false),
    /** No liquid market. */
    ILLIQUID("ILQD", true),
    /** An indication of interest above the size specific to the instrument. */
    SIZE_SPECIFIC("SIZE", true),
    /** Held in an order management facility until it is shown. */
    ORDER_MANAGEMENT("OMFA", false);

    private final String code;
    private final boolean reported;

    TransparencyWaiver(String code, boolean reported) {
        this.code = code;
        this.reported = reported;
    }

    /** {@return its four letters: those of the flags of trade reports where there are any; {@code OMFA} is this library's} */
    public String code() {
        return code;
    }

    /** {@return its code in field 61 of a transaction report, which has no code for the others} */
    public Optional<String> transactionReportCode() {
        return reported ? Optional.of(code) : Optional.empty();
    }

    static TransparencyWaiver ofCode(String code) {
        for (TransparencyWaiver waiver : values()) {
            if (waiver.code.equals(code)) {
                return waiver;
            }
        }
        throw new InvalidInput("waiver", code, "LRGS, ILQD, SIZE or OMFA");
    }
}
