package io.bondtrader.compliance.transparency;

/** What a systematic internaliser must do with its quotes: Regulation (EU) No 600/2014, Article 18, while it applied to bonds. */
public enum QuoteDuty {
    /** Make the firm quote public, if a client asked for it and the firm agrees to quote. */
    PUBLISH_FIRM_QUOTE,
    /** Tell clients of it upon request, if the firm agrees to quote. */
    DISCLOSE_ON_REQUEST,
    /** Nothing. */
    NONE
}
