package io.bondtrader.compliance.privacy;

/** What a person may ask for, by Regulation (EU) 2016/679 and its British twin. */
public enum RequestKind {
    /** To see what is held: Article 15. */
    ACCESS,
    /** To have it put right: Article 16. */
    RECTIFICATION,
    /** To have it erased: Article 17. */
    ERASURE,
    /** To have it kept but not used: Article 18. */
    RESTRICTION,
    /** To have it in a form that machines read: Article 20. */
    PORTABILITY,
    /** To object to its use: Article 21. */
    OBJECTION
}
