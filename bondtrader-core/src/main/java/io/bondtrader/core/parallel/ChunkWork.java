package io.bondtrader.core.parallel;

/**
 * Work on a run of consecutive elements.
 *
 * <p>Called from several threads at once, for different chunks.
 */
@FunctionalInterface
public interface ChunkWork {

    /**
     * Does the work of one chunk.
     *
     * @param chunk the chunk's number, from 0
     * @param from index of its first element
     * @param to index after its last element
     */
    void run(int chunk, int from, int to);
}
