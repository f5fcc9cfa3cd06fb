package io.bondtrader.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One small user of the library, compiled and started both ways with nothing but a JDK and the finished jars. */
final class ConsumerTest {

    private static final Path CONSUMERS = Path.of("src", "consumers");

    @TempDir
    private Path classes;

    @Test
    void aDeskOnTheClassPathCompilesWithoutAWarningAndFindsItsRegisteredCalendar() throws Exception {
        Path services = Path.of("META-INF", "services", "io.bondtrader.core.time.HolidayProvider");
        Files.createDirectories(classes.resolve(services).getParent());
        Files.copy(CONSUMERS.resolve("classpath").resolve(services), classes.resolve(services));
        compile("classpath", List.of("-Xlint:all", "-Werror", "-classpath", FinishedJars.path()));

        String output = FinishedJars.run("java", List.of("-classpath", withClasses(), "desk.Desk"));

        assertThat(output.lines())
                .containsExactly(
                        "module: null", "refused: BT-1001", "built in: true", "registered: true", "joint: 2026-03-05");
    }

    @Test
    void aDeskOnTheModulePathFindsTheLibraryByNameAndItsOwnCalendarByDescriptor() throws Exception {
        // That core is an automatic module is a lint of its own; see the architecture document.
        compile(
                "modulepath",
                List.of("-Xlint:all,-requires-automatic", "-Werror", "--module-path", FinishedJars.path()));

        String output = FinishedJars.run(
                "java",
                List.of(
                        "--module-path",
                        withClasses(),
                        "--add-modules",
                        "ALL-MODULE-PATH",
                        "--module",
                        "desk/desk.Desk"));

        assertThat(output.lines())
                .containsExactly(
                        "module: io.bondtrader.core",
                        "refused: BT-1001",
                        "built in: true",
                        "registered: true",
                        "joint: 2026-03-05");
    }

    private String withClasses() {
        return classes + File.pathSeparator + FinishedJars.path();
    }

    private void compile(String consumer, List<String> options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("--release", "17", "-d", classes.toString()));
        for (String folder : List.of("shared", consumer)) {
            try (Stream<Path> sources = Files.walk(CONSUMERS.resolve(folder))) {
                sources.map(Path::toString)
                        .filter(source -> source.endsWith(".java"))
                        .forEach(arguments::add);
            }
        }
        FinishedJars.run("javac", arguments);
    }
}
