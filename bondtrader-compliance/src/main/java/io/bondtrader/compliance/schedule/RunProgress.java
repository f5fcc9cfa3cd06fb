package io.bondtrader.compliance.schedule;

/** Hears how far a run is. Called on the thread that runs; what it throws ends the attempt as a failure. */
@FunctionalInterface
public interface RunProgress {

    /**
     * A step is done.
     *
     * @param key of the run
     * @param step what was done: {@code computed}, {@code published}, {@code delivered}
     * @param done how many steps
     * @param of how many in all
     */
    void step(String key, String step, int done, int of);
}
