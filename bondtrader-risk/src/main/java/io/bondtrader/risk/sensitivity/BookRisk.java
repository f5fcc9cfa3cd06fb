package io.bondtrader.risk.sensitivity;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.pricing.BookKeyRates;
import io.bondtrader.core.pricing.BookResult;
import io.bondtrader.core.pricing.KeyTenors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

/**
 * How a book answers to rates and spreads, at each security's own Z-spread, in columns that add up.
 *
 * <pre>
 *   V = Σ vₖ                 vₖ = aₖ·P(tₖ)/P(t₀)·e^(−z·τₖ)
 *   DV01 of i = 10⁻⁴ · Σ vₖ·(tₖ·wᵢ(tₖ) − t₀·wᵢ(t₀))      zero rates about key i, by the weights of {@link KeyTenors}
 *   DV01      = Σ DV01 of i                     all zero rates of the curve
 *   CS01      = 10⁻⁴ · Σ vₖ·τₖ                  the Z-spread
 *   convexity = (V(+5 bp) − 2·V + V(−5 bp)) / 25         parallel moves of the zero rates
 *
 *   t  times by the curve      τ  by ACT/365 fixed from settlement      t₀  settlement
 * </pre>
 *
 * <p>DV01s and CS01 are exact derivatives. The convexity is a central difference: its error is of the order of
 * t²·(5 bp)²/12 of itself, below one part in ten thousand for a bond of thirty years.
 *
 * <p>Source: T. S. Y. Ho, "Key Rate Durations: Measures of Interest Rate Risks", Journal of Fixed Income 2(2), 1992, for
 * the weights. The key-rate DV01s of a position add up to its DV01, and those of positions to those of any group.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class BookRisk {

    private static final double BASIS_POINT = 1e-4;
    /** Wide enough for rounding to vanish, narrow enough for the fourth derivative to. */
    private static final double STEP = 5e-4;

    private final ValuedBook book;
    private final KeyTenors tenors;
    final double[] dv01; // per security and 100 of face, in its own currency; so are the next three
    final double[] cs01;
    final double[] convexity;
    private final double[] keyRates; // a security's keys side by side

    private BookRisk(ValuedBook book, KeyTenors tenors, Parallelism parallelism) {
        this.book = book;
        this.tenors = tenors;
        int size = book.securities();
        InvalidInput.unless(
                (long) size * tenors.count() < Integer.MAX_VALUE - 8,
                "key tenors",
                tenors.count(),
                "few enough for one array");
        this.dv01 = new double[size];
        this.cs01 = new double[size];
        this.convexity = new double[size];
        this.keyRates = new double[size * tenors.count()];
        for (SecurityColumns.Section section : book.columns().sections) {
            differentiate(section, parallelism);
        }
    }

    /**
     * Differentiates a book on the calling thread, by the tenors that desks report by.
     *
     * @param book the positions in their market
     * @return the sensitivities
     */
    public static BookRisk of(ValuedBook book) {
        return of(book, KeyTenors.standard(), Parallelism.callingThread());
    }

    /**
     * Differentiates a book.
     *
     * @param book the positions in their market
     * @param tenors the keys of key rates
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return the sensitivities
     * @throws InvalidInput if there are more numbers than one array holds
     * @throws CancellationException if it was called off
     */
    public static BookRisk of(ValuedBook book, KeyTenors tenors, Parallelism parallelism) {
        return new BookRisk(book, tenors, parallelism);
    }

    private void differentiate(SecurityColumns.Section section, Parallelism parallelism) {
        CurrencyBook own = section.book;
        BookKeyRates keys = own.bonds.keyRates(own.curve, tenors, parallelism);
        BookResult spreads = own.bonds.book().newResult();
        own.bonds.spreadDv01s(own.curve, spreads, parallelism);
        double[] up = own.dirtyPrices(CurveScenario.parallel(STEP), null, parallelism);
        double[] down = own.dirtyPrices(CurveScenario.parallel(-STEP), null, parallelism);
        double[] unmoved = own.dirtyPrices(null, null, parallelism);
        double[] row = new double[tenors.count()];
        for (int k = 0; k < up.length; k++) {
            if (own.failures.containsKey(k)) {
                continue;
            }
            int s = section.places[k];
            keys.copyTo(k, row);
            System.arraycopy(row, 0, keyRates, s * row.length, row.length);
            for (double key : row) {
                dv01[s] += key;
            }
            cs01[s] = spreads.value(k);
            double steps = STEP / BASIS_POINT;
            convexity[s] = (up[k] - 2 * unmoved[k] + down[k]) / (steps * steps);
        }
    }

    /** {@return the positions in their market} */
    public ValuedBook book() {
        return book;
    }

    /** {@return the keys of key rates} */
    public KeyTenors keyTenors() {
        return tenors;
    }

    double keyRate(int security, int key) {
        if (key < 0 || key >= tenors.count()) {
            throw new InvalidInput("key", key, "below " + tenors.count());
        }
        return keyRates[security * tenors.count() + key];
    }

    /**
     * Returns one security per 100 of face.
     *
     * @param id its identifier
     * @return its price and sensitivities
     * @throws MissingData if no position holds it
     */
    public SecurityRisk security(String id) {
        int index = book.indexOf(id);
        if (index < 0) {
            throw new MissingData("security " + id + " in the book");
        }
        return new SecurityRisk(this, index);
    }

    /** {@return all securities of the book, per 100 of face, in the order of their first positions} */
    public List<SecurityRisk> securities() {
        List<SecurityRisk> all = new ArrayList<>(book.securities());
        for (int s = 0; s < book.securities(); s++) {
            all.add(new SecurityRisk(this, s));
        }
        return Collections.unmodifiableList(all);
    }

    /**
     * Returns one position.
     *
     * @param index the position's place, from 0
     * @return what it is worth and how it answers
     */
    public RiskTotals position(int index) {
        InvalidInput.unless(index >= 0 && index < book.size(), "position", index, "below " + book.size());
        Sum sum = new Sum();
        sum.add(index);
        return sum.totals();
    }

    /** {@return all positions together} */
    public RiskTotals totals() {
        Sum sum = new Sum();
        for (int i = 0; i < book.size(); i++) {
            sum.add(i);
        }
        return sum.totals();
    }

    /**
     * Adds up by one dimension.
     *
     * @param dimension by what is grouped
     * @return the totals of every group, by its name
     */
    public SortedMap<String, RiskTotals> by(Dimension dimension) {
        SortedMap<String, RiskTotals> totals = new TreeMap<>();
        by(List.of(dimension)).forEach((group, sum) -> totals.put(group.get(0), sum));
        return Collections.unmodifiableSortedMap(totals);
    }

    /**
     * Adds up by several dimensions at once.
     *
     * @param dimensions by what is grouped, at least one
     * @return the totals of every combination of groups that occurs, in the order in which positions first show it
     * @throws InvalidInput if there is no dimension
     */
    public Map<List<String>, RiskTotals> by(List<Dimension> dimensions) {
        InvalidInput.unless(!dimensions.isEmpty(), "dimensions", dimensions, "not empty");
        Map<List<String>, Sum> sums = new LinkedHashMap<>();
        for (int i = 0; i < book.size(); i++) {
            List<String> group = new ArrayList<>(dimensions.size());
            for (Dimension dimension : dimensions) {
                group.add(book.groupOf(i, dimension));
            }
            sums.computeIfAbsent(List.copyOf(group), k -> new Sum()).add(i);
        }
        Map<List<String>, RiskTotals> totals = new LinkedHashMap<>();
        sums.forEach((group, sum) -> totals.put(group, sum.totals()));
        return Collections.unmodifiableMap(totals);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "BookRisk in %s of %s",
                book.market().reportingCurrency().getCurrencyCode(),
                totals());
    }

    /** Adds up positions, in the order in which they come. */
    private final class Sum {

        private int positions;
        private double face;
        private double marketValue;
        private double accrued;
        private double rates;
        private double spreads;
        private double curvature;
        private final double[] keys = new double[tenors.count()];

        void add(int position) {
            int s = book.securityOf(position);
            double units = 0.01 * book.face(position) * book.exchangeRate(s);
            positions++;
            face += book.face(position) * book.exchangeRate(s);
            marketValue += units * book.dirtyPrice(s);
            accrued += units * book.accruedInterest(s);
            rates += units * dv01[s];
            spreads += units * cs01[s];
            curvature += units * convexity[s];
            for (int key = 0; key < keys.length; key++) {
                keys[key] += units * keyRates[s * keys.length + key];
            }
        }

        RiskTotals totals() {
            return new RiskTotals(
                    positions,
                    face,
                    marketValue,
                    accrued,
                    rates,
                    spreads,
                    curvature,
                    Arrays.stream(keys).boxed().toList());
        }
    }
}
