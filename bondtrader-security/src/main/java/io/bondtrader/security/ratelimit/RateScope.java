package io.bondtrader.security.ratelimit;

/** What a policy counts by. */
public enum RateScope {
    /**
     * Each person, whatever accounts and keys they use; each address network where nobody has signed in, so that strangers
     * never share one limit.
     */
    PERSON,
    /** Each person at each endpoint. */
    PERSON_AND_ENDPOINT,
    /** Each address: one of version 4, or a network of 64 bits of version 6, which is what one customer has. */
    ADDRESS,
    /** Each network: 24 bits of version 4, 48 of version 6, against those who have many addresses. */
    NETWORK,
    /** Each endpoint, all callers together. */
    ENDPOINT,
    /** Everything together. */
    EVERYTHING
}
