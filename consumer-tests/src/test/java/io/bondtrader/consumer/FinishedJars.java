package io.bondtrader.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jars as a user gets them, with a compiler and a launcher of the JDK that runs the tests. */
final class FinishedJars {

    /** The product modules, by directory name. */
    static final List<String> MODULES = List.of(
            "bondtrader-core",
            "bondtrader-risk",
            "bondtrader-strategies",
            "bondtrader-security",
            "bondtrader-compliance");

    /** Published beside the product, each for the users of one system. */
    static final List<String> ADAPTERS =
            List.of("bondtrader-vector", "bondtrader-splunk", "bondtrader-datadog", "bondtrader-syslog");

    private static final Path LIBRARY = Path.of("target", "consumer-lib");

    private FinishedJars() {}

    /** Every jar that a user of all modules has at run time. */
    static List<Path> all() {
        try (Stream<Path> jars = Files.list(LIBRARY)) {
            return jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar of one of our modules. */
    static Path of(String module) {
        Path jar = LIBRARY.resolve(module + ".jar");
        assertThat(jar).isRegularFile();
        return jar;
    }

    /** All jars as one class path or module path. */
    static String path() {
        return all().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Runs a tool of this JDK, insists on success, and returns what it printed. */
    static String run(String tool, List<String> arguments) throws IOException, InterruptedException {
        Path executable = Path.of(System.getProperty("java.home"), "bin", tool);
        List<String> command = Stream.concat(Stream.of(executable.toString()), arguments.stream())
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s%n%s", command, output).isZero();
        return output;
    }
}
