package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fixed-coupon bond that the issuer may call or the holder may put on agreed days.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param straight the bond if no right is exercised
 * @param rights the rights, in order of date; at least one
 */
public record CallableBond(FixedCouponBond straight, List<ExerciseRight> rights) implements Bond {

    /**
     * Puts the rights in order and checks that they lie within the life of the bond.
     *
     * @throws InvalidInput if there is no right or one lies outside the life of the bond
     */
    public CallableBond {
        rights = rights.stream()
                .sorted(Comparator.comparing(ExerciseRight::date).thenComparing(ExerciseRight::kind))
                .toList();
        InvalidInput.unless(!rights.isEmpty(), "rights", 0, "at least one");
        for (ExerciseRight right : rights) {
            InvalidInput.unless(
                    right.date().isAfter(straight.dates().accrualStart())
                            && right.date().isBefore(straight.maturity()),
                    "exercise date",
                    right.date(),
                    "between accrual start and maturity");
        }
    }

    @Override
    public BondConvention convention() {
        return straight.convention();
    }

    @Override
    public @Nullable SecurityIdentifier identifier() {
        return straight.identifier();
    }
}
