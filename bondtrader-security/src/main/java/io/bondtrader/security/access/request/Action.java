package io.bondtrader.security.access.request;

/**
 * What can be done with a thing: read, enter, approve. Immutable.
 *
 * @param name lower-case words joined by dashes
 */
public record Action(String name) {

    /**
     * Checks the name.
     *
     * @throws io.bondtrader.core.error.InvalidInput if it is spelt otherwise
     */
    public Action {
        Names.checked("action", name);
    }

    /**
     * Returns an action.
     *
     * @param name lower-case words joined by dashes
     * @return the action
     * @throws io.bondtrader.core.error.InvalidInput if it is spelt otherwise
     */
    public static Action of(String name) {
        return new Action(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
