package io.bondtrader.risk.pnl;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.pricing.HoldingPeriod;
import io.bondtrader.core.pricing.KeyTenors;
import io.bondtrader.core.trade.Execution;
import io.bondtrader.risk.pnl.AttributionOrder.Step;
import io.bondtrader.risk.pnl.PnlAttribution.Raw;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Explains what a position in one bond earned from one day's close to another's.
 *
 * <p>A price is the bond's flows off the curve at its Z-spread; both prices given are met exactly. A key rate's move is the
 * change of the curve's zero rate at its tenor, in straight lines to its neighbours; what the curve did between tenors beyond
 * that is residual. Moves of rates and spread are valued in full; their first-order part is booked to the move, the rest to
 * convexity. Two methods:
 *
 * <ul>
 *   <li>sequential: one thing happens after another, in a named order, each from where the one before left off; nothing is
 *       left over but the curve between key rates;
 *   <li>one at a time: each thing happens alone, from the start; what several at once come to is residual.
 * </ul>
 *
 * <p>Trades of the period are valued from their own price to the close, beside the position held at its start. Amounts of
 * cash that are paid out count at their face value. Immutable and safe for use by many threads.
 */
public final class BondAttribution {

    /** Half the step of first derivatives, as a decimal: small against every move, large against rounding. */
    private static final double BUMP = 1e-5;

    private static final double PER_100 = 0.01;

    private final Bond bond;
    private final MarketState start;
    private final MarketState end;
    private final KeyTenors tenors;
    private final BigDecimal face;
    private final List<Execution> trades;

    private final BondPricing first;
    private final BondPricing last;
    private final double outstanding;
    private final double paidOut;
    private final DiscountCurve aged;
    private final double startSpread;
    private final double endSpread;

    private BondAttribution(
            Bond bond, MarketState start, MarketState end, KeyTenors tenors, BigDecimal face, List<Execution> trades) {
        this.bond = bond;
        this.start = start;
        this.end = end;
        this.tenors = tenors;
        this.face = face;
        this.trades = trades;
        this.first = BondPricing.of(bond, start.settlement());
        this.last = BondPricing.of(bond, end.settlement());
        this.outstanding = PaidOut.outstanding(first, end.settlement());
        this.paidOut = PaidOut.between(first, end.settlement());
        this.aged = aged(bond, start, end);
        this.startSpread = CurvePricing.of(first).zSpread(start.curve(), start.dirtyPrice());
        this.endSpread = CurvePricing.of(last).zSpread(end.curve(), end.dirtyPrice());
    }

    /**
     * Prepares an attribution.
     *
     * @param bond that was held
     * @param face at the start, negative if short; zero if all of it was traded since
     * @param start the market at the start
     * @param end the market at the end, settling later, before the bond's end
     * @param tenors the key rates
     * @return the attribution
     * @throws InvalidInput if the end is not after the start, or a price has no spread
     * @throws MissingData if a curve does not reach the bond's last flow
     */
    public static BondAttribution of(Bond bond, BigDecimal face, MarketState start, MarketState end, KeyTenors tenors) {
        InvalidInput.unless(
                end.settlement().isAfter(start.settlement()), "end", end.settlement(), "after " + start.settlement());
        return new BondAttribution(bond, start, end, tenors, face, List.of());
    }

    /** The start's curve as it looks on the reference date of the end's, if nothing but time passes. */
    private static DiscountCurve aged(Bond bond, MarketState start, MarketState end) {
        DiscountCurve curve = start.curve();
        long days = curve.referenceDate().until(end.curve().referenceDate(), ChronoUnit.DAYS);
        InvalidInput.unless(
                days >= 0, "reference date of the end's curve", end.curve().referenceDate(), "not before the start's");
        InvalidInput.unless(
                end.curve().dayCount().equals(curve.dayCount()),
                "day count of the end's curve",
                end.curve().dayCount(),
                "that of the start's, " + curve.dayCount());
        return days == 0
                ? curve
                : HoldingPeriod.of(bond, start.settlement(), start.settlement().plusDays(days))
                        .aged(curve);
    }

    /**
     * Adds trades of the period.
     *
     * @param executions in this bond, settling after the start and not after the end
     * @return the attribution with them
     * @throws InvalidInput if one settles outside the period or is in another bond
     */
    public BondAttribution withTrades(List<Execution> executions) {
        for (Execution execution : executions) {
            InvalidInput.unless(
                    !execution.settlement().isBefore(start.settlement())
                            && !execution.settlement().isAfter(end.settlement()),
                    "settlement of " + execution.id(),
                    execution.settlement(),
                    "from " + start.settlement() + " to " + end.settlement());
            InvalidInput.unless(
                    execution.security().bond().equals(bond),
                    "bond of " + execution.id(),
                    execution.security().bond(),
                    "the one that is attributed");
        }
        return new BondAttribution(bond, start, end, tenors, face, List.copyOf(executions));
    }

    /**
     * Attributes step by step.
     *
     * @param order of the steps
     * @param reporting the currency of amounts
     * @return the attribution, to the cent
     */
    public PnlAttribution sequential(AttributionOrder order, Currency reporting) {
        return PnlAttribution.rounded("sequential: " + order.name(), total(), sequentialParts(order), reporting);
    }

    /**
     * Attributes each thing alone.
     *
     * @param reporting the currency of amounts
     * @return the attribution, to the cent
     */
    public PnlAttribution oneAtATime(Currency reporting) {
        return PnlAttribution.rounded("one at a time", total(), oneAtATimeParts(), reporting);
    }

    /** What revaluation says: value and what was paid out, less value before, and the trades. */
    double total() {
        double held = (outstanding * end.dirtyPrice() + paidOut) * end.exchangeRate()
                - start.dirtyPrice() * start.exchangeRate();
        return scale() * held + newTrades();
    }

    private double scale() {
        return face.doubleValue() * PER_100;
    }

    private double newTrades() {
        double sum = 0.0;
        for (Execution trade : trades) {
            BondPricing bought = BondPricing.of(bond, trade.settlement());
            double worth = PaidOut.outstanding(bought, end.settlement()) * end.dirtyPrice()
                    + PaidOut.between(bought, end.settlement());
            sum += (trade.signedFace().doubleValue() * PER_100 * worth
                            + trade.cash().toDouble())
                    * end.exchangeRate();
        }
        return sum;
    }

    /** Where a walk through the steps stands. */
    private final class State {

        boolean later;
        double[] moves = new double[tenors.count()];
        double spread = startSpread;
        boolean atEndCurve;
        double rate = start.exchangeRate();

        /** Value per 100 of the face at the start, with what was paid out, in the bond's currency. */
        double value() {
            return value(spread, moves);
        }

        double value(double zSpread, double[] keyMoves) {
            if (!later) {
                return CurvePricing.of(first).dirtyPriceFromZSpread(curve(start.curve(), keyMoves), zSpread);
            }
            return outstanding * CurvePricing.of(last).dirtyPriceFromZSpread(curve(aged, keyMoves), zSpread) + paidOut;
        }

        private DiscountCurve curve(DiscountCurve base, double[] keyMoves) {
            DiscountCurve moved = moved(base, keyMoves);
            return atEndCurve
                    ? CurveScenario.of("rest of the curve", BondAttribution.this::rest)
                            .applyTo(moved)
                    : moved;
        }
    }

    private DiscountCurve moved(DiscountCurve base, double[] keyMoves) {
        double[] years = new double[keyMoves.length];
        boolean any = false;
        for (int k = 0; k < years.length; k++) {
            years[k] = tenors.years(k);
            any |= keyMoves[k] != 0.0; // exactly: nothing moved
        }
        return any ? CurveScenario.ofShifts("key rates", years, keyMoves).applyTo(base) : base;
    }

    /** By how much a key rate moved: the zero rates of its tenor, from each curve's own reference date. */
    private double keyMove(int key) {
        double years = tenors.years(key);
        return end.curve().zeroRate(years) - start.curve().zeroRate(years);
    }

    /** What the curve did beyond the moves of its key rates. */
    private double rest(double years) {
        double time = Math.max(years, 1e-4); // a zero rate of no time is that of a moment later
        double explained = 0.0;
        for (int k = 0; k < tenors.count(); k++) {
            explained += tenors.weight(k, time) * keyMove(k);
        }
        return end.curve().zeroRate(time) - start.curve().zeroRate(time) - explained;
    }

    /** Steps of full revaluation; amounts per the whole position. */
    List<Raw> sequentialParts(AttributionOrder order) {
        List<Raw> parts = new ArrayList<>();
        State state = new State();
        double convexity = 0.0;
        double residual = 0.0;
        for (Step step : order.steps()) {
            double toReporting = scale() * state.rate;
            switch (step) {
                case TIME -> addTime(parts, state, toReporting);
                case RATES -> {
                    convexity += addRates(parts, state, toReporting);
                    double before = state.value();
                    state.atEndCurve = true;
                    residual += toReporting * (state.value() - before);
                }
                case SPREAD -> convexity += addSpread(parts, state, toReporting);
                default -> {
                    double change = end.exchangeRate() - start.exchangeRate();
                    parts.add(part(PnlEffect.FX, scale() * state.value() * change));
                    state.rate = end.exchangeRate();
                }
            }
        }
        parts.add(part(PnlEffect.CONVEXITY, convexity));
        parts.add(part(PnlEffect.NEW_TRADES, newTrades()));
        parts.add(part(PnlEffect.RESIDUAL, residual));
        return parts;
    }

    /** Each thing alone, from the start; what is left of the total is residual. */
    List<Raw> oneAtATimeParts() {
        List<Raw> parts = new ArrayList<>();
        double toReporting = scale() * start.exchangeRate();
        addTime(parts, new State(), toReporting);
        double convexity = 0.0;
        for (int k = 0; k < tenors.count(); k++) {
            convexity += addRate(parts, new State(), k, toReporting);
        }
        convexity += addSpread(parts, new State(), toReporting);
        parts.add(part(PnlEffect.FX, scale() * start.dirtyPrice() * (end.exchangeRate() - start.exchangeRate())));
        parts.add(part(PnlEffect.CONVEXITY, convexity));
        parts.add(part(PnlEffect.NEW_TRADES, newTrades()));
        double explained = parts.stream().mapToDouble(Raw::amount).sum();
        parts.add(part(PnlEffect.RESIDUAL, total() - explained));
        return parts;
    }

    private static Raw part(PnlEffect effect, double amount) {
        return new Raw(effect, effect.name(), amount);
    }

    private void addTime(List<Raw> parts, State state, double toReporting) {
        double before = state.value();
        double yield = first.yieldFromDirtyPrice(before);
        double atYield = outstanding * last.dirtyPriceFromYield(yield) + paidOut;
        state.later = true;
        parts.add(part(PnlEffect.CARRY, toReporting * (atYield - before)));
        parts.add(part(PnlEffect.ROLL_DOWN, toReporting * (state.value() - atYield)));
    }

    private double addRates(List<Raw> parts, State state, double toReporting) {
        double convexity = 0.0;
        for (int k = 0; k < tenors.count(); k++) {
            convexity += addRate(parts, state, k, toReporting);
        }
        return convexity;
    }

    /** Adds the first-order part, and returns the rest. */
    private double addRate(List<Raw> parts, State state, int key, double toReporting) {
        double move = keyMove(key);
        double already = state.moves[key];
        double slope = slope(bump -> {
            double[] bumped = state.moves.clone();
            bumped[key] = already + bump;
            return state.value(state.spread, bumped);
        });
        double before = state.value();
        state.moves[key] = already + move;
        double full = state.value() - before;
        parts.add(new Raw(PnlEffect.RATES, tenors.label(key), toReporting * slope * move));
        return toReporting * (full - slope * move);
    }

    private double addSpread(List<Raw> parts, State state, double toReporting) {
        double move = endSpread - startSpread;
        double slope = slope(bump -> state.value(state.spread + bump, state.moves));
        double before = state.value();
        state.spread += move;
        double full = state.value() - before;
        parts.add(part(PnlEffect.SPREAD, toReporting * slope * move));
        return toReporting * (full - slope * move);
    }

    private static double slope(DoubleUnaryOperator value) {
        return (value.applyAsDouble(BUMP) - value.applyAsDouble(-BUMP)) / (2.0 * BUMP);
    }

    /** {@return the bond's Z-spread at the start, continuously compounded, a decimal} */
    public double startSpread() {
        return startSpread;
    }

    /** {@return the bond's Z-spread at the end, continuously compounded, a decimal} */
    public double endSpread() {
        return endSpread;
    }

    Bond bond() {
        return bond;
    }

    MarketState start() {
        return start;
    }

    MarketState end() {
        return end;
    }

    BigDecimal face() {
        return face;
    }

    List<Execution> trades() {
        return trades;
    }

    @Override
    public String toString() {
        return "BondAttribution[" + bond + ", face " + face.toPlainString() + ", " + start.settlement() + " to "
                + end.settlement() + "]";
    }
}
