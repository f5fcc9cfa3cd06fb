package io.bondtrader.examples.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The golden values and market data that live beside the repository. */
final class SharedFoldersTest {

    @ParameterizedTest
    @ValueSource(strings = {"shared/vectors", "shared/data"})
    void everyRowAgrees(String name) {
        ConformanceRun run = ConformanceRun.of(folder(name));

        assertThat(run.out()).contains("all agree").doesNotContain("FAILED");
        assertThat(run.exitCode()).isZero();
    }

    /** Finds a folder beside the repository; where there is none, the test is skipped and says why. */
    private static Path folder(String name) {
        for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
            if (Files.isDirectory(above.resolve(name))) {
                return above.resolve(name);
            }
        }
        return Assumptions.abort(
                "no " + name + " in a folder above " + Path.of("").toAbsolutePath());
    }
}
