package io.bondtrader.risk.limit;

import io.bondtrader.risk.var.QuantileConvention;
import java.util.Arrays;

/**
 * Reads value at risk or expected shortfall off unordered losses of equal weight, by the definitions of {@link
 * QuantileConvention}, without sorting them: the worst few are kept in order on one pass, or, where they are many, are
 * found by partition (C. A. R. Hoare, "Algorithm 65: Find", Communications of the ACM 4, 1961). Not safe for use by
 * several threads.
 */
final class TailReader {

    private static final int FEW = 64;

    private final boolean shortfall;
    private final boolean beyondQuantile; // the shortfall is the mean of losses at or beyond the quantile
    private final double upperWeight; // of the worse of the two losses between which the quantile lies
    private final double lastWeight; // of the last loss in a coherent shortfall
    private final int count; // of worst losses that are read
    private final double[] worst; // ascending

    private TailReader(boolean shortfall, boolean beyondQuantile, double upperWeight, double lastWeight, int count) {
        this.shortfall = shortfall;
        this.beyondQuantile = beyondQuantile;
        this.upperWeight = upperWeight;
        this.lastWeight = lastWeight;
        this.count = count;
        this.worst = new double[count];
    }

    static TailReader valueAtRisk(int n, double confidence, QuantileConvention convention) {
        return of(n, confidence, convention, false);
    }

    static TailReader expectedShortfall(int n, double confidence, QuantileConvention convention) {
        return of(n, confidence, convention, true);
    }

    /** The worst loss of all. */
    static TailReader worst() {
        return new TailReader(false, false, 0, 1, 1);
    }

    private static TailReader of(int n, double confidence, QuantileConvention convention, boolean shortfall) {
        double position = switch (convention) {
            case LINEAR -> 1 + confidence * (n - 1);
            case WEIBULL -> confidence * (n + 1);
            case MEDIAN_UNBIASED -> confidence * (n + 1.0 / 3) + 1.0 / 3;
            case ORDER_STATISTIC, COHERENT -> Double.NaN;
        };
        if (!Double.isNaN(position)) {
            double within = Math.max(1, Math.min(n, position));
            int below = (int) Math.floor(within);
            double fraction = below >= n ? 0 : within - below;
            return new TailReader(shortfall, true, fraction, 1, n - below + 1);
        }
        double tail = (1 - confidence) * n;
        double whole = Math.rint(tail);
        double exact = Math.abs(tail - whole) < 1e-9 * Math.max(1, whole) ? whole : Math.ceil(tail);
        int k = (int) Math.min(n, Math.max(1, exact));
        double last = convention == QuantileConvention.COHERENT ? Math.max(0, Math.min(1, tail - (k - 1))) : 1;
        return new TailReader(shortfall, false, 0, last, k);
    }

    /** Reads the figure; may change the order of the losses. */
    double read(double[] losses) {
        double[] ordered = count <= FEW ? few(losses) : many(losses);
        double quantile = ordered[0];
        if (upperWeight > 0) {
            quantile = upperWeight * ordered[1] + (1 - upperWeight) * ordered[0];
        }
        if (!shortfall) {
            return quantile;
        }
        return beyondQuantile ? meanBeyond(losses, quantile) : meanOfWorst(ordered);
    }

    private double meanOfWorst(double[] ordered) {
        double sum = lastWeight * ordered[0];
        for (int k = 1; k < count; k++) {
            sum += ordered[k];
        }
        return sum / (count - 1 + lastWeight);
    }

    private static double meanBeyond(double[] losses, double quantile) {
        double threshold = quantile - 1e-12 * Math.abs(quantile); // as PnlVectors reads it
        double sum = 0;
        int beyond = 0;
        for (double loss : losses) {
            if (loss >= threshold) {
                sum += loss;
                beyond++;
            }
        }
        return sum / Math.max(1, beyond);
    }

    /** The worst losses, ascending, by insertion. */
    private double[] few(double[] losses) {
        int filled = 0;
        for (double loss : losses) {
            if (filled == count && loss <= worst[0]) {
                continue;
            }
            int at;
            if (filled < count) {
                at = filled++;
                while (at > 0 && worst[at - 1] > loss) {
                    worst[at] = worst[at - 1];
                    at--;
                }
            } else {
                at = 0;
                while (at + 1 < count && worst[at + 1] < loss) {
                    worst[at] = worst[at + 1];
                    at++;
                }
            }
            worst[at] = loss;
        }
        return worst;
    }

    /** The worst losses; the first two ascend. */
    private double[] many(double[] losses) {
        int n = losses.length;
        partition(losses, n - count);
        System.arraycopy(losses, n - count, worst, 0, count);
        int smallest = 1;
        for (int k = 2; k < count; k++) {
            smallest = worst[k] < worst[smallest] ? k : smallest;
        }
        double second = worst[smallest];
        worst[smallest] = worst[1];
        worst[1] = second;
        return worst;
    }

    /** Puts the k-th smallest in its place, smaller ones before and larger ones after it. */
    private static void partition(double[] a, int k) {
        int left = 0;
        int right = a.length - 1;
        while (left < right) {
            double pivot = median(a[left], a[(left + right) >>> 1], a[right]);
            int i = left;
            int j = right;
            while (i <= j) {
                while (a[i] < pivot) {
                    i++;
                }
                while (a[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swapped = a[i];
                    a[i++] = a[j];
                    a[j--] = swapped;
                }
            }
            if (k <= j) {
                right = j;
            } else if (k >= i) {
                left = i;
            } else {
                return;
            }
        }
    }

    private static double median(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    @Override
    public String toString() {
        return "TailReader[" + count + " worst, " + Arrays.toString(worst) + "]";
    }
}
