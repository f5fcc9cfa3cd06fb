package io.bondtrader.compliance.surveillance.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** Seeded draws, the same on every machine. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    /** Another stream of draws, so that what one agent draws leaves the others alone. */
    Chance split() {
        return new Chance(random.split());
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** As likely between 1 and 2 as between 2 and 4. */
    double logBetween(double low, double high) {
        return low * StrictMath.pow(high / low, random.nextDouble());
    }

    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    long seconds(double low, double high) {
        return (long) (1e9 * between(low, high));
    }

    /** Waiting time of a Poisson process. */
    long waiting(double meanSeconds) {
        return 1 + (long) (-1e9 * meanSeconds * StrictMath.log(1 - random.nextDouble()));
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    int sign() {
        return random.nextBoolean() ? 1 : -1;
    }

    /** Box and Muller 1958. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }

    <T> T of(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** Sizes as clients trade: mostly whole millions, now and then an odd one. */
    double lots(double low, double high) {
        double size = logBetween(low, high);
        return happens(0.7) ? 1e6 * Math.max(1, Math.rint(size)) : 1e3 * Math.max(1, Math.rint(size * 1e3));
    }
}
