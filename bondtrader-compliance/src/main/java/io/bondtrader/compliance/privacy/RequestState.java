package io.bondtrader.compliance.privacy;

/** How far a person's request has come. */
public enum RequestState {
    /** It came; who asks is not proven. */
    RECEIVED,
    /** Who asks is proven. */
    IDENTIFIED,
    /** It was answered. */
    ANSWERED,
    /** It was refused, with reasons. */
    REFUSED
}
