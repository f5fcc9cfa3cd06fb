package io.bondtrader.compliance.surveillance;

/** What an event of the flow tells of. */
public enum FlowKind {
    /** An order was entered. */
    NEW,
    /** An order's price or size was changed. */
    AMEND,
    /** An order, or what is left of it, was withdrawn or expired. */
    CANCEL,
    /** An order was executed, in whole or in part. */
    FILL,
    /** The composite market: best bid and ask, and what is displayed on the first five levels. */
    QUOTE,
    /** Somebody came to know of a client's order. */
    CLIENT_ORDER,
    /** A part of a block trade was given to an account. */
    ALLOCATION,
    /** An account's holding, what it controls by repo, and how special the bond is in repo. */
    POSITION,
    /** Price-sensitive information became public. */
    ANNOUNCEMENT,
    /** A bond came onto the restricted list, or an account behind the wall. */
    RESTRICTION,
    /** A trade of a personal account was cleared beforehand. */
    CLEARANCE
}
