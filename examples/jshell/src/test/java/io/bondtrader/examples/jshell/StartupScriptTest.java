package io.bondtrader.examples.jshell;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JShell as {@code examples/run jshell} starts it. It exits with 0 whatever happens, so what it prints is checked. */
final class StartupScriptTest {

    @TempDir
    private Path folder;

    @Test
    void theStartupScriptBringsTheLibraryIntoScope() throws Exception {
        String output = jshell("System.out.println(CoreErrorCode.DISCREPANCY.id())");

        assertThat(output.lines()).containsExactly("BT-3002");
    }

    private String jshell(String... lines) throws Exception {
        Path script = folder.resolve("script.jsh");
        Files.write(script, List.of(lines));
        Files.writeString(script, System.lineSeparator() + "/exit" + System.lineSeparator(), APPEND);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jshell")
                                .toString(),
                        "--class-path",
                        System.getProperty("java.class.path"),
                        "--startup",
                        "DEFAULT",
                        "--startup",
                        "bondtrader.jsh",
                        script.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
