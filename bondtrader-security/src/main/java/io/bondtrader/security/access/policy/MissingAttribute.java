package io.bondtrader.security.access.policy;

/** A rule asked for a fact that nobody knows. It ends in a denial and does not leave the decision. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class MissingAttribute extends RuntimeException {

    /**
     * Names the fact.
     *
     * @param attribute its name
     */
    public MissingAttribute(String attribute) {
        super(attribute, null, false, false);
    }
}
