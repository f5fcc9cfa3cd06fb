package io.bondtrader.compliance.client;

/** How far a request for another category has come. */
public enum CategoryRequestState {
    /** The client asked in writing. */
    REQUESTED,
    /** The firm warned in writing of the protection that is lost. */
    WARNED,
    /** The client said in a separate document that it knows. */
    ACKNOWLEDGED,
    /** It was granted by a second person. */
    APPROVED,
    /** It was refused. */
    REJECTED,
    /** The client took it back. */
    WITHDRAWN;

    /** {@return whether nothing follows} */
    public boolean ended() {
        return this == APPROVED || this == REJECTED || this == WITHDRAWN;
    }
}
