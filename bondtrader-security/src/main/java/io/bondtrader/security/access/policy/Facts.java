package io.bondtrader.security.access.policy;

import io.bondtrader.security.access.request.AccessRequest;
import io.bondtrader.security.access.request.Attribute;
import java.time.Instant;
import java.util.Set;

/**
 * What a condition may look at. Valid during one decision, on its thread.
 */
public interface Facts {

    /** {@return the request} */
    AccessRequest request();

    /** {@return the time of the decision} */
    Instant now();

    /** {@return the roles that the asking account holds where the object is, with all that they inherit} */
    Set<String> roles();

    /**
     * Returns a fact: the one that came with the request, else what the attribute source says. Asked twice in one
     * decision, it is the same.
     *
     * @param <T> the type of the fact
     * @param attribute which
     * @return its value
     * @throws MissingAttribute if there is none; the decision is then a denial
     */
    <T> T attribute(Attribute<T> attribute);
}
