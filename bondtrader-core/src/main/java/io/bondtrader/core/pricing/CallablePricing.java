package io.bondtrader.core.pricing;

import io.bondtrader.core.bond.CallableBond;
import io.bondtrader.core.bond.ExerciseRight;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Yields of a callable or putable bond to each day on which it may end, without a model of when it will.
 *
 * <p>Each workout runs from settlement to the exercise day, pays the coupons until then, the interest accrued on that day
 * and the exercise price. Source: SIFMA, "Standard Securities Calculation Methods", vol. 1 (J. Mayle), yield to call;
 * MSRB Rule G-15 for yield to worst.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class CallablePricing {

    /**
     * One way in which the bond may end.
     *
     * @param date the day
     * @param redemption what is paid for the face, per 100
     * @param kind whose right it is, or maturity
     * @param yield annual yield if the bond ends that way, as a decimal
     */
    public record Workout(LocalDate date, double redemption, Kind kind, double yield) {

        /** Why the bond ends. */
        public enum Kind {
            /** The issuer calls. */
            CALL,
            /** The holder puts. */
            PUT,
            /** Nobody exercises. */
            MATURITY
        }
    }

    private record Ending(BondPricing pricing, LocalDate date, double redemption, Workout.Kind kind) {}

    private final List<Ending> endings;

    private CallablePricing(List<Ending> endings) {
        this.endings = endings;
    }

    /**
     * Returns the pricing of a bond under its market's yield convention.
     *
     * @param bond the bond
     * @param settlement the day on which cash and bond change hands
     * @return the pricing
     * @throws InvalidInput if settlement is outside the life of the bond
     */
    public static CallablePricing of(CallableBond bond, LocalDate settlement) {
        return of(bond, settlement, bond.convention().yieldConvention());
    }

    /**
     * Returns the pricing of a bond under a yield convention.
     *
     * @param bond the bond
     * @param settlement the day on which cash and bond change hands
     * @param yieldConvention what yield means
     * @return the pricing
     * @throws InvalidInput if settlement is outside the life of the bond
     */
    public static CallablePricing of(CallableBond bond, LocalDate settlement, YieldConvention yieldConvention) {
        BondPricing toMaturity = BondPricing.of(bond, settlement, yieldConvention);
        List<Ending> endings = new ArrayList<>();
        for (ExerciseRight right : bond.rights()) {
            if (right.date().isAfter(settlement)) {
                BondPricing pricing = BondPricing.redeemedOn(
                        bond.straight(), settlement, right.date(), right.cleanPrice(), yieldConvention);
                Workout.Kind kind = right.kind() == ExerciseRight.Kind.CALL ? Workout.Kind.CALL : Workout.Kind.PUT;
                endings.add(new Ending(pricing, right.date(), right.cleanPrice(), kind));
            }
        }
        endings.add(new Ending(toMaturity, bond.straight().maturity(), 100.0, Workout.Kind.MATURITY));
        return new CallablePricing(List.copyOf(endings));
    }

    /**
     * Returns every way in which the bond may end, with its yield, in order of date; maturity comes last.
     *
     * @param cleanPrice price per 100 without accrued interest
     * @return the workouts
     * @throws InvalidInput if the price is not a number, or not positive with accrued interest
     * @throws NotConverged if a workout has no yield at that price
     */
    public List<Workout> workouts(double cleanPrice) {
        List<Workout> workouts = new ArrayList<>(endings.size());
        for (Ending ending : endings) {
            double yield = ending.pricing().yieldFromCleanPrice(cleanPrice);
            workouts.add(new Workout(ending.date(), ending.redemption(), ending.kind(), yield));
        }
        return List.copyOf(workouts);
    }

    /**
     * Returns the workout that is worst for the holder: the lowest yield to any call or to maturity. The holder's own puts
     * can only do better and are left out.
     *
     * @param cleanPrice price per 100 without accrued interest
     * @return the workout with the lowest yield, the earliest one among equals
     * @throws InvalidInput if the price is not a number, or not positive with accrued interest
     * @throws NotConverged if a workout has no yield at that price
     */
    public Workout yieldToWorst(double cleanPrice) {
        List<Workout> workouts = workouts(cleanPrice);
        Workout worst = workouts.get(workouts.size() - 1);
        for (int k = workouts.size() - 2; k >= 0; k--) {
            Workout workout = workouts.get(k);
            if (workout.kind() != Workout.Kind.PUT && workout.yield() <= worst.yield()) {
                worst = workout;
            }
        }
        return worst;
    }

    /**
     * Returns the bond as if it ended on one of its days: prices, yields and durations to that workout.
     *
     * @param date a day on which it may end
     * @return the pricing
     * @throws InvalidInput if the bond cannot end on that day
     */
    public BondPricing to(LocalDate date) {
        for (Ending ending : endings) {
            if (ending.date().equals(date)) {
                return ending.pricing();
            }
        }
        throw new InvalidInput("date", date, "a day after settlement on which the bond may end");
    }

    @Override
    public String toString() {
        return "CallablePricing[" + endings.size() + " workouts]";
    }
}
