package io.bondtrader.compliance.audit.store;

import io.bondtrader.compliance.audit.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Logs on disk for tests. */
final class LogFolders {

    static final SecureRandom RANDOM = new SecureRandom();

    private LogFolders() {}

    static DurableAuditLogBuilder describe(Path folder) {
        return DurableAuditLog.in(folder, Samples.ORIGIN, Samples.signer());
    }

    static DurableAuditLog open(Path folder) {
        return describe(folder).open(Samples.CLOCK, RANDOM);
    }

    static List<Path> segments(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("segments"))) {
            return files.sorted().toList();
        }
    }

    static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                    Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(file));
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return to;
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
