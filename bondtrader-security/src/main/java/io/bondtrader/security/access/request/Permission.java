package io.bondtrader.security.access.request;

import java.util.Objects;

/**
 * Leave to do one thing with one kind of object. Where it holds (which book, desk, portfolio, issuer) is said by the grant.
 * There is no permission for "everything".
 *
 * <p>Immutable. Ordered by resource type, then action.
 */
public final class Permission implements Comparable<Permission> {

    private final ResourceType resource;
    private final Action action;
    private final int hash;

    private Permission(ResourceType resource, Action action) {
        this.resource = Objects.requireNonNull(resource, "resource");
        this.action = Objects.requireNonNull(action, "action");
        this.hash = 31 * resource.name().hashCode() + action.name().hashCode();
    }

    /**
     * Returns a permission.
     *
     * @param resource the kind of object
     * @param action what may be done with it
     * @return the permission
     */
    public static Permission of(ResourceType resource, Action action) {
        return new Permission(resource, action);
    }

    /**
     * Returns a permission.
     *
     * @param resource the kind of object
     * @param action what may be done with it
     * @return the permission
     * @throws io.bondtrader.core.error.InvalidInput if one of the names is spelt otherwise
     */
    public static Permission of(String resource, String action) {
        return new Permission(ResourceType.of(resource), Action.of(action));
    }

    /** {@return the kind of object} */
    public ResourceType resource() {
        return resource;
    }

    /** {@return what may be done with it} */
    public Action action() {
        return action;
    }

    @Override
    public int compareTo(Permission other) {
        int byResource = resource.name().compareTo(other.resource.name());
        return byResource != 0 ? byResource : action.name().compareTo(other.action.name());
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof Permission that
                && hash == that.hash
                && resource.equals(that.resource)
                && action.equals(that.action);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** {@return both names with a colon between, for reading only} */
    @Override
    public String toString() {
        return resource.name() + ":" + action.name();
    }
}
