package io.bondtrader.examples.benchmarks;

import io.bondtrader.compliance.surveillance.FlowEvent;
import io.bondtrader.compliance.surveillance.SurveillanceAlert;
import io.bondtrader.compliance.surveillance.SurveillanceEngine;
import io.bondtrader.compliance.surveillance.SurveillanceRules;
import io.bondtrader.compliance.surveillance.simulation.MarketSimulator;
import io.bondtrader.compliance.surveillance.simulation.SimulatedMarket;
import io.bondtrader.compliance.surveillance.simulation.SimulationSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All twenty detectors over a simulated market of 6 bonds and a future, 45 days with planted abuse. The claim under test: at
 * least 200,000 events a second on one core. A score is events a second; each invocation begins with an empty engine.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(2)
@SuppressWarnings("NullAway.Init") // set before each run by simulate()
public class SurveillanceBenchmark {

    private static final int EVENTS = 800_000;

    private SimulatedMarket market;
    private List<FlowEvent> events;

    /** Simulates the market. */
    @Setup
    public void simulate() {
        market = MarketSimulator.run(SimulationSettings.standard(), 1);
        events = market.events().subList(0, EVENTS);
    }

    /**
     * Watches every event with all detectors on.
     *
     * @return the alerts
     */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public List<SurveillanceAlert> allDetectors() {
        List<SurveillanceAlert> alerts = new ArrayList<>();
        SurveillanceEngine engine =
                new SurveillanceEngine(SurveillanceRules.standard(), market.reference(), alerts::add);
        for (FlowEvent event : events) {
            engine.accept(event);
        }
        return alerts;
    }
}
