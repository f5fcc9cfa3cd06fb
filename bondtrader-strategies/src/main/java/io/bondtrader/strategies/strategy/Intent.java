package io.bondtrader.strategies.strategy;

import io.bondtrader.core.error.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a strategy would like to hold of an instrument, as risk. It is a target, not a trade: stating it twice asks for
 * nothing more.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param instrument identifier or alias
 * @param direction which way
 * @param targetDv01 currency units for one basis point that it wants at full size, 0 or more
 * @param conviction from 0 to 1: how much of the full size it wants now
 * @param horizon how long the bet is meant to last
 * @param expiry when the intent lapses if it was not traded; {@link Instant#MAX} for never
 * @param group legs of one trade share a name: they are sized, cut and refused together; empty if it stands alone
 * @param reasons why
 */
public record Intent(
        String instrument,
        Direction direction,
        double targetDv01,
        double conviction,
        Duration horizon,
        Instant expiry,
        String group,
        List<Reason> reasons) {

    private static final Duration MONTH = Duration.ofDays(30);

    /**
     * Checks the intent.
     *
     * @throws InvalidInput if the target is negative or not finite, the conviction outside of 0 to 1, or the horizon not
     *     positive
     */
    public Intent {
        Objects.requireNonNull(direction);
        Objects.requireNonNull(expiry);
        Objects.requireNonNull(group);
        reasons = List.copyOf(reasons);
        InvalidInput.unless(!instrument.isBlank(), "instrument", instrument, "not blank");
        InvalidInput.unless(
                targetDv01 >= 0.0 && targetDv01 < Double.POSITIVE_INFINITY,
                "targetDv01",
                targetDv01,
                "0 or more, and finite");
        InvalidInput.unless(conviction >= 0.0 && conviction <= 1.0, "conviction", conviction, "from 0 to 1");
        InvalidInput.unless(!horizon.isNegative() && !horizon.isZero(), "horizon", horizon, "positive");
    }

    /**
     * Returns an intent at full conviction that stands alone, is meant for a month and never lapses.
     *
     * @param instrument identifier or alias
     * @param direction which way
     * @param targetDv01 currency units for one basis point, 0 or more
     * @return the intent
     * @throws InvalidInput as the constructor does
     */
    public static Intent of(String instrument, Direction direction, double targetDv01) {
        return new Intent(instrument, direction, targetDv01, 1.0, MONTH, Instant.MAX, "", List.of());
    }

    /**
     * Returns an intent by the sign of its risk.
     *
     * @param instrument identifier or alias
     * @param signedDv01 currency units for one basis point: positive for long, negative for short, 0 for nothing
     * @return the intent, otherwise as {@link #of}
     * @throws InvalidInput if the risk is not finite
     */
    public static Intent ofDv01(String instrument, double signedDv01) {
        return of(instrument, Direction.ofSign(signedDv01), Math.abs(signedDv01));
    }

    /**
     * Returns an intent to hold nothing.
     *
     * @param instrument identifier or alias
     * @return the intent
     */
    public static Intent flat(String instrument) {
        return of(instrument, Direction.FLAT, 0.0);
    }

    /** {@return the risk that it wants now: by direction and conviction, in currency units for one basis point} */
    public double signedDv01() {
        return direction.sign() * targetDv01 * conviction;
    }

    /**
     * Returns the intent at another conviction.
     *
     * @param newConviction from 0 to 1
     * @return the copy
     * @throws InvalidInput if it is outside of 0 to 1
     */
    public Intent withConviction(double newConviction) {
        return new Intent(instrument, direction, targetDv01, newConviction, horizon, expiry, group, reasons);
    }

    /**
     * Returns the intent for another time.
     *
     * @param newHorizon how long the bet is meant to last
     * @param newExpiry when the intent lapses
     * @return the copy
     * @throws InvalidInput if the horizon is not positive
     */
    public Intent within(Duration newHorizon, Instant newExpiry) {
        return new Intent(instrument, direction, targetDv01, conviction, newHorizon, newExpiry, group, reasons);
    }

    /**
     * Returns the intent as a leg of a trade.
     *
     * @param newGroup what its legs share
     * @return the copy
     */
    public Intent inGroup(String newGroup) {
        return new Intent(instrument, direction, targetDv01, conviction, horizon, expiry, newGroup, reasons);
    }

    /**
     * Returns the intent with one more reason.
     *
     * @param code short and stable
     * @param text for people
     * @return the copy
     * @throws InvalidInput if the code is blank
     */
    public Intent because(String code, String text) {
        List<Reason> more = new ArrayList<>(reasons);
        more.add(new Reason(code, text));
        return new Intent(instrument, direction, targetDv01, conviction, horizon, expiry, group, more);
    }
}
