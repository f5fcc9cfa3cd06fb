package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The buying side of a transaction (fields 7 to 15) or the selling one (16 to 24). Immutable.
 *
 * @param owners who acquires or disposes; several of a joint account
 * @param decisionMakers who decided for them; empty if they did themselves
 */
public record PartySide(List<Owner> owners, List<Party.DecisionMaker> decisionMakers) {

    /**
     * An owner.
     *
     * @param party who
     * @param branch the country of the branch that received a client's order; {@code null} if none did
     */
    public record Owner(Party party, @Nullable Country branch) {

        /** Checks that the party is there. */
        public Owner {
            Objects.requireNonNull(party, "party");
        }
    }

    /**
     * Checks that there is an owner.
     *
     * @throws InvalidInput if not
     */
    public PartySide {
        owners = List.copyOf(owners);
        decisionMakers = List.copyOf(decisionMakers);
        InvalidInput.unless(!owners.isEmpty(), "owners", owners, "at least one");
    }

    /**
     * Returns a side of one legal entity.
     *
     * @param lei its identifier
     * @return the side
     */
    public static PartySide of(Lei lei) {
        return of(new Party.LegalEntity(lei));
    }

    /**
     * Returns a side of one owner.
     *
     * @param party who
     * @return the side
     */
    public static PartySide of(Party party) {
        return new PartySide(List.of(new Owner(party, null)), List.of());
    }

    /**
     * Adds the branch that received the client's order.
     *
     * @param country its country
     * @return the side, all owners with that branch
     */
    public PartySide withBranch(Country country) {
        return new PartySide(
                owners.stream().map(owner -> new Owner(owner.party(), country)).toList(), decisionMakers);
    }

    /**
     * Adds somebody who decided.
     *
     * @param maker who
     * @return the side with the decision maker
     */
    public PartySide decidedBy(Party.DecisionMaker maker) {
        List<Party.DecisionMaker> makers = new ArrayList<>(decisionMakers);
        makers.add(maker);
        return new PartySide(owners, makers);
    }

    /**
     * Tells whether a legal entity is among the owners.
     *
     * @param lei its identifier
     * @return whether it is
     */
    public boolean has(Lei lei) {
        return owners.stream().anyMatch(owner -> owner.party().equals(new Party.LegalEntity(lei)));
    }

    /** {@return whether the owner is the firm's aggregate account} */
    public boolean aggregated() {
        return owners.stream().anyMatch(owner -> owner.party() instanceof Party.AggregateAccount);
    }

    /** {@return whether the owner is a venue that does not tell} */
    public boolean anonymous() {
        return owners.stream().anyMatch(owner -> owner.party() instanceof Party.AnonymousVenue);
    }
}
