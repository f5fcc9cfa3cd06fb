package io.bondtrader.examples.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one folder came out.
 *
 * @param folder the folder
 * @param files the files that were recognised, in the order of {@link GoldenFiles#ALL}
 * @param unknown the names of everything else in it
 */
record FolderReport(Path folder, List<FileReport> files, List<String> unknown) {

    /** Checks every recognised file of a folder. */
    static FolderReport of(Path folder, Progress progress, int failuresKept) throws IOException {
        List<String> names;
        try (Stream<Path> entries = Files.list(folder)) {
            names = entries.map(FolderReport::name)
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
        List<FileReport> files = new ArrayList<>();
        for (GoldenFile kind : GoldenFiles.ALL) {
            if (names.contains(kind.fileName())) {
                files.add(FileCheck.run(kind, folder, progress, failuresKept));
            }
        }
        Set<String> known = GoldenFiles.ALL.stream().map(GoldenFile::fileName).collect(Collectors.toSet());
        return new FolderReport(
                folder,
                List.copyOf(files),
                names.stream().filter(name -> !known.contains(name)).toList());
    }

    /** A folder within a folder is shown as one. */
    private static String name(Path entry) {
        String name = String.valueOf(entry.getFileName());
        return Files.isDirectory(entry) ? name + "/" : name;
    }

    int rows() {
        return files.stream().mapToInt(FileReport::rows).sum();
    }

    int failed() {
        return files.stream().mapToInt(FileReport::failed).sum();
    }
}
