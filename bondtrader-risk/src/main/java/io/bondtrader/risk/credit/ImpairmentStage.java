package io.bondtrader.risk.credit;

/** The stages of impairment. Source: IFRS 9, paragraphs 5.5.3 to 5.5.5 and appendix A. */
public enum ImpairmentStage {
    /** Credit risk has not risen significantly: losses of the next twelve months. */
    STAGE_1,
    /** It has: losses of the whole life. */
    STAGE_2,
    /** Impaired: losses of the whole life, default being certain. */
    STAGE_3
}
