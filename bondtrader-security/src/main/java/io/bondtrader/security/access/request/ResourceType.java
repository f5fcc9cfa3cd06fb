package io.bondtrader.security.access.request;

/**
 * A kind of thing that can be protected: an order, a limit, a role. Immutable.
 *
 * @param name lower-case words joined by dashes
 */
public record ResourceType(String name) {

    /**
     * Checks the name.
     *
     * @throws io.bondtrader.core.error.InvalidInput if it is spelt otherwise
     */
    public ResourceType {
        Names.checked("resource type", name);
    }

    /**
     * Returns a resource type.
     *
     * @param name lower-case words joined by dashes
     * @return the type
     * @throws io.bondtrader.core.error.InvalidInput if it is spelt otherwise
     */
    public static ResourceType of(String name) {
        return new ResourceType(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
