package io.bondtrader.security.identity;

/**
 * Identifies an account: what signs in, holds a password or owns an API key. Compared exactly; case counts. Not the name
 * that a user types: that is looked up first.
 *
 * <p>Immutable.
 *
 * @param value 1 to 128 visible ASCII characters
 */
public record AccountId(String value) {

    /**
     * Checks the form.
     *
     * @throws io.bondtrader.core.error.InvalidInput if it has another
     */
    public AccountId {
        Identifiers.checked("account", value);
    }

    /**
     * Returns an account's identifier.
     *
     * @param value 1 to 128 visible ASCII characters
     * @return the identifier
     * @throws io.bondtrader.core.error.InvalidInput if it has another form
     */
    public static AccountId of(String value) {
        return new AccountId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
