package io.bondtrader.security.identity;

/** By what an account proves that it is used by whom it belongs to. The kinds are those of NIST SP 800-63B. */
public enum Factor {
    /** Something memorised. */
    PASSWORD(Kind.KNOWLEDGE, false),
    /** A code of an authenticator app. */
    TIME_CODE(Kind.POSSESSION, false),
    /** A code of a token with a button. */
    COUNTER_CODE(Kind.POSSESSION, false),
    /** A code from a list on paper. */
    BACKUP_CODE(Kind.POSSESSION, false),
    /** A key in hardware that signs a challenge bound to the site. */
    HARDWARE_TOKEN(Kind.POSSESSION, true),
    /** The word of an identity provider; what it checked is its own affair. */
    FEDERATED(Kind.KNOWLEDGE, false),
    /** An API key. */
    API_KEY(Kind.POSSESSION, false);

    private final Kind kind;
    private final boolean phishingResistant;

    Factor(Kind kind, boolean phishingResistant) {
        this.kind = kind;
        this.phishingResistant = phishingResistant;
    }

    /** The kinds of proof; two factors count as two only if their kinds differ. */
    public enum Kind {
        /** What the user knows. */
        KNOWLEDGE,
        /** What the user has. */
        POSSESSION
    }

    /** {@return the kind of proof} */
    public Kind kind() {
        return kind;
    }

    /** {@return whether a proof given to a false site is worthless at the true one} */
    public boolean phishingResistant() {
        return phishingResistant;
    }
}
