package io.bondtrader.testdata;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The golden vectors, which live in {@code shared/vectors}, and the market data in {@code shared/data}, beside the repository. */
public final class SharedVectors {

    private SharedVectors() {}

    /** Finds a file of golden vectors; where there is none, the test is skipped and says why. */
    public static Path file(String name) {
        return find("shared/vectors", name);
    }

    /** Finds a file of market data; where there is none, the test is skipped and says why. */
    public static Path data(String name) {
        return find("shared/data", name);
    }

    private static Path find(String place, String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(place).resolve(name);
            if (Files.isReadable(file)) {
                return file;
            }
        }
        return Assumptions.abort(
                "no " + place + "/" + name + " in a folder above " + Path.of("").toAbsolutePath());
    }
}
