package io.bondtrader.risk.stress;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.trade.Position;
import io.bondtrader.core.verify.CalculationInputs;
import io.bondtrader.core.verify.DualPath;
import io.bondtrader.core.verify.Measure;
import io.bondtrader.core.verify.Tolerance;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.credit.Rating;
import io.bondtrader.risk.sensitivity.ValuedBook;
import java.util.List;
import java.util.Map;

/**
 * Stress losses by two paths: the book's columns of payments revalued as a whole, and each position priced alone, bond by
 * bond, off curves that were moved effect by effect. Immutable and safe for use by many threads.
 */
public final class VerifiedStress {

    /** What a book earns or loses in a scenario. */
    public static final Measure STRESS_PNL = Measure.of("P&L in a scenario", "money", new Tolerance(1e-4, 1e-9));

    private static final DualPath PATHS =
            new DualPath(STRESS_PNL, "columns of payments revalued", "position by position");

    private final StressTest test;
    private final Verifier verifier;

    private VerifiedStress(StressTest test, Verifier verifier) {
        this.test = test;
        this.verifier = verifier;
    }

    /**
     * Prepares the second path of a stress test.
     *
     * @param test the first path
     * @param verifier what is checked, and what happens when paths disagree
     * @return the verified stress test
     */
    public static VerifiedStress of(StressTest test, Verifier verifier) {
        return new VerifiedStress(test, verifier);
    }

    /**
     * Verifies the P&amp;L of the book in a scenario.
     *
     * @param scenario the scenario
     * @return P&amp;L in the reporting currency, negative for a loss, with the evidence
     * @throws BondTraderException if the scenario cannot happen to the book
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified total(StressScenario scenario) {
        return total(scenario, test.run(scenario).total());
    }

    /** Apart from its calculation, so that tests can hand in a P&amp;L that is wrong. */
    Verified total(StressScenario scenario, double primary) {
        List<Position> positions = test.book().positions();
        double second = 0;
        for (int i = positions.size() - 1; i >= 0; i--) {
            second += pnl(i, scenario);
        }
        return settle(scenario, -1, primary, second);
    }

    /**
     * Verifies the P&amp;L of one position in a scenario.
     *
     * @param position the position's place, from 0
     * @param scenario the scenario
     * @return P&amp;L in the reporting currency, negative for a loss, with the evidence
     * @throws BondTraderException if there is no such position, or the scenario cannot happen to the book
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified position(int position, StressScenario scenario) {
        return position(position, scenario, test.run(scenario).position(position));
    }

    /** Apart from its calculation, so that tests can hand in a P&amp;L that is wrong. */
    Verified position(int position, StressScenario scenario, double primary) {
        return settle(scenario, position, primary, pnl(position, scenario));
    }

    private double pnl(int place, StressScenario scenario) {
        ValuedBook book = test.book();
        Position held = book.positions().get(place);
        int s = book.securityOf(place);
        DiscountCurve curve = book.market().curve(held.security().currency());
        CurvePricing pricing =
                CurvePricing.of(held.security().bond(), book.market().settlement());
        double spread = book.zSpread(s);
        double rate = book.market().exchangeRate(held.security().currency());
        double face = held.face().doubleValue();
        double before = face / 100 * pricing.dirtyPriceFromZSpread(curve, spread) * rate;
        double recovery = 2;
        double cost = 0;
        double rateChange = 0;
        double shift = 0;
        CurveScenario move = null;
        for (int k = scenario.effects().size() - 1; k >= 0; k--) {
            StressEffect effect = scenario.effects().get(k);
            if (effect instanceof StressEffect.Rates rates) {
                String currency = rates.currency();
                if (currency == null
                        || currency.equals(held.security().currency().getCurrencyCode())) {
                    move = move == null ? rates.move() : rates.move().plus(move);
                }
            } else if (effect instanceof StressEffect.Spreads spreads) {
                if (spreads.scope().contains(by -> book.groupOf(place, by))) {
                    shift += spreads.absolute() + spreads.proportional() * spread;
                }
            } else if (effect instanceof StressEffect.Downgrade down) {
                if (down.scope().contains(by -> book.groupOf(place, by))) {
                    Rating rating = Rating.parse(held.security().rating());
                    Rating worse = Rating.ofNotch(rating.notch() + down.notches());
                    shift += down.share()
                            * (down.table().spread(worse) - down.table().spread(rating));
                }
            } else if (effect instanceof StressEffect.Default failed) {
                if (failed.scope().contains(by -> book.groupOf(place, by))) {
                    recovery = Math.min(recovery, failed.recovery());
                }
            } else if (effect instanceof StressEffect.Liquidity liquidity) {
                if (liquidity.scope().contains(by -> book.groupOf(place, by))) {
                    cost += liquidity.haircut() + liquidity.bidAskWidening() / 2;
                }
            } else if (effect instanceof StressEffect.Currencies moved) {
                boolean own = moved.currency().equals(held.security().currency().getCurrencyCode());
                rateChange += own ? moved.change() : 0;
            }
        }
        double price = recovery <= 1
                ? 100 * recovery
                : pricing.dirtyPriceFromZSpread(move == null ? curve : move.applyTo(curve), spread + shift);
        double after = face / 100 * price * (rate + rate * rateChange);
        return after - Math.abs(after) * Math.min(1, cost) - before;
    }

    private Verified settle(StressScenario scenario, int position, double first, double second) {
        CalculationInputs inputs = (measure, at) -> Map.of(
                "scenario", scenario.name(),
                "positions", test.book().size(),
                "position", position);
        return verifier.verify(PATHS, inputs, position, first, second, 0);
    }

    @Override
    public String toString() {
        return "VerifiedStress[" + test + "]";
    }
}
