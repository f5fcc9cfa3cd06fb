package io.bondtrader.security.identity;

/**
 * Identifies a natural person. One person may have several accounts, own API keys and stand behind service accounts;
 * duties are segregated between persons.
 *
 * <p>Immutable.
 *
 * @param value 1 to 128 visible ASCII characters
 */
public record PersonId(String value) {

    /**
     * Checks the form.
     *
     * @throws io.bondtrader.core.error.InvalidInput if it has another
     */
    public PersonId {
        Identifiers.checked("person", value);
    }

    /**
     * Returns a person's identifier.
     *
     * @param value 1 to 128 visible ASCII characters
     * @return the identifier
     * @throws io.bondtrader.core.error.InvalidInput if it has another form
     */
    public static PersonId of(String value) {
        return new PersonId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
