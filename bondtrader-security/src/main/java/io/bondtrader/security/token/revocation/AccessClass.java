package io.bondtrader.security.token.revocation;

/** How much is at stake in a request. */
public enum AccessClass {
    /** It looks at things. */
    READ,
    /** It changes things that can be changed back. */
    CHANGE,
    /** It enters, changes or cancels orders. */
    ORDER,
    /** It approves what others asked for. */
    APPROVE,
    /** It changes rights, limits or keys. */
    ADMINISTER
}
