package io.bondtrader.core;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The golden vectors, which live in {@code shared/vectors} beside the repository. */
public final class SharedVectors {

    private SharedVectors() {}

    /** Finds a file of golden vectors; where there is none, the test is skipped and says why. */
    public static Path file(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared/vectors").resolve(name);
            if (Files.isReadable(file)) {
                return file;
            }
        }
        return Assumptions.abort("no shared/vectors/" + name + " in a folder above "
                + Path.of("").toAbsolutePath());
    }
}
