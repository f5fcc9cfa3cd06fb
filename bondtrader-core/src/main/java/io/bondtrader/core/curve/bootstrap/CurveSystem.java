package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * The equations of one curve, or of two that are solved for together: each instrument's implied quote is its quote.
 * Unknowns are the node values of the first curve, then those of the second, in order of pillars; equations likewise.
 *
 * <p>Immutable.
 */
final class CurveSystem {

    private final List<CurveShape> shapes;
    private final List<List<CurveInstrument>> instruments;
    private final @Nullable DiscountCurve given;

    /**
     * @param shapes the curve, or the discounting and the projection curve
     * @param instruments those of each curve, by pillar
     * @param given discounts, if that is not for the first curve to do
     */
    CurveSystem(List<CurveShape> shapes, List<List<CurveInstrument>> instruments, @Nullable DiscountCurve given) {
        this.shapes = shapes;
        this.instruments = instruments;
        this.given = given;
    }

    int size() {
        return shapes.stream().mapToInt(CurveShape::size).sum();
    }

    int curves() {
        return shapes.size();
    }

    CurveShape shape(int curve) {
        return shapes.get(curve);
    }

    List<CurveInstrument> instruments(int curve) {
        return instruments.get(curve);
    }

    /** Index of the first unknown of a curve. */
    int offset(int curve) {
        return curve == 0 ? 0 : shapes.get(0).size();
    }

    CurveInstrument instrument(int equation) {
        int first = shapes.get(0).size();
        return equation < first
                ? instruments.get(0).get(equation)
                : instruments.get(1).get(equation - first);
    }

    DiscountCurve[] draw(double[] values) {
        DiscountCurve[] curves = new DiscountCurve[shapes.size()];
        for (int c = 0; c < curves.length; c++) {
            curves[c] = shapes.get(c).draw(part(values, c), shapes.get(c).size());
        }
        return curves;
    }

    /** The curves in the form that users get. */
    DiscountCurve[] results(double[] values) {
        DiscountCurve[] curves = new DiscountCurve[shapes.size()];
        for (int c = 0; c < curves.length; c++) {
            curves[c] = shapes.get(c).result(part(values, c));
        }
        return curves;
    }

    double[] part(double[] values, int curve) {
        return Arrays.copyOfRange(
                values, offset(curve), offset(curve) + shapes.get(curve).size());
    }

    DiscountCurve discounting(DiscountCurve[] curves) {
        return given == null ? curves[0] : given;
    }

    static DiscountCurve projection(DiscountCurve[] curves) {
        return curves[curves.length - 1];
    }

    /** Implied quotes less quotes. */
    double[] residuals(double[] values) {
        return residuals(draw(values));
    }

    double[] residuals(DiscountCurve[] curves) {
        double[] residuals = new double[size()];
        for (int k = 0; k < residuals.length; k++) {
            CurveInstrument instrument = instrument(k);
            residuals[k] = instrument.impliedQuote(discounting(curves), projection(curves)) - instrument.quote();
        }
        return residuals;
    }

    /** The same of values that a solver tries out: not numbers where they make no curve. */
    double[] triedResiduals(double[] values) {
        try {
            return residuals(values);
        } catch (InvalidInput noCurve) {
            double[] residuals = new double[values.length];
            Arrays.fill(residuals, Double.NaN);
            return residuals;
        }
    }

    /** Element (i, j) is the derivative of the implied quote of equation i by unknown j. */
    DMatrixRMaj derivatives(double[] values) {
        DiscountCurve[] curves = draw(values);
        DMatrixRMaj derivatives = new DMatrixRMaj(values.length, values.length);
        double[] byProjection = new double[shapes.get(curves.length - 1).size()];
        double[] byDiscounting = given != null
                ? new double[given.nodes().size()]
                : curves.length == 1 ? byProjection : new double[shapes.get(0).size()];
        for (int i = 0; i < values.length; i++) {
            Arrays.fill(byDiscounting, 0.0);
            Arrays.fill(byProjection, 0.0);
            instrument(i)
                    .addQuoteSensitivities(discounting(curves), projection(curves), 1.0, byDiscounting, byProjection);
            if (curves.length == 2) {
                System.arraycopy(byDiscounting, 0, derivatives.data, i * values.length, byDiscounting.length);
            }
            System.arraycopy(
                    byProjection,
                    0,
                    derivatives.data,
                    i * values.length + offset(curves.length - 1),
                    byProjection.length);
        }
        return derivatives;
    }

    /** Element [i][j] is the derivative of the implied quote of equation i by parameter j of the given curve. */
    double[][] derivativesByGivenCurve(double[] values, DiscountCurve discounting) {
        DiscountCurve[] curves = draw(values);
        double[][] derivatives = new double[values.length][discounting.nodes().size()];
        double[] byProjection = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            instrument(i).addQuoteSensitivities(discounting, projection(curves), 1.0, derivatives[i], byProjection);
        }
        return derivatives;
    }

    /** The largest residual, relative to quotes above 1; infinite if one is not a number. */
    double norm(double[] residuals) {
        double norm = 0.0;
        for (int k = 0; k < residuals.length; k++) {
            double scaled = Math.abs(residuals[k]) / scale(k);
            if (!(scaled < Double.POSITIVE_INFINITY)) {
                return Double.POSITIVE_INFINITY;
            }
            norm = Math.max(norm, scaled);
        }
        return norm;
    }

    double scale(int equation) {
        return Math.max(1.0, Math.abs(instrument(equation).quote()));
    }

    int worst(double[] residuals) {
        int worst = 0;
        for (int k = 0; k < residuals.length; k++) {
            if (!(Math.abs(residuals[k]) / scale(k) <= Math.abs(residuals[worst]) / scale(worst))) {
                worst = k;
            }
        }
        return worst;
    }

    /** A zero rate for each unknown to start from: what the instrument alone would say of a flat curve. */
    double[] firstGuess() {
        double[] guess = new double[size()];
        for (int c = 0; c < shapes.size(); c++) {
            for (int k = 0; k < shapes.get(c).size(); k++) {
                double rate = FlatRate.of(instruments.get(c).get(k));
                guess[offset(c) + k] = shapes.get(c).valueFromZeroRate(k, rate);
            }
        }
        return guess;
    }
}
