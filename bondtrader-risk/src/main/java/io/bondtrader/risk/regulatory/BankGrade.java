package io.bondtrader.risk.regulatory;

/** How a bank without a rating is graded. Source: Basel Framework CRE20.21 to 20.31. */
public enum BankGrade {
    /** Grade A with CET1 of at least 14 % and a leverage ratio of at least 5 %. */
    STRONG_A,
    /** Meets its obligations, and exceeds requirements and buffers. */
    A,
    /** Substantial risk; meets requirements without buffers. */
    B,
    /** Material risk of default. */
    C
}
