package io.bondtrader.core.parallel;

/**
 * Told how far long work has come.
 *
 * <p>Called from the threads that work, one call at a time and with rising counts; it should return at once.
 */
@FunctionalInterface
public interface ProgressListener {

    /**
     * Takes note of progress.
     *
     * @param done elements that are finished
     * @param total elements in all
     */
    void progress(long done, long total);
}
