package io.bondtrader.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks and prints each beside its peer: {@code examples/run benchmarks [PATTERN] [JMH OPTIONS…]}. The raw
 * results go to a JSON file.
 */
public final class Benchmarks {

    private static final List<String> PEERS = List.of("Strata", "OjAlgo", "Ta4j", "Casbin", "Nimbus");

    private static final String USAGE = """
            usage: examples/run benchmarks [PATTERN] [JMH OPTIONS...]

            Times prices, yields, durations and whole books, with OpenGamma Strata in the same run,
            and prints the ratios. -rff FILE names the JSON file (default: benchmarks.json here).
            What a book costs per bond, from a thousand to a million of them, on one thread and two:
            examples/run benchmarks scaling [BONDS...]
            Value at risk by full revaluation, historical and simulated, on one thread and two, and Strata's pricer in
            the same loop: examples/run benchmarks simulation
            A back-test of decades and a sweep of a thousand parameter sets, on a file of par yields:
            examples/run benchmarks backtest YIELDS.csv
            Ten minutes of a busy market through the trading engine: examples/run benchmarks load [MINUTES]
            A quick look: examples/run benchmarks price -f 1 -wi 2 -i 3 -w 1 -r 1
            """;

    private Benchmarks() {}

    /**
     * Runs what matches the pattern.
     *
     * @param args a pattern over benchmark names and any of JMH's own options; {@code --help} lists them
     * @throws IOException if the results cannot be written
     * @throws RunnerException if a benchmark fails
     * @throws CommandLineOptionException if an option is none of JMH's
     */
    public static void main(String[] args)
            throws IOException, InterruptedException, RunnerException, CommandLineOptionException {
        if (args.length > 0 && args[0].equals("scaling")) {
            BookScaling.run(sizes(args));
            return;
        }
        if (args.length > 0 && args[0].equals("simulation")) {
            SimulationScaling.run();
            return;
        }
        if (args.length > 1 && args[0].equals("backtest")) {
            BacktestScaling.run(Path.of(args[1]));
            return;
        }
        if (args.length > 0 && args[0].equals("load")) {
            EngineLoad.run(args.length > 1 ? Integer.parseInt(args[1]) : 10);
            return;
        }
        if (args.length > 0 && args[0].equals("audit")) {
            AuditLogLoad.run(args);
            return;
        }
        boolean help = args.length > 0 && args[0].equals("--help"); // which JMH does not know
        CommandLineOptions given = new CommandLineOptions(help ? new String[] {"-h"} : args);
        if (given.shouldHelp()) {
            System.out.println(USAGE);
            given.showHelp();
            return;
        }
        Path json = Path.of(given.getResult().orElse("benchmarks.json")).toAbsolutePath();
        Path folder = json.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .parent(given)
                        .addProfiler(GCProfiler.class)
                        .result(json.toString())
                        .resultFormat(ResultFormatType.JSON)
                        .build())
                .run();
        System.out.println(table(results));
        System.out.println("raw results: " + json);
    }

    /** The sizes that were given after the first word; else from a thousand bonds to a million. */
    private static List<Integer> sizes(String[] args) {
        if (args.length == 1) {
            return List.of(1_000, 10_000, 100_000, 1_000_000);
        }
        List<Integer> sizes = new ArrayList<>();
        for (String size : List.of(args).subList(1, args.length)) {
            sizes.add(Integer.parseInt(size));
        }
        return sizes;
    }

    /** Each result, how many bytes it allocates, and how it stands to its peer and to its unverified self. */
    static String table(Collection<RunResult> results) {
        Map<String, RunResult> byName = new TreeMap<>();
        results.forEach(result -> byName.put(name(result), result));
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT, "%n%-46s %12s %10s %9s  %s%n", "benchmark", "ns", "± 99.9%", "B/op", "ratio"));
        byName.forEach((name, result) -> {
            Result<?> score = result.getPrimaryResult();
            table.append(String.format(
                    Locale.ROOT,
                    "%-46s %12.1f %10.1f %9.0f  %s%n",
                    name,
                    score.getScore(),
                    score.getScoreError(),
                    allocated(result),
                    ratio(name, score.getScore(), byName)));
        });
        return table.toString();
    }

    private static String name(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        String bond = result.getParams().getParam("bond");
        String input = bond == null ? result.getParams().getParam("problem") : bond;
        String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
        return input == null ? method : method + " " + input;
    }

    private static double allocated(RunResult result) {
        Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return bytes == null ? 0.0 : bytes.getScore();
    }

    private static String ratio(String name, double score, Map<String, RunResult> byName) {
        String[] parts = name.split(" ", 2);
        String tail = parts.length == 2 ? " " + parts[1] : "";
        if (PEERS.stream().anyMatch(parts[0]::endsWith)) {
            return "";
        }
        for (String suffix : new String[] {"Verified", "Sampled", "General", ""}) {
            if (!parts[0].endsWith(suffix)) {
                continue;
            }
            String plain = parts[0].substring(0, parts[0].length() - suffix.length());
            if (suffix.equals("Verified") || suffix.equals("Sampled")) {
                RunResult unverified = byName.get(plain + tail);
                return unverified == null
                        ? ""
                        : String.format(Locale.ROOT, "%.3f x the unverified call", score / score(unverified));
            }
            for (String peer : PEERS) {
                RunResult other = byName.get(plain + peer + tail);
                if (other != null) {
                    return String.format(Locale.ROOT, "%.1f x faster than %s", score(other) / score, peer);
                }
            }
            return "";
        }
        return "";
    }

    private static double score(RunResult result) {
        return result.getPrimaryResult().getScore();
    }
}
