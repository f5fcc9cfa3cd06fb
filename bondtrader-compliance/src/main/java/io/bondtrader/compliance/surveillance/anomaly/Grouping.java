package io.bondtrader.compliance.surveillance.anomaly;

import io.bondtrader.compliance.surveillance.BeneficialOwners;
import io.bondtrader.compliance.surveillance.FlowEvent;

/** Whose pattern an event belongs to. The answer may depend on the event alone. */
@FunctionalInterface
public interface Grouping {

    /**
     * Returns the subject of an event.
     *
     * @param event the event
     * @return the subject; empty if the event is nobody's
     */
    String subjectOf(FlowEvent event);

    /** {@return each account by itself} */
    static Grouping byAccount() {
        return FlowEvent::account;
    }

    /**
     * Returns accounts by owner; with a function from account to desk, by desk.
     *
     * @param owners who stands behind an account
     * @return the grouping
     */
    static Grouping byOwner(BeneficialOwners owners) {
        return event -> event.account().isEmpty() ? "" : owners.ownerOf(event.account());
    }

    /** {@return all that was done in an instrument, by whomever} */
    static Grouping byInstrument() {
        return FlowEvent::instrument;
    }
}
