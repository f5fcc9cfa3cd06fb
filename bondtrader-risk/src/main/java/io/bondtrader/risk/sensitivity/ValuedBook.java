package io.bondtrader.risk.sensitivity;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.trade.Position;
import io.bondtrader.core.trade.Security;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Positions compiled once for a market: each security stands once in core's book of bonds, at the Z-spread that its price
 * implies, however many positions hold it, and can be valued again for any move of curves and spreads:
 *
 * <pre>
 *   V(Δ) = Σ aₖ · P′(tₖ)/P′(t₀) · e^(−(z + Δ)·(tₖ − t₀))
 *
 *   aₖ  amount per 100 paid at tₖ      t₀  settlement      P′  the moved curve      z  Z-spread held      Δ  its change
 * </pre>
 *
 * <p>A security that cannot be valued (it has matured, its flows never end, its curve does not reach) sinks nothing else:
 * it is among the {@link #failures()}, and its positions count for nothing. {@link #requireComplete()} refuses such a book.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class ValuedBook {

    private final RiskMarket market;
    private final List<Position> positions;
    private final int[] securityOf;
    private final double[] faces;
    private final SecurityColumns columns;
    private final Map<String, Integer> indexById;

    private ValuedBook(RiskMarket market, List<Position> positions, Parallelism parallelism) {
        this.market = market;
        this.positions = List.copyOf(positions);
        this.securityOf = new int[positions.size()];
        this.faces = new double[positions.size()];
        this.indexById = new HashMap<>();
        List<Security> securities = new ArrayList<>();
        for (int i = 0; i < securityOf.length; i++) {
            Security security = positions.get(i).security();
            Integer known = indexById.putIfAbsent(security.id(), securities.size());
            if (known == null) {
                securities.add(security);
            } else {
                Security first = securities.get(known);
                InvalidInput.unless(
                        first.equals(security),
                        "security",
                        security.id(),
                        "described in the same way by every position");
            }
            securityOf[i] = known == null ? securities.size() - 1 : known;
            faces[i] = positions.get(i).face().doubleValue();
            InvalidInput.unless(
                    Double.isFinite(faces[i]), "face", positions.get(i).face(), "one a double can hold");
        }
        this.columns = new SecurityColumns(securities, market, parallelism);
    }

    /**
     * Compiles positions on the calling thread.
     *
     * @param positions the positions, in any order
     * @param market off which they are valued
     * @return the book, in the same order
     * @throws InvalidInput if two positions describe one security in different ways
     */
    public static ValuedBook of(List<Position> positions, RiskMarket market) {
        return of(positions, market, Parallelism.callingThread());
    }

    /**
     * Compiles positions.
     *
     * @param positions the positions, in any order
     * @param market off which they are valued
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return the book, in the same order
     * @throws InvalidInput if two positions describe one security in different ways
     * @throws CancellationException if it was called off
     */
    public static ValuedBook of(List<Position> positions, RiskMarket market, Parallelism parallelism) {
        return new ValuedBook(market, positions, parallelism);
    }

    /** {@return the market off which the book is valued} */
    public RiskMarket market() {
        return market;
    }

    /** {@return the positions} */
    public List<Position> positions() {
        return positions;
    }

    /** {@return the number of positions} */
    public int size() {
        return securityOf.length;
    }

    /** {@return the number of different securities} */
    public int securities() {
        return columns.securities.size();
    }

    /**
     * Returns a security.
     *
     * @param index the security's place, from 0
     * @return the security
     */
    public Security security(int index) {
        return columns.securities.get(index);
    }

    /**
     * Returns the place of the security of a position.
     *
     * @param position the position's place, from 0
     * @return the security's place
     */
    public int securityOf(int position) {
        return securityOf[position];
    }

    /**
     * Returns the place of a security.
     *
     * @param id the security's identifier
     * @return its place, or -1 if no position holds it
     */
    public int indexOf(String id) {
        return indexById.getOrDefault(id, -1);
    }

    /**
     * Returns the face of a position.
     *
     * @param position the position's place, from 0
     * @return face amount in the security's currency, negative if short
     */
    public double face(int position) {
        return faces[position];
    }

    /** {@return the securities that cannot be valued, by their places} */
    public SortedMap<Integer, BondTraderException> failures() {
        return Collections.unmodifiableSortedMap(columns.failures);
    }

    /**
     * Insists on a value for every security.
     *
     * @return this
     * @throws BondTraderException the first security's own failure, if one cannot be valued
     */
    public ValuedBook requireComplete() {
        if (!columns.failures.isEmpty()) {
            throw columns.failures.get(columns.failures.firstKey());
        }
        return this;
    }

    /**
     * Returns a price.
     *
     * @param index the security's place, from 0
     * @return price per 100 with accrued interest; 0 if it cannot be valued
     */
    public double dirtyPrice(int index) {
        return columns.dirty[index];
    }

    /**
     * Returns accrued interest.
     *
     * @param index the security's place, from 0
     * @return accrued interest per 100; 0 if the security cannot be valued
     */
    public double accruedInterest(int index) {
        return columns.accrued[index];
    }

    /**
     * Returns a Z-spread.
     *
     * @param index the security's place, from 0
     * @return the spread over the curve, continuously compounded, by ACT/365 fixed; 0 without a price of its own
     */
    public double zSpread(int index) {
        return columns.zSpread[index];
    }

    /**
     * Returns an exchange rate.
     *
     * @param index the security's place, from 0
     * @return units of the reporting currency for one of the security's
     */
    public double exchangeRate(int index) {
        return columns.exchangeRate[index];
    }

    /**
     * Returns the remaining life of a security.
     *
     * @param index the security's place, from 0
     * @return years to the last due date, by ACT/365 fixed; 0 if it cannot be valued
     */
    public double maturityYears(int index) {
        return columns.maturityYears[index];
    }

    /**
     * Returns the group of a position.
     *
     * @param position the position's place, from 0
     * @param dimension by what is grouped
     * @return the name of the group
     */
    public String groupOf(int position, Dimension dimension) {
        Position held = positions.get(position);
        String bucket = market.tenorBuckets().bucketOf(maturityYears(securityOf[position]));
        return dimension.groupOf(held.security(), held.book(), held.trader(), bucket);
    }

    /**
     * Returns what a position is worth.
     *
     * @param position the position's place, from 0
     * @return worth with accrued interest, in the reporting currency
     */
    public double marketValue(int position) {
        int security = securityOf[position];
        return faces[position] * 0.01 * columns.dirty[security] * columns.exchangeRate[security];
    }

    /** {@return what all positions together are worth, in the reporting currency} */
    public double marketValue() {
        double sum = 0;
        for (int i = 0; i < faces.length; i++) {
            sum += marketValue(i);
        }
        return sum;
    }

    /**
     * Values every security again after a move of curves and spreads.
     *
     * @param moves what happens to the curve of a currency; null for nothing
     * @param spreadShifts what is added to the Z-spread of each security, as decimals; null for nothing
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return price per 100 with accrued interest of each security, in its own currency; 0 for those that cannot be valued
     * @throws InvalidInput if there are more or fewer shifts than securities, or one is not finite
     * @throws BondTraderException if a security that had a price has none after the move
     * @throws CancellationException if it was called off
     */
    public double[] dirtyPrices(
            Function<Currency, @Nullable CurveScenario> moves,
            double @Nullable [] spreadShifts,
            Parallelism parallelism) {
        if (spreadShifts != null) {
            InvalidInput.unless(
                    spreadShifts.length == securities(), "spreadShifts", spreadShifts.length, "one a security");
            for (double shift : spreadShifts) {
                InvalidInput.unless(Math.abs(shift) <= 1_000, "spread shift", shift, "finite, at most 1,000");
            }
        }
        return columns.dirtyPrices(moves, spreadShifts, parallelism);
    }

    /**
     * Values all positions together after each of several moves of all curves: the payments of a day are added up once, so
     * that a move costs a look at each payment day and nothing per position.
     *
     * @param moves what happens to the curves of all currencies
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return market value after each move, in the reporting currency; what cannot be valued counts for nothing
     * @throws CancellationException if it was called off
     */
    public double[] marketValues(List<? extends CurveScenario> moves, Parallelism parallelism) {
        double[] units = new double[securities()];
        for (int i = 0; i < faces.length; i++) {
            units[securityOf[i]] += faces[i] * columns.exchangeRate[securityOf[i]];
        }
        double[] totals = new double[moves.size()];
        for (SecurityColumns.Section section : columns.sections) {
            double[] own = new double[section.places.length];
            for (int k = 0; k < own.length; k++) {
                own[k] = units[section.places[k]];
            }
            List<DiscountCurve> curves =
                    moves.stream().map(move -> move.applyTo(section.book.curve)).toList();
            double[] worth = section.book.bonds.totals(curves, own, parallelism);
            for (int m = 0; m < totals.length; m++) {
                totals[m] += worth[m];
            }
        }
        return totals;
    }

    SecurityColumns columns() {
        return columns;
    }

    @Override
    public String toString() {
        return "ValuedBook[" + size() + " positions in " + securities() + " securities, " + columns.failures.size()
                + " failed, " + market + "]";
    }
}
