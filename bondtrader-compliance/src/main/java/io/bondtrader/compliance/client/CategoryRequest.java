package io.bondtrader.compliance.client;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.security.identity.PersonId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A client's request for another category, as the log has it. Immutable.
 *
 * @param client whose
 * @param target which category
 * @param state how far it is
 * @param handledBy the persons who took its steps: none of them can approve it
 * @param events the events that it comes from
 */
public record CategoryRequest(
        String client,
        ClientCategory target,
        CategoryRequestState state,
        SortedSet<String> handledBy,
        EventIndices events) {

    /** Copies the persons. */
    public CategoryRequest {
        handledBy = Collections.unmodifiableSortedSet(new TreeSet<>(handledBy));
    }

    CategoryRequest next(CategoryRequestState state, PersonId by, long event) {
        SortedSet<String> persons = new TreeSet<>(handledBy);
        persons.add(by.value());
        return new CategoryRequest(client, target, state, persons, events.union(EventIndices.of(event)));
    }
}
