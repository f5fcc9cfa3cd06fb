package io.bondtrader.compliance.client;

import io.bondtrader.compliance.regulation.Citation;
import java.util.List;

/**
 * The outcome of a test, with its reasons. Immutable.
 *
 * @param passed whether the client may be in the category
 * @param category which one
 * @param criteria what was looked at
 * @param citation where the test stands
 */
public record CategoryAssessment(boolean passed, ClientCategory category, List<Criterion> criteria, Citation citation) {

    /** Copies the criteria. */
    public CategoryAssessment {
        criteria = List.copyOf(criteria);
    }

    /** {@return the criteria as sentences} */
    public List<String> reasons() {
        return criteria.stream().map(Criterion::toString).toList();
    }
}
