package io.bondtrader.core.pricing;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.parallel.Parallelism;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * A book in which each bond has a Z-spread of its own over the curve. The spread is worked into the payments once, so that
 * valuing costs what it costs without spreads, under one curve as under thousands.
 *
 * <pre>
 *   dirty price = Σ aₖ e^(−s·tₖ) P(tₖ)/P(t₀)        tₖ  years by ACT/365 fixed from settlement t₀
 * </pre>
 *
 * <p>Immutable and safe for use by many threads, each with a result of its own.
 */
public final class SpreadBook {

    private final BondBook book;
    private final BookColumns columns;
    private final double[] spreads;

    SpreadBook(BondBook book, BookColumns columns, double[] spreads) {
        this.book = book;
        this.columns = columns;
        this.spreads = spreads;
    }

    /** {@return the bonds without their spreads} */
    public BondBook book() {
        return book;
    }

    /** {@return a copy of the spreads, continuously compounded decimals} */
    public double[] spreads() {
        return spreads.clone();
    }

    /**
     * Values the book off a curve.
     *
     * @param curve a curve whose reference date is settlement or before
     * @param result filled with dirty prices per 100
     * @param parallelism the threads, who hears of progress, what calls it off
     * @throws InvalidInput if the curve starts after settlement or the result has another size
     * @throws CancellationException if it was called off
     */
    public void dirtyPrices(DiscountCurve curve, BookResult result, Parallelism parallelism) {
        ready(result);
        flows(parallelism).dirtyPrices(curve, result);
    }

    /**
     * Returns what one basis point more of its spread takes from each bond.
     *
     * @param curve a curve whose reference date is settlement or before
     * @param result filled with spread DV01s per 100, positive for a bond that pays
     * @param parallelism the threads, who hears of progress, what calls it off
     * @throws InvalidInput if the curve starts after settlement or the result has another size
     * @throws CancellationException if it was called off
     */
    public void spreadDv01s(DiscountCurve curve, BookResult result, Parallelism parallelism) {
        ready(result);
        flows(parallelism).spreadDv01s(curve, result);
    }

    /**
     * Returns what the worth of all positions owes to each node of the curve.
     *
     * @param curve a curve whose reference date is settlement or before
     * @param faces face amount of each position in money, negative for a short one
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return change of worth per unit of each node's value, in money
     * @throws InvalidInput if a face is not finite, the array has another length or the curve starts after settlement
     * @throws MissingData if the curve does not reach the last payment
     * @throws CancellationException if it was called off
     */
    public double[] nodeSensitivities(DiscountCurve curve, double[] faces, Parallelism parallelism) {
        BookScenarios.requireFaces(faces, columns.size);
        return flows(parallelism).nodeSensitivities(curve, faces);
    }

    /**
     * Returns the key-rate DV01s of each bond.
     *
     * @param curve a curve whose reference date is settlement or before
     * @param tenors the keys
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return DV01s per 100 by bond and key
     * @throws InvalidInput if the curve starts after settlement
     * @throws CancellationException if it was called off
     */
    public BookKeyRates keyRates(DiscountCurve curve, KeyTenors tenors, Parallelism parallelism) {
        BookRows rows = new BookRows(columns.size, tenors.count());
        new BookKeyRisk(columns, flows(parallelism).grid(curve), tenors).fill(rows, parallelism);
        return new BookKeyRates(tenors, rows);
    }

    /**
     * Values every bond under every curve of a list, each at its own spread.
     *
     * @param curves curves whose reference dates are settlement or before
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return dirty prices per 100 by bond and curve; a bond beyond a curve's reach fails
     * @throws InvalidInput if there are more numbers than one array holds, or a curve starts after settlement
     * @throws CancellationException if it was called off
     */
    public ScenarioValues revalue(List<? extends DiscountCurve> curves, Parallelism parallelism) {
        return new BookScenarios(columns, book.settlement(), parallelism).revalue(curves);
    }

    /**
     * Values all positions together under every curve of a list.
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
        return new BookScenarios(columns, book.settlement(), parallelism).totals(curves, faces);
    }

    /** {@return what the bonds pay, each amount discounted by its bond's own spread} */
    public BookCashFlows cashFlows() {
        return new BookCashFlows(columns);
    }

    private BookFlows flows(Parallelism parallelism) {
        return new BookFlows(columns, book.settlement(), parallelism);
    }

    private void ready(BookResult result) {
        InvalidInput.unless(result.size() == columns.size, "result.size", result.size(), "the book's size");
        result.clear();
    }

    /** {@return the size and the settlement date} */
    @Override
    public String toString() {
        return "SpreadBook[" + columns.size + " bonds, settlement " + book.settlement() + "]";
    }
}
