package io.bondtrader.compliance.transparency;

/** The bond types of Delegated Regulation (EU) 2017/583, Annex III, Table 2.2. Exchange-traded commodities and notes are none of them. */
public enum BondClass {
    /** Of the Union, a state, or another sovereign. */
    SOVEREIGN,
    /** Of a member of a federation, a public entity, the European Investment Bank and their like. */
    OTHER_PUBLIC,
    /** With an embedded derivative, such as the right to buy the underlying share. */
    CONVERTIBLE,
    /** As in Article 52(4) of Directive 2009/65/EC. */
    COVERED,
    /** Of a company. */
    CORPORATE,
    /** None of the others. */
    OTHER
}
