package io.bondtrader.risk.sensitivity;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.pricing.KeyTenors;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.verify.CalculationInputs;
import io.bondtrader.core.verify.DualPath;
import io.bondtrader.core.verify.Measure;
import io.bondtrader.core.verify.Tolerance;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A book's sensitivities by two paths. The first differentiates columns of payments; the second values each position alone,
 * off curves and spreads that have been moved a basis point up and down, and takes half the difference:
 *
 * <pre>
 *   DV01 ≈ (V(−1 bp) − V(+1 bp)) / 2        convexity ≈ V(+1 bp) − 2·V + V(−1 bp)
 * </pre>
 *
 * <p>The second path shares with the first neither flows nor sums. Immutable and safe for use by many threads.
 */
public final class VerifiedBookRisk {

    /** What a book is worth with accrued interest. */
    public static final Measure MARKET_VALUE =
            Measure.of("market value of a book", "money", new Tolerance(1e-6, 1e-11));
    /** What a book loses when rates rise by a basis point. */
    public static final Measure BOOK_DV01 = Measure.of("DV01 of a book", "money", new Tolerance(1e-6, 1e-6));
    /** What a book loses when the rates about a key rise by a basis point. */
    public static final Measure KEY_RATE_DV01 =
            Measure.of("key-rate DV01 of a book", "money", new Tolerance(1e-5, 1e-6));
    /** What a book loses when spreads rise by a basis point. */
    public static final Measure BOOK_CS01 = Measure.of("CS01 of a book", "money", new Tolerance(1e-6, 1e-6));
    /** The second derivative of a book's worth for one basis point squared. */
    public static final Measure BOOK_CONVEXITY = Measure.of("convexity of a book", "money", new Tolerance(1e-3, 1e-3));

    private static final double BASIS_POINT = 1e-4;
    private static final String FIRST = "columns of payments";
    private static final String SECOND = "positions one by one, revalued";

    private final BookRisk risk;
    private final Verifier verifier;
    private final List<CurvePricing> pricings = new ArrayList<>();

    private VerifiedBookRisk(BookRisk risk, Verifier verifier) {
        this.risk = risk;
        this.verifier = verifier;
        ValuedBook book = risk.book().requireComplete();
        for (int s = 0; s < book.securities(); s++) {
            pricings.add(CurvePricing.of(book.security(s).bond(), book.market().settlement()));
        }
    }

    /**
     * Prepares the second path of a book's sensitivities.
     *
     * @param risk the first path
     * @param verifier what is checked, and what happens when paths disagree
     * @return the verified sensitivities
     * @throws BondTraderException if a security of the book cannot be valued
     */
    public static VerifiedBookRisk of(BookRisk risk, Verifier verifier) {
        return new VerifiedBookRisk(risk, verifier);
    }

    /** {@return the first path} */
    public BookRisk risk() {
        return risk;
    }

    /**
     * Verifies what the book is worth.
     *
     * @return market value with accrued interest, in the reporting currency, with the evidence
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified marketValue() {
        return marketValue(risk.totals());
    }

    /** Apart from its calculation, so that tests can hand in totals that are wrong. */
    Verified marketValue(RiskTotals totals) {
        return settle(MARKET_VALUE, 0, totals.marketValue(), total(s -> price(s, null, 0)));
    }

    /**
     * Verifies what the book loses when all zero rates rise by one basis point.
     *
     * @return the DV01 in the reporting currency, with the evidence
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified dv01() {
        return dv01(risk.totals());
    }

    Verified dv01(RiskTotals totals) {
        return settle(BOOK_DV01, 0, totals.dv01(), slope(CurveScenario.parallel(BASIS_POINT)));
    }

    /**
     * Verifies what the book loses when the zero rates about a key rise by one basis point.
     *
     * @param key the key, from 0
     * @return the key-rate DV01 in the reporting currency, with the evidence
     * @throws InvalidInput if there is no such key
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified keyRateDv01(int key) {
        return keyRateDv01(key, risk.totals());
    }

    Verified keyRateDv01(int key, RiskTotals totals) {
        KeyTenors tenors = risk.keyTenors();
        InvalidInput.unless(key >= 0 && key < tenors.count(), "key", key, "below " + tenors.count());
        double[] years = new double[tenors.count()];
        for (int k = 0; k < years.length; k++) {
            years[k] = tenors.years(k);
        }
        double second = slope(CurveScenario.keyRate(years, key, BASIS_POINT));
        return settle(KEY_RATE_DV01, key, totals.keyRateDv01s().get(key), second);
    }

    /**
     * Verifies what the book loses when all Z-spreads rise by one basis point.
     *
     * @return the CS01 in the reporting currency, with the evidence
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified cs01() {
        return cs01(risk.totals());
    }

    Verified cs01(RiskTotals totals) {
        double second = 0.5 * total(s -> price(s, null, -BASIS_POINT) - price(s, null, BASIS_POINT));
        return settle(BOOK_CS01, 0, totals.cs01(), second);
    }

    /**
     * Verifies the second derivative by the zero rates.
     *
     * @return the convexity for one basis point squared in the reporting currency, with the evidence
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified convexity() {
        return convexity(risk.totals());
    }

    Verified convexity(RiskTotals totals) {
        CurveScenario up = CurveScenario.parallel(BASIS_POINT);
        CurveScenario down = CurveScenario.parallel(-BASIS_POINT);
        double second = total(s -> price(s, up, 0) - 2 * price(s, null, 0) + price(s, down, 0));
        return settle(BOOK_CONVEXITY, 0, totals.convexity(), second);
    }

    private double slope(CurveScenario up) {
        CurveScenario down = up.times(-1);
        return 0.5 * total(s -> price(s, down, 0) - price(s, up, 0));
    }

    private double price(int s, @Nullable CurveScenario move, double spreadShift) {
        Security security = risk.book().security(s);
        DiscountCurve curve = risk.book().market().curve(security.currency());
        double spread = risk.book().zSpread(s) + spreadShift;
        return pricings.get(s).dirtyPriceFromZSpread(move == null ? curve : move.applyTo(curve), spread);
    }

    /** Adds up positions backwards, one by one, in their own exact faces. */
    private double total(ToDoubleFunction<Integer> per100) {
        ValuedBook book = risk.book();
        double[] known = new double[book.securities()];
        for (int s = 0; s < known.length; s++) {
            known[s] = per100.applyAsDouble(s);
        }
        double sum = 0;
        for (int i = book.size() - 1; i >= 0; i--) {
            Security security = book.positions().get(i).security();
            double rate = book.market().exchangeRate(security.currency());
            double face = book.positions().get(i).face().doubleValue();
            sum += face / 100 * rate * known[book.securityOf(i)];
        }
        return sum;
    }

    private Verified settle(Measure measure, int argument, double first, double second) {
        CalculationInputs inputs = (asked, at) -> Map.of(
                "positions", risk.book().size(),
                "securities", risk.book().securities(),
                "settlement", risk.book().market().settlement(),
                "key", argument);
        return verifier.verify(new DualPath(measure, FIRST, SECOND), inputs, argument, first, second, 0);
    }

    @Override
    public String toString() {
        return "VerifiedBookRisk[" + risk + "]";
    }
}
