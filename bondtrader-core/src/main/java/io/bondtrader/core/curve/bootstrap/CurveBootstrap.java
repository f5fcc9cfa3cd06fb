package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.curve.CurveInterpolation;
import io.bondtrader.core.curve.CurveNode;
import io.bondtrader.core.curve.CurveQuantity;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.Interpolator;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.time.DayCounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a curve is to be built from, and how: the node values x that solve
 *
 * <pre>
 *   qᵢ(x) = qᵢ        for every instrument i
 *
 *   qᵢ(x)  quote that the instrument has off the curve        qᵢ  quote that it has in the market
 * </pre>
 *
 * <p>There is one node at the pillar of each instrument, and a point at time 0 that carries the first pillar's zero rate.
 * After the last pillar the zero rate stays what it is there. Quotes of any sign are ordinary.
 *
 * <p>Source: P. S. Hagan and G. West, "Interpolation Methods for Curve Construction", Applied Mathematical Finance 13(2),
 * 2006, section 2.
 *
 * <p>Immutable and safe for use by many threads; each {@code with…} method returns an altered copy.
 */
public final class CurveBootstrap {

    private final LocalDate referenceDate;
    private final List<CurveInstrument> instruments; // by pillar
    private final String name;
    private final CurveQuantity quantity;
    private final Interpolator interpolator;
    private final List<TurnOfYear> turns;
    private final @Nullable DiscountCurve discounting;
    private final BootstrapMethod method;

    private CurveBootstrap(
            LocalDate referenceDate,
            List<CurveInstrument> instruments,
            String name,
            CurveQuantity quantity,
            Interpolator interpolator,
            List<TurnOfYear> turns,
            @Nullable DiscountCurve discounting,
            BootstrapMethod method) {
        this.referenceDate = referenceDate;
        this.instruments = instruments;
        this.name = Objects.requireNonNull(name);
        this.quantity = Objects.requireNonNull(quantity);
        this.interpolator = Objects.requireNonNull(interpolator);
        this.turns = List.copyOf(turns);
        this.discounting = discounting;
        this.method = Objects.requireNonNull(method);
    }

    /**
     * Returns a bootstrap with straight lines between zero rates, solved all at once.
     *
     * @param referenceDate the day on which a discount factor is 1
     * @param instruments what the curve reprices; in any order, each with a pillar of its own
     * @return the bootstrap
     * @throws InvalidInput if there is no instrument, two share a pillar, or one starts before the reference date
     */
    public static CurveBootstrap of(LocalDate referenceDate, List<? extends CurveInstrument> instruments) {
        InvalidInput.unless(!instruments.isEmpty(), "instruments", instruments, "at least one");
        InvalidInput.unless(
                referenceDate.getYear() >= 1600 && referenceDate.getYear() <= 3000,
                "referenceDate",
                referenceDate,
                "in years 1600 to 3000");
        List<CurveInstrument> sorted = new ArrayList<>(instruments);
        sorted.sort(Comparator.comparing(CurveInstrument::pillar));
        for (int k = 0; k < sorted.size(); k++) {
            CurveInstrument instrument = sorted.get(k);
            InvalidInput.unless(
                    !instrument.start().isBefore(referenceDate),
                    "start of " + instrument.label(),
                    instrument.start(),
                    "on or after the reference date " + referenceDate);
            if (k > 0 && sorted.get(k - 1).pillar().equals(instrument.pillar())) {
                throw new InvalidInput(
                        "pillar of " + instrument.label(),
                        instrument.pillar(),
                        "another than that of " + sorted.get(k - 1).label());
            }
        }
        return new CurveBootstrap(
                referenceDate,
                List.copyOf(sorted),
                "bootstrapped",
                CurveQuantity.ZERO_RATE,
                Interpolators.LINEAR,
                List.of(),
                null,
                BootstrapMethod.GLOBAL);
    }

    /**
     * Names the curve.
     *
     * @param name what the curve is called
     * @return the altered copy
     */
    public CurveBootstrap withName(String name) {
        return new CurveBootstrap(referenceDate, instruments, name, quantity, interpolator, turns, discounting, method);
    }

    /**
     * Chooses what is interpolated and how.
     *
     * @param quantity what the nodes hold
     * @param interpolator how the values between the nodes follow
     * @return the altered copy
     */
    public CurveBootstrap withInterpolation(CurveQuantity quantity, Interpolator interpolator) {
        return new CurveBootstrap(referenceDate, instruments, name, quantity, interpolator, turns, discounting, method);
    }

    /**
     * Chooses what is interpolated and how.
     *
     * @param interpolation one of the usual pairs
     * @return the altered copy
     */
    public CurveBootstrap withInterpolation(CurveInterpolation interpolation) {
        return withInterpolation(interpolation.quantity(), interpolation.interpolator());
    }

    /**
     * Puts spans of dearer money on top of the interpolation.
     *
     * @param turns the turns of years, with their given sizes
     * @return the altered copy
     * @throws InvalidInput if a turn starts before the reference date
     */
    public CurveBootstrap withTurnsOfYear(List<TurnOfYear> turns) {
        for (TurnOfYear turn : turns) {
            InvalidInput.unless(
                    !turn.from().isBefore(referenceDate), "turn of year", turn.from(), "not before " + referenceDate);
        }
        return new CurveBootstrap(referenceDate, instruments, name, quantity, interpolator, turns, discounting, method);
    }

    /**
     * Discounts with a curve that is known already; the bootstrap then solves for the projection curve of an index, and
     * all instruments must look at that.
     *
     * @param discounting discounts all payments; its reference date is that of the bootstrap
     * @return the altered copy
     * @throws InvalidInput if the curve has another reference date, or an instrument does not look at the projection curve
     */
    public CurveBootstrap withDiscounting(DiscountCurve discounting) {
        InvalidInput.unless(
                discounting.referenceDate().equals(referenceDate),
                "reference date of the discounting curve",
                discounting.referenceDate(),
                referenceDate.toString());
        for (CurveInstrument instrument : instruments) {
            boolean projects = instrument instanceof Deposit
                    || instrument instanceof ForwardRateAgreement
                    || instrument instanceof RateFuture
                    || instrument instanceof FixedFloatSwap;
            InvalidInput.unless(
                    projects,
                    "instrument",
                    instrument.label(),
                    "a deposit, FRA, future or fixed-float swap where the discounting curve is given");
        }
        return new CurveBootstrap(referenceDate, instruments, name, quantity, interpolator, turns, discounting, method);
    }

    /**
     * Chooses how the curve is solved for.
     *
     * @param method the method
     * @return the altered copy
     */
    public CurveBootstrap withMethod(BootstrapMethod method) {
        return new CurveBootstrap(referenceDate, instruments, name, quantity, interpolator, turns, discounting, method);
    }

    /**
     * Replaces the quotes, as for a bump.
     *
     * @param quotes one for each instrument, in the order of {@link #instruments()}
     * @return the altered copy
     * @throws InvalidInput if there are more or fewer quotes than instruments, or one is not possible
     */
    public CurveBootstrap withQuotes(double[] quotes) {
        InvalidInput.unless(
                quotes.length == instruments.size(), "quotes.length", quotes.length, "" + instruments.size());
        List<CurveInstrument> altered = new ArrayList<>();
        for (int k = 0; k < quotes.length; k++) {
            altered.add(instruments.get(k).withQuote(quotes[k]));
        }
        return new CurveBootstrap(
                referenceDate, List.copyOf(altered), name, quantity, interpolator, turns, discounting, method);
    }

    /** {@return the instruments, in the order of their pillars} */
    public List<CurveInstrument> instruments() {
        return instruments;
    }

    /** {@return the day on which a discount factor is 1} */
    public LocalDate referenceDate() {
        return referenceDate;
    }

    /** {@return the curve that discounts, if one was given} */
    public Optional<DiscountCurve> discounting() {
        return Optional.ofNullable(discounting);
    }

    /** {@return how the curve is solved for} */
    public BootstrapMethod method() {
        return method;
    }

    /**
     * Solves for the curve.
     *
     * @return the curve, with its evidence
     * @throws NotConverged if no curve of this kind reprices the quotes within 1e-12 (of a price: relative to it); the
     *     message names the instrument that fails first or worst
     * @throws InvalidInput if the interpolation needs more pillars, or refuses their values
     * @throws MissingData if a given discounting curve ends before the instruments do
     */
    public BootstrappedCurve solve() {
        CurveSystem system = new CurveSystem(List.of(shape()), List.of(instruments), discounting);
        Solution solution = solve(system, method);
        double[][] jacobian = QuoteJacobian.of(system, solution.values());
        double[][] byDiscounting = discounting == null
                ? new double[instruments.size()][0]
                : QuoteJacobian.byGivenCurve(system, solution.values(), jacobian, discounting);
        return result(system, 0, solution, jacobian, byDiscounting, method);
    }

    /**
     * Solves for a discounting and a projection curve together.
     *
     * @param discounting what the discounting curve is built from
     * @param projection what the projection curve is built from; both have one reference date, and neither was given a
     *     discounting curve. Its method is not used
     * @return both curves, with their evidence
     * @throws InvalidInput if the reference dates differ or a discounting curve was given
     * @throws NotConverged if no curves of this kind reprice the quotes; the message names the worst instrument
     */
    public static JointCurves jointly(CurveBootstrap discounting, CurveBootstrap projection) {
        InvalidInput.unless(
                projection.referenceDate.equals(discounting.referenceDate),
                "reference date of the projection curve",
                projection.referenceDate,
                "that of the discounting curve, " + discounting.referenceDate);
        InvalidInput.unless(
                discounting.discounting == null && projection.discounting == null,
                "discounting curve",
                "given",
                "solved for, not given");
        CurveSystem system = new CurveSystem(
                List.of(discounting.shape(), projection.shape()),
                List.of(discounting.instruments, projection.instruments),
                null);
        BootstrapMethod method = discounting.method;
        Solution solution = solve(system, method);
        double[][] jacobian = QuoteJacobian.of(system, solution.values());
        BootstrappedCurve[] results = new BootstrappedCurve[2];
        for (int c = 0; c < 2; c++) {
            int size = system.shape(c).size();
            double[][] own = QuoteJacobian.block(jacobian, system.offset(c), size);
            results[c] = result(system, c, solution, own, new double[size][0], method);
        }
        return new JointCurves(results[0], results[1], jacobian);
    }

    private static Solution solve(CurveSystem system, BootstrapMethod method) {
        return method == BootstrapMethod.GLOBAL ? GlobalSolver.solve(system) : SequentialSolver.solve(system);
    }

    private static BootstrappedCurve result(
            CurveSystem system,
            int curve,
            Solution solution,
            double[][] jacobian,
            double[][] byDiscounting,
            BootstrapMethod method) {
        DiscountCurve[] curves = system.results(solution.values());
        double[] residuals = system.residuals(curves);
        if (!(system.norm(residuals) <= GlobalSolver.MET)) {
            throw GlobalSolver.notConverged(system, residuals, solution.values(), solution.iterations());
        }
        return new BootstrappedCurve(
                curves[curve],
                system.instruments(curve),
                system.part(solution.values(), curve),
                jacobian,
                byDiscounting,
                system.part(residuals, curve),
                method,
                solution.iterations());
    }

    private CurveShape shape() {
        List<CurveNode> nodes = new ArrayList<>();
        for (CurveInstrument instrument : instruments) {
            double years = DayCounts.ACT_365F.yearFraction(referenceDate, instrument.pillar());
            nodes.add(new CurveNode(instrument.label(), instrument.pillar(), years));
        }
        return new CurveShape(name, referenceDate, nodes, quantity, interpolator, turns);
    }

    @Override
    public String toString() {
        return "CurveBootstrap[" + name + ", " + referenceDate + ", " + instruments.size() + " instruments, "
                + interpolator.officialName() + ", " + method + "]";
    }
}
