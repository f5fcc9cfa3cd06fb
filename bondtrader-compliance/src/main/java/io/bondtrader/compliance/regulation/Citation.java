package io.bondtrader.compliance.regulation;

import io.bondtrader.core.error.InvalidInput;

/**
 * Where a rule stands. Immutable.
 *
 * @param jurisdiction whose law it is
 * @param instrument the act: {@code Regulation (EU) No 600/2014}
 * @param provision the place in it: {@code Article 26(1)}
 * @param checked whether the figures were compared with a text of the act; if not they are from memory or from a
 *     secondary source, and whoever relies on them compares first
 */
public record Citation(Jurisdiction jurisdiction, String instrument, String provision, boolean checked) {

    /**
     * Checks that act and place are named.
     *
     * @throws InvalidInput if either is blank
     */
    public Citation {
        InvalidInput.unless(!instrument.isBlank(), "instrument", instrument, "not blank");
        InvalidInput.unless(!provision.isBlank(), "provision", provision, "not blank");
    }

    @Override
    public String toString() {
        return instrument + ", " + provision + (checked ? "" : " (to be compared)");
    }
}
