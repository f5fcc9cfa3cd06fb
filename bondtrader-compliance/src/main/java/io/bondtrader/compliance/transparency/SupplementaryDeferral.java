package io.bondtrader.compliance.transparency;

/** What a competent authority allows beyond the deferral itself, as the venue or the firm uses it. */
public enum SupplementaryDeferral {
    /** Nothing beyond it. */
    NONE,
    /** All but the volume in real time, the rest at the end of the deferral: 2017/583, Article 11(1)(a)(i) before 2026. */
    LIMITED_DETAILS,
    /** A day's trades added up, the rest at the end of the deferral: Article 11(1)(a)(ii) before 2026. */
    DAILY_AGGREGATE,
    /** Without volume at the end of the deferral, with it four weeks after the trade: Article 11(1)(b) before 2026. */
    VOLUME_OMISSION,
    /** A week's trades added up, each of them four weeks later; not for sovereign debt: Article 11(1)(c) before 2026. */
    WEEKLY_AGGREGATE,
    /** A week's trades added up and never each of them; for sovereign debt alone: Article 11(1)(d) before 2026. */
    INDEFINITE_AGGREGATE,
    /** The volume of medium trades in liquid sovereign debt of group 1 at the end of the day: since 2026-05-04. */
    SOVEREIGN_VOLUME
}
