package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;

/**
 * The monotone convex method of Hagan and West: through zero rates, so that instantaneous forward rates are continuous and
 * their mean over each segment is the forward rate between its nodes. Reaches from time 0 to the last node; a zero rate at
 * time 0 has no say, as the forward rate there follows from the rest.
 *
 * <pre>
 *   fᵈᵢ = (rᵢtᵢ − rᵢ₋₁tᵢ₋₁)/hᵢ                        hᵢ = tᵢ − tᵢ₋₁
 *   fᵢ  = (hᵢ·fᵈᵢ₊₁ + hᵢ₊₁·fᵈᵢ)/(hᵢ + hᵢ₊₁)           f₀ = (3·fᵈ₁ − f₁)/2     fₙ = (3·fᵈₙ − fₙ₋₁)/2
 *   positive: fᵢ is cut to 0 … 2·min(fᵈᵢ, fᵈᵢ₊₁)
 *   f(t) = fᵈᵢ + g((t − tᵢ₋₁)/hᵢ)                     g by {@link ForwardShape} from fᵢ₋₁ − fᵈᵢ to fᵢ − fᵈᵢ
 * </pre>
 *
 * <p>Source: P. S. Hagan and G. West, "Interpolation Methods for Curve Construction", Applied Mathematical Finance 13(2),
 * 2006, section 6.
 */
final class MonotoneConvexInterpolation implements Interpolation {

    private final double[] time; // time[0] is 0
    private final int shift; // node i of the method is point i − shift of the caller
    private final double[] logAccount; // r·t at each node
    private final double[] discrete; // fᵈ of the segment that ends at each node
    private final double[] onEarlier; // ∂fᵢ by the fᵈ of the earlier of the two segments that it follows from
    private final double[] onLater;
    private final double[] forward;
    private final ForwardShape[] shapes; // of the segment that ends at each node

    MonotoneConvexInterpolation(double[] x, double[] y, boolean positive) {
        InvalidInput.unless(x[0] >= 0.0, "x", x[0], "0 or more: these are times");
        InvalidInput.unless(x[x.length - 1] > 0.0, "x", x[x.length - 1], "after 0 at the last node");
        this.shift = x[0] == 0.0 ? 0 : 1;
        int n = x.length + shift;
        this.time = new double[n];
        System.arraycopy(x, 0, time, shift, x.length);
        this.logAccount = new double[n];
        this.discrete = new double[n];
        for (int i = 1; i < n; i++) {
            logAccount[i] = y[i - shift] * time[i];
            discrete[i] = (logAccount[i] - logAccount[i - 1]) / (time[i] - time[i - 1]);
        }
        this.forward = new double[n];
        this.onEarlier = new double[n];
        this.onLater = new double[n];
        followForwards();
        if (positive) {
            for (int i = 0; i < n; i++) {
                cut(i);
            }
        }
        this.shapes = new ForwardShape[n];
        for (int i = 1; i < n; i++) {
            shapes[i] = new ForwardShape(forward[i - 1] - discrete[i], forward[i] - discrete[i]);
        }
    }

    private void followForwards() {
        int last = time.length - 1;
        if (last == 1) {
            onLater[0] = 1.0;
            onLater[1] = 1.0;
        } else {
            for (int i = 1; i < last; i++) {
                onLater[i] = (time[i] - time[i - 1]) / (time[i + 1] - time[i - 1]);
                onEarlier[i] = 1.0 - onLater[i];
            }
            onEarlier[0] = 1.5 - 0.5 * onEarlier[1];
            onLater[0] = -0.5 * onLater[1];
            onEarlier[last] = -0.5 * onEarlier[last - 1];
            onLater[last] = 1.5 - 0.5 * onLater[last - 1];
        }
        for (int i = 0; i <= last; i++) {
            forward[i] = onEarlier[i] * discrete[earlier(i)] + onLater[i] * discrete[later(i)];
        }
    }

    /** The segments that the forward rate of node i follows from. */
    private int earlier(int i) {
        return Math.max(1, later(i) - 1);
    }

    private int later(int i) {
        int last = time.length - 1;
        return i == last ? last : Math.min(i == 0 ? 2 : i + 1, last);
    }

    private void cut(int i) {
        int last = time.length - 1;
        int before = Math.max(i, 1);
        int after = Math.min(i + 1, last);
        int lower = discrete[before] <= discrete[after] ? before : after;
        double limit = 2.0 * discrete[lower];
        if (limit < 0.0) {
            return; // a negative mean cannot be kept with positive rates
        }
        if (forward[i] < 0.0) {
            forward[i] = 0.0;
            onEarlier[i] = 0.0;
            onLater[i] = 0.0;
        } else if (forward[i] > limit) {
            forward[i] = limit;
            onEarlier[i] = lower == later(i) ? 0.0 : 2.0;
            onLater[i] = lower == later(i) ? 2.0 : 0.0;
        }
    }

    @Override
    public double value(double at) {
        int i = Segments.segmentOf(time, at) + 1;
        return at > 0.0 ? account(i, at) / at : forwardRate(i, at);
    }

    @Override
    public double slope(double at) {
        int i = Segments.segmentOf(time, at) + 1;
        if (at > 0.0) {
            return (forwardRate(i, at) - account(i, at) / at) / at;
        }
        return 0.5 * shapes[i].slope(0.0) / width(i); // r = f₀ + f′(0)·t/2 + … at the start
    }

    @Override
    public void addSensitivities(double at, double weight, double[] sensitivities, int offset) {
        int i = Segments.segmentOf(time, at) + 1;
        if (at > 0.0) {
            addAccount(i, at, weight / at, sensitivities, offset);
        } else {
            addForwardRate(i, at, weight, sensitivities, offset);
        }
    }

    @Override
    public void addSlopeSensitivities(double at, double weight, double[] sensitivities, int offset) {
        int i = Segments.segmentOf(time, at) + 1;
        if (at > 0.0) {
            addForwardRate(i, at, weight / at, sensitivities, offset);
            addAccount(i, at, -weight / at / at, sensitivities, offset);
            return;
        }
        double scale = 0.5 * weight / width(i);
        double by0 = shapes[i].slopeAtStartDerivative(true);
        double by1 = shapes[i].slopeAtStartDerivative(false);
        addShape(i, 0.0, scale * by0, scale * by1, sensitivities, offset);
    }

    private double width(int i) {
        return time[i] - time[i - 1];
    }

    /** r·t. */
    private double account(int i, double at) {
        double h = width(i);
        double u = (at - time[i - 1]) / h;
        return logAccount[i - 1] + h * (discrete[i] * u + shapes[i].area(u));
    }

    private double forwardRate(int i, double at) {
        return discrete[i] + shapes[i].value((at - time[i - 1]) / width(i));
    }

    private void addAccount(int i, double at, double weight, double[] sensitivities, int offset) {
        double h = width(i);
        double u = (at - time[i - 1]) / h;
        if (i > 1) {
            sensitivities[offset + i - 1 - shift] += weight * time[i - 1];
        }
        double by0 = h * weight * shapes[i].areaDerivative(u, true);
        double by1 = h * weight * shapes[i].areaDerivative(u, false);
        addShape(i, h * weight * u, by0, by1, sensitivities, offset);
    }

    private void addForwardRate(int i, double at, double weight, double[] sensitivities, int offset) {
        double u = (at - time[i - 1]) / width(i);
        double by0 = weight * shapes[i].valueDerivative(u, true);
        double by1 = weight * shapes[i].valueDerivative(u, false);
        addShape(i, weight, by0, by1, sensitivities, offset);
    }

    /** By the mean of segment i, and by the departures from it at both of its ends. */
    private void addShape(int i, double byMean, double by0, double by1, double[] sensitivities, int offset) {
        addDiscrete(i, byMean - by0 - by1, sensitivities, offset);
        addForward(i - 1, by0, sensitivities, offset);
        addForward(i, by1, sensitivities, offset);
    }

    private void addForward(int i, double weight, double[] sensitivities, int offset) {
        addDiscrete(earlier(i), weight * onEarlier[i], sensitivities, offset);
        addDiscrete(later(i), weight * onLater[i], sensitivities, offset);
    }

    private void addDiscrete(int i, double weight, double[] sensitivities, int offset) {
        double scale = weight / width(i);
        sensitivities[offset + i - shift] += scale * time[i];
        if (i > 1) {
            sensitivities[offset + i - 1 - shift] -= scale * time[i - 1];
        }
    }
}
