package io.bondtrader.compliance.transparency;

/** What a venue must do with a trading interest before the trade. */
public enum PreTradeDuty {
    /** Make it public. */
    PUBLISH,
    /** Nothing, where the competent authority has granted one of the waivers. */
    WAIVED,
    /** Nothing: the rule does not reach it. */
    NOT_REQUIRED
}
