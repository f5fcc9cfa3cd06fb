package io.bondtrader.core.bond;

import org.jspecify.annotations.Nullable;

/**
 * A bond: its market's convention and the terms that are its own. The family is closed, so that a switch over it has
 * thought of everything.
 *
 * <p>Implementations are immutable and safe for use by many threads.
 */
public sealed interface Bond
        permits FixedCouponBond,
                ZeroCouponBond,
                Bill,
                StepUpBond,
                AmortisingBond,
                PerpetualBond,
                FloatingRateNote,
                InflationLinkedBond,
                CallableBond {

    /** {@return what the bond's market agrees on} */
    BondConvention convention();

    /** {@return the name by which the market knows the bond; null if it was given none} */
    @Nullable
    SecurityIdentifier identifier();
}
