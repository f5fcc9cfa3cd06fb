package io.bondtrader.core.pricing;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.parallel.Parallelism;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;

/**
 * A book of bonds compiled once for a settlement date into flat arrays, and then valued for any number of prices, yields,
 * curves and scenarios, without an object per bond.
 *
 * <p>Each number is bit for bit that of the bond's own {@link BondPricing} or {@link CurvePricing}, on however many threads
 * it is calculated. A bond that fails is a failure in its row and sinks nothing else: one that cannot be priced at all is
 * so already when the book is compiled, see {@link #failures()}.
 *
 * <p>Bonds that pay on the same days share them: a compiled bond with level coupons takes about a hundred bytes, whatever
 * its life. The book keeps neither the bonds nor their pricings.
 *
 * <p>The methods without a {@link Parallelism} work on the calling thread. Immutable and safe for use by many threads, each
 * with a result of its own.
 */
public final class BondBook {

    private final LocalDate settlement;
    private final BookColumns columns;

    private BondBook(LocalDate settlement, BookColumns columns) {
        this.settlement = settlement;
        this.columns = columns;
    }

    /**
     * Compiles a book on the calling thread, each bond under its own yield convention.
     *
     * @param bonds the bonds
     * @param settlement the day on which cash and bonds change hands
     * @return the book, in the same order
     */
    public static BondBook of(List<? extends Bond> bonds, LocalDate settlement) {
        return of(bonds, settlement, Parallelism.callingThread());
    }

    /**
     * Compiles a book, each bond under its own yield convention.
     *
     * @param bonds the bonds; read from several threads, not kept
     * @param settlement the day on which cash and bonds change hands
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return the book, in the same order
     * @throws CancellationException if it was called off
     */
    public static BondBook of(List<? extends Bond> bonds, LocalDate settlement, Parallelism parallelism) {
        return of(bonds, settlement, YieldKernels.find(), parallelism);
    }

    /**
     * Compiles a book whose yields a given kernel solves, each bond under its own yield convention.
     *
     * @param bonds the bonds; read from several threads, not kept
     * @param settlement the day on which cash and bonds change hands
     * @param kernel solves yields of bonds with level coupons; taken at its word
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return the book, in the same order
     * @throws CancellationException if it was called off
     */
    public static BondBook of(
            List<? extends Bond> bonds, LocalDate settlement, YieldKernel kernel, Parallelism parallelism) {
        return new BondBook(
                settlement,
                BookColumns.compile(bonds.size(), k -> BondPricing.of(bonds.get(k), settlement), kernel, parallelism));
    }

    /** {@return the library's own way to solve yields, bond by bond, which every JVM runs} */
    public static YieldKernel scalarKernel() {
        return ScalarYieldKernel.INSTANCE;
    }

    /**
     * Compiles a book of bonds that have been laid out already, under yield conventions of their own.
     *
     * @param pricings the bonds, at least one, all at the same settlement date; not kept
     * @return the book, in the same order
     * @throws InvalidInput if there is no bond or settlement dates differ
     */
    public static BondBook ofPricings(List<BondPricing> pricings) {
        InvalidInput.unless(!pricings.isEmpty(), "pricings", "empty", "at least one");
        LocalDate settlement = pricings.get(0).settlement();
        for (BondPricing pricing : pricings) {
            if (!pricing.settlement().equals(settlement)) {
                throw new InvalidInput("settlement", pricing.settlement(), "that of the first bond, " + settlement);
            }
        }
        return new BondBook(
                settlement,
                BookColumns.compile(pricings.size(), pricings::get, YieldKernels.find(), Parallelism.callingThread()));
    }

    /** {@return the number of bonds} */
    public int size() {
        return columns.size;
    }

    /** {@return the day on which cash and bonds change hands} */
    public LocalDate settlement() {
        return settlement;
    }

    /** {@return the bonds that cannot be priced, by their places; they fail in every result} */
    public SortedMap<Integer, BondTraderException> failures() {
        return Collections.unmodifiableSortedMap(columns.failures);
    }

    /** {@return the number of different days on which the book's bonds pay} */
    public int paymentDays() {
        return columns.gridDays.length;
    }

    /** {@return the kernel that solves yields of bonds with level coupons} */
    public YieldKernel yieldKernel() {
        return columns.kernel;
    }

    /**
     * Returns a bond's accrued interest.
     *
     * @param index the bond's place in the book, from 0
     * @return accrued interest per 100, rounded as the bond's market rounds it
     * @throws BondTraderException the bond's own failure, if it cannot be priced
     */
    public double accruedInterest(int index) {
        BondTraderException failure = columns.failures.get(index);
        if (failure != null) {
            throw failure;
        }
        return columns.accrued[index];
    }

    /** {@return room for one number for each bond} */
    public BookResult newResult() {
        return new BookResult(columns.size);
    }

    /** {@return room for the measures of each bond} */
    public BookMeasures newMeasures() {
        return new BookMeasures(columns.size);
    }

    /**
     * Calculates yields from dirty prices, on the calling thread.
     *
     * @param dirtyPrices price per 100 of each bond, with accrued interest
     * @param result filled with annual yields as decimals
     * @throws InvalidInput if an array has another length than the book
     */
    public void yieldsFromDirtyPrices(double[] dirtyPrices, BookResult result) {
        yieldsFromDirtyPrices(dirtyPrices, result, Parallelism.callingThread());
    }

    /**
     * Calculates yields from dirty prices.
     *
     * @param dirtyPrices price per 100 of each bond, with accrued interest
     * @param result filled with annual yields as decimals
     * @param parallelism the threads, who hears of progress, what calls it off
     * @throws InvalidInput if an array has another length than the book
     * @throws CancellationException if it was called off
     */
    public void yieldsFromDirtyPrices(double[] dirtyPrices, BookResult result, Parallelism parallelism) {
        ready("dirtyPrices", dirtyPrices, result);
        new BookYields(columns, parallelism).solve(dirtyPrices, false, result);
    }

    /**
     * Calculates yields from clean prices, on the calling thread.
     *
     * @param cleanPrices price per 100 of each bond, without accrued interest
     * @param result filled with annual yields as decimals
     * @throws InvalidInput if an array has another length than the book
     */
    public void yieldsFromCleanPrices(double[] cleanPrices, BookResult result) {
        yieldsFromCleanPrices(cleanPrices, result, Parallelism.callingThread());
    }

    /**
     * Calculates yields from clean prices.
     *
     * @param cleanPrices price per 100 of each bond, without accrued interest
     * @param result filled with annual yields as decimals
     * @param parallelism the threads, who hears of progress, what calls it off
     * @throws InvalidInput if an array has another length than the book
     * @throws CancellationException if it was called off
     */
    public void yieldsFromCleanPrices(double[] cleanPrices, BookResult result, Parallelism parallelism) {
        ready("cleanPrices", cleanPrices, result);
        new BookYields(columns, parallelism).solve(cleanPrices, true, result);
    }

    /**
     * Calculates dirty prices from yields, on the calling thread.
     *
     * @param yields annual yield of each bond, as a decimal
     * @param result filled with prices per 100, with accrued interest
     * @throws InvalidInput if an array has another length than the book
     */
    public void dirtyPricesFromYields(double[] yields, BookResult result) {
        dirtyPricesFromYields(yields, result, Parallelism.callingThread());
    }

    /**
     * Calculates dirty prices from yields.
     *
     * @param yields annual yield of each bond, as a decimal
     * @param result filled with prices per 100, with accrued interest
     * @param parallelism the threads, who hears of progress, what calls it off
     * @throws InvalidInput if an array has another length than the book
     * @throws CancellationException if it was called off
     */
    public void dirtyPricesFromYields(double[] yields, BookResult result, Parallelism parallelism) {
        ready("yields", yields, result);
        new BookYields(columns, parallelism).price(yields, false, result);
    }

    /**
     * Calculates clean prices from yields, on the calling thread.
     *
     * @param yields annual yield of each bond, as a decimal
     * @param result filled with prices per 100, without accrued interest
     * @throws InvalidInput if an array has another length than the book
     */
    public void cleanPricesFromYields(double[] yields, BookResult result) {
        cleanPricesFromYields(yields, result, Parallelism.callingThread());
    }

    /**
     * Calculates clean prices from yields.
     *
     * @param yields annual yield of each bond, as a decimal
     * @param result filled with prices per 100, without accrued interest
     * @param parallelism the threads, who hears of progress, what calls it off
     * @throws InvalidInput if an array has another length than the book
     * @throws CancellationException if it was called off
     */
    public void cleanPricesFromYields(double[] yields, BookResult result, Parallelism parallelism) {
        ready("yields", yields, result);
        new BookYields(columns, parallelism).price(yields, true, result);
    }

    /**
     * Calculates yields, durations, convexities and DV01s from clean prices in one pass.
     *
     * @param cleanPrices price per 100 of each bond, without accrued interest
     * @param measures filled, a column a measure
     * @param parallelism the threads, who hears of progress, what calls it off
     * @throws InvalidInput if an array has another length than the book
     * @throws CancellationException if it was called off
     */
    public void measuresFromCleanPrices(double[] cleanPrices, BookMeasures measures, Parallelism parallelism) {
        ready("cleanPrices", cleanPrices, measures);
        new BookYields(columns, parallelism).measure(cleanPrices, true, measures);
    }

    /**
     * Calculates prices, durations, convexities and DV01s from yields in one pass.
     *
     * @param yields annual yield of each bond, as a decimal
     * @param measures filled, a column a measure
     * @param parallelism the threads, who hears of progress, what calls it off
     * @throws InvalidInput if an array has another length than the book
     * @throws CancellationException if it was called off
     */
    public void measuresFromYields(double[] yields, BookMeasures measures, Parallelism parallelism) {
        ready("yields", yields, measures);
        new BookYields(columns, parallelism).measure(yields, false, measures);
    }

    /**
     * Calculates the dirty prices at which a curve discounts the bonds to settlement.
     *
     * @param curve a curve whose reference date is settlement or before
     * @param result filled with prices per 100, with accrued interest; a bond beyond the curve's reach fails
     * @param parallelism the threads, who hears of progress, what calls it off
     * @throws InvalidInput if the result has another size or the curve starts after settlement
     * @throws CancellationException if it was called off
     */
    public void dirtyPrices(DiscountCurve curve, BookResult result, Parallelism parallelism) {
        ready(result);
        new BookFlows(columns, settlement, parallelism).dirtyPrices(curve, result);
    }

    /**
     * Calculates Z-spreads from clean prices.
     *
     * @param curve a curve whose reference date is settlement or before
     * @param cleanPrices price per 100 of each bond, without accrued interest
     * @param result filled with spreads on continuously compounded zero rates, as decimals; a bond beyond the curve's reach
     *     fails
     * @param parallelism the threads, who hears of progress, what calls it off
     * @throws InvalidInput if an array has another length than the book or the curve starts after settlement
     * @throws CancellationException if it was called off
     */
    public void zSpreads(DiscountCurve curve, double[] cleanPrices, BookResult result, Parallelism parallelism) {
        ready("cleanPrices", cleanPrices, result);
        new BookFlows(columns, settlement, parallelism).zSpreads(curve, cleanPrices, true, result);
    }

    /**
     * Calculates how the worth of all positions moves with each parameter of a curve, by one sweep back from the positions
     * to the payment days and from the days to the nodes: no curve is bumped, and the cost hardly grows with the nodes.
     *
     * @param curve a curve whose reference date is settlement or before
     * @param faces face amount of each position in money, negative for a short one; bonds that fail count for nothing
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return ∂(Σ face/100 · dirty price)/∂xᵢ for the parameter of the curve's node i, in money per unit of the parameter
     * @throws InvalidInput if a face is not finite, the array has another length or the curve starts after settlement
     * @throws MissingData if the curve does not reach the last payment
     * @throws CancellationException if it was called off
     */
    public double[] nodeSensitivities(DiscountCurve curve, double[] faces, Parallelism parallelism) {
        BookScenarios.requireFaces(faces, columns.size);
        return new BookFlows(columns, settlement, parallelism).nodeSensitivities(curve, faces);
    }

    /**
     * Calculates how each bond answers to the zero rates about each key, by exact derivatives.
     *
     * @param curve a curve whose reference date is settlement or before
     * @param tenors the keys
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return key-rate DV01s per 100 of face; a bond beyond the curve's reach fails
     * @throws InvalidInput if there are more numbers than one array holds, or the curve starts after settlement
     * @throws CancellationException if it was called off
     */
    public BookKeyRates keyRates(DiscountCurve curve, KeyTenors tenors, Parallelism parallelism) {
        BookRows rows = new BookRows(columns.size, tenors.count());
        new BookKeyRisk(columns, new BookGrid(curve, settlement, columns.gridDays), tenors).fill(rows, parallelism);
        return new BookKeyRates(tenors, rows);
    }

    /**
     * Calculates how the worth of all positions answers to the zero rates about each key, by one sweep back.
     *
     * @param curve a curve whose reference date is settlement or before
     * @param tenors the keys
     * @param faces face amount of each position in money, negative for a short one; bonds that fail count for nothing
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return for each key, what the positions together lose when the rates about it rise by one basis point, in money
     * @throws InvalidInput if a face is not finite, the array has another length or the curve starts after settlement
     * @throws MissingData if the curve does not reach the last payment
     * @throws CancellationException if it was called off
     */
    public double[] keyRateDv01s(DiscountCurve curve, KeyTenors tenors, double[] faces, Parallelism parallelism) {
        BookScenarios.requireFaces(faces, columns.size);
        BookFlows flows = new BookFlows(columns, settlement, parallelism);
        return new BookKeyRisk(columns, flows.grid(curve), tenors).total(flows.paidByDay(faces));
    }

    /**
     * Returns the same bonds, each discounted at a spread of its own over whatever curve it is valued off. Where the spreads
     * are the Z-spreads of market prices, the book off today's curve is worth what the market says.
     *
     * @param spreads continuously compounded Z-spread of each bond as a decimal; that of a failed bond is not read
     * @return the book at those spreads
     * @throws InvalidInput if a spread is not finite or the array has another length
     */
    public SpreadBook atSpreads(double[] spreads) {
        requireLength("spreads", spreads);
        for (int k = 0; k < spreads.length; k++) {
            if (columns.chain[k] != BookColumns.NO_CHAIN && !(Math.abs(spreads[k]) < Double.POSITIVE_INFINITY)) {
                throw new InvalidInput("spread of bond " + k, spreads[k], "finite");
            }
        }
        return new SpreadBook(this, columns.discountedBy(spreads), spreads.clone());
    }

    /**
     * Values every bond under every curve of a list, on a grid of discount factors that the bonds share.
     *
     * @param curves curves whose reference dates are settlement or before, such as one curve under many scenarios
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return dirty prices per 100 by bond and curve; a bond beyond a curve's reach fails
     * @throws InvalidInput if there are more numbers than one array holds, or a curve starts after settlement
     * @throws CancellationException if it was called off
     */
    public ScenarioValues revalue(List<? extends DiscountCurve> curves, Parallelism parallelism) {
        return new BookScenarios(columns, settlement, parallelism).revalue(curves);
    }

    /**
     * Values all positions together under every curve of a list: the payments of a day are added up once, so that a
     * scenario costs a look at each payment day and nothing per bond.
     *
     * @param curves curves whose reference dates are settlement or before
     * @param faces face amount of each position in money, negative for a short one; bonds that fail count for nothing
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return Σ face/100 · dirty price under each curve, in money
     * @throws InvalidInput if a face is not finite, the array has another length or a curve starts after settlement
     * @throws MissingData if a curve does not reach the last payment
     * @throws CancellationException if it was called off
     */
    public double[] totals(List<? extends DiscountCurve> curves, double[] faces, Parallelism parallelism) {
        BookScenarios.requireFaces(faces, columns.size);
        return new BookScenarios(columns, settlement, parallelism).totals(curves, faces);
    }

    private void ready(String name, double[] array, BookResult result) {
        requireLength(name, array);
        ready(result);
    }

    private void ready(BookResult result) {
        InvalidInput.unless(result.size() == columns.size, "result.size", result.size(), "the book's size");
        result.clear();
    }

    private void ready(String name, double[] array, BookMeasures measures) {
        requireLength(name, array);
        InvalidInput.unless(measures.size() == columns.size, "measures.size", measures.size(), "the book's size");
        measures.clear();
    }

    private void requireLength(String name, double[] array) {
        InvalidInput.unless(
                array.length == columns.size, name + ".length", array.length, "the book's size " + columns.size);
    }

    @Override
    public String toString() {
        return "BondBook[" + columns.size + " bonds, settlement " + settlement + ", " + columns.gridDays.length
                + " payment days, " + columns.failures.size() + " failed]";
    }
}
