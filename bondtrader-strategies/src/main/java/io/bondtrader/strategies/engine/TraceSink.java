package io.bondtrader.strategies.engine;

/** Receives what happens to intents. Called by the engine's thread; must not throw, block or call the engine. */
@FunctionalInterface
public interface TraceSink {

    /**
     * Takes one step.
     *
     * @param step what happened
     */
    void record(TraceRecord step);

    /** {@return a sink that forgets; the engine does not even put steps into words for it} */
    static TraceSink none() {
        return Forgetful.INSTANCE;
    }

    /** Keeps nothing. */
    enum Forgetful implements TraceSink {
        /** The one instance; it has no state. */
        INSTANCE;

        @Override
        public void record(TraceRecord step) {}
    }
}
