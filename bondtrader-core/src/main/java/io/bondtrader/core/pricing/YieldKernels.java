package io.bondtrader.core.pricing;

import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SplittableRandom;

/** Finds the kernel that solves yields, and takes none that has not proved itself on this JVM. */
final class YieldKernels {

    private static final int TRIALS = 301; // no multiple of any vector's length

    private YieldKernels() {}

    /** The first kernel on the class path that runs here and agrees with the library's own; else the library's own. */
    static YieldKernel find() {
        Iterator<YieldKernel> found = ServiceLoader.load(YieldKernel.class, YieldKernels.class.getClassLoader())
                .iterator();
        YieldKernel best = ScalarYieldKernel.INSTANCE;
        boolean more = true;
        while (more && best == ScalarYieldKernel.INSTANCE) {
            try {
                more = found.hasNext();
                best = more ? proved(found.next()) : best;
            } catch (ServiceConfigurationError | LinkageError unusable) {
                best = ScalarYieldKernel.INSTANCE; // such as a kernel for another JVM: the library's own does the same
            }
        }
        return best;
    }

    private static YieldKernel proved(YieldKernel kernel) {
        return kernel.isSupported() && agrees(kernel) ? kernel : ScalarYieldKernel.INSTANCE;
    }

    /** Whether a kernel leaves a bond alone or gives the library's own yield, for each of some hundred bonds. */
    static boolean agrees(YieldKernel kernel) {
        SplittableRandom random = new SplittableRandom(20260317L);
        double[] dirty = new double[TRIALS];
        int[] whole = new int[TRIALS];
        double[] compounded = new double[TRIALS];
        double[] simple = new double[TRIALS];
        double[] next = new double[TRIALS];
        double[] coupon = new double[TRIALS];
        double[] redemption = new double[TRIALS];
        for (int k = 0; k < TRIALS; k++) {
            whole[k] = random.nextInt(80);
            boolean broken = k % 3 == 0;
            compounded[k] = broken ? 0.0 : random.nextDouble();
            simple[k] = broken ? random.nextDouble() : 0.0;
            coupon[k] = random.nextInt(64) * 0.0625;
            next[k] = k % 11 == 0 ? 0.0 : coupon[k];
            redemption[k] = 100.0;
            double yield = k % 50 == 0 ? 0.0 : -0.02 + 0.12 * random.nextDouble();
            dirty[k] =
                    AnnuityKernel.price(yield, whole[k], compounded[k], simple[k], next[k], coupon[k], redemption[k]);
        }
        double[] theirs = new double[TRIALS];
        double[] ours = new double[TRIALS];
        kernel.solve(dirty, whole, compounded, simple, next, coupon, redemption, 0, TRIALS, theirs);
        ScalarYieldKernel.INSTANCE.solve(dirty, whole, compounded, simple, next, coupon, redemption, 0, TRIALS, ours);
        int left = 0;
        for (int k = 0; k < TRIALS; k++) {
            if (Double.isNaN(theirs[k])) {
                left++;
            } else if (Double.doubleToLongBits(theirs[k]) != Double.doubleToLongBits(ours[k])) {
                return false;
            }
        }
        return left < TRIALS / 2; // a kernel that solves nothing is of no use
    }
}
