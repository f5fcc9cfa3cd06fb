package io.bondtrader.core.curve;

/** Finds the segment of a curve that a point lies in. */
final class Segments {

    private Segments() {}

    /**
     * Returns the last index whose element is at most {@code at}; 0 if none is.
     *
     * @param x ascending
     */
    static int indexOf(double[] x, double at) {
        int low = 0;
        int high = x.length;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (x[middle] <= at) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Returns the index where the segment begins that {@code at} lies in; at the last point, the last segment.
     *
     * @param x ascending
     */
    static int segmentOf(double[] x, double at) {
        int k = indexOf(x, at);
        return k == x.length - 1 && k > 0 ? k - 1 : k;
    }
}
