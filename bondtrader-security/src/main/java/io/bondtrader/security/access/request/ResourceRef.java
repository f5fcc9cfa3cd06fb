package io.bondtrader.security.access.request;

import io.bondtrader.core.error.InvalidInput;
import java.util.Objects;

/**
 * An object that is asked for, and where it belongs. Whoever asks for a decision fills this in from the object itself, not
 * from what the client says about it. An empty text means "of none": a right confined to a desk does not cover it.
 *
 * <p>Immutable.
 *
 * @param type the kind of object
 * @param id the object's identifier; empty for none in particular
 * @param book the book it is in
 * @param desk the desk it belongs to
 * @param portfolio the portfolio it is in
 * @param issuer the issuer it concerns
 */
public record ResourceRef(ResourceType type, String id, String book, String desk, String portfolio, String issuer) {

    /**
     * Checks the form.
     *
     * @throws InvalidInput if an identifier has blanks, other than ASCII, or more than 128 characters
     */
    public ResourceRef {
        Objects.requireNonNull(type, "type");
        Names.identifier("object", id);
        Names.identifier("book", book);
        Names.identifier("desk", desk);
        Names.identifier("portfolio", portfolio);
        Names.identifier("issuer", issuer);
    }

    /**
     * Returns an object that belongs nowhere yet.
     *
     * @param type the kind of object
     * @param id the object's identifier
     * @return the object
     * @throws InvalidInput if the identifier is empty or malformed
     */
    public static ResourceRef of(ResourceType type, String id) {
        InvalidInput.unless(!id.isEmpty(), "object", id, "not empty");
        return new ResourceRef(type, id, "", "", "", "");
    }

    /**
     * Returns a kind of object, none in particular: for lists and for what does not exist yet.
     *
     * @param type the kind of object
     * @return the object
     */
    public static ResourceRef any(ResourceType type) {
        return new ResourceRef(type, "", "", "", "", "");
    }

    /**
     * Returns this object in a book.
     *
     * @param name the book
     * @return the object
     */
    public ResourceRef inBook(String name) {
        return new ResourceRef(type, id, name, desk, portfolio, issuer);
    }

    /**
     * Returns this object at a desk.
     *
     * @param name the desk
     * @return the object
     */
    public ResourceRef atDesk(String name) {
        return new ResourceRef(type, id, book, name, portfolio, issuer);
    }

    /**
     * Returns this object in a portfolio.
     *
     * @param name the portfolio
     * @return the object
     */
    public ResourceRef inPortfolio(String name) {
        return new ResourceRef(type, id, book, desk, name, issuer);
    }

    /**
     * Returns this object as one of an issuer.
     *
     * @param name the issuer
     * @return the object
     */
    public ResourceRef ofIssuer(String name) {
        return new ResourceRef(type, id, book, desk, portfolio, name);
    }

    /**
     * Returns where it belongs.
     *
     * @param dimension by what
     * @return the book, desk, portfolio or issuer; empty for none
     */
    public String in(Dimension dimension) {
        return switch (dimension) {
            case BOOK -> book;
            case DESK -> desk;
            case PORTFOLIO -> portfolio;
            case ISSUER -> issuer;
        };
    }

    /** {@return the same object without where it belongs: what its history is kept under} */
    public ResourceRef identity() {
        return new ResourceRef(type, id, "", "", "", "");
    }

    @Override
    public String toString() {
        return id.isEmpty() ? type.name() : type.name() + "/" + id;
    }
}
