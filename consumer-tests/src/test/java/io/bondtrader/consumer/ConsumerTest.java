package io.bondtrader.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two small users of the library, compiled and started with nothing but a JDK and the finished jars. */
final class ConsumerTest {

    private static final Path CONSUMERS = Path.of("src", "consumers");

    @TempDir
    private Path classes;

    @Test
    void aDeskOnTheClassPathCompilesWithoutAWarningAndRuns() throws Exception {
        compile("classpath", List.of("-Xlint:all", "-Werror", "-classpath", FinishedJars.path()));

        String output = FinishedJars.run(
                "java",
                List.of(
                        "-classpath",
                        classes + System.getProperty("path.separator") + FinishedJars.path(),
                        "desk.Desk"));

        assertThat(output.lines()).containsExactly("refused: BT-1001", "named module: false");
    }

    @Test
    void aDeskOnTheModulePathFindsTheLibraryUnderItsModuleName() throws Exception {
        compile(
                "modulepath",
                List.of("-Xlint:all,-requires-automatic", "-Werror", "--module-path", FinishedJars.path()));

        String output = FinishedJars.run(
                "java",
                List.of(
                        "--module-path",
                        classes + System.getProperty("path.separator") + FinishedJars.path(),
                        "--add-modules",
                        "ALL-MODULE-PATH",
                        "--module",
                        "desk/desk.Desk"));

        assertThat(output.lines()).containsExactly("refused: BT-1001", "module: io.bondtrader.core");
    }

    private void compile(String consumer, List<String> options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("--release", "17", "-d", classes.toString()));
        try (Stream<Path> sources = Files.walk(CONSUMERS.resolve(consumer))) {
            sources.map(Path::toString)
                    .filter(source -> source.endsWith(".java"))
                    .forEach(arguments::add);
        }
        FinishedJars.run("javac", arguments);
    }
}
