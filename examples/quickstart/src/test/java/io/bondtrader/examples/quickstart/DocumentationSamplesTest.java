package io.bondtrader.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Java in the documents is Java that compiles: a block of it follows a comment that names a source file of this build,
 * as in {@code <!-- from: examples/quickstart/src/test/java/.../ReadmeSample.java -->}, and stands in that file line by
 * line, whatever the indentation.
 */
final class DocumentationSamplesTest {

    private static final Path CHECKOUT = Path.of("..", "..");

    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- from: (\\S+) -->\\s*)?^```java$(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    @Test
    void everyJavaBlockInTheDocumentsStandsInACompiledSource() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(CHECKOUT.resolve("README.md")));
        try (Stream<Path> docs = Files.walk(CHECKOUT.resolve("docs"))) {
            docs.filter(document -> document.toString().endsWith(".md")).forEach(documents::add);
        }
        for (Path document : documents) {
            assertThat(uncompiled(document, CHECKOUT)).as(document.toString()).isEmpty();
        }
    }

    @Test
    void aBlockThatDiffersFromItsSourceIsFound(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("A.java"), "class A {\n    int same;\n    int other;\n}\n");
        Path document = Files.writeString(folder.resolve("doc.md"), """
                <!-- from: A.java -->
                ```java
                int same;
                  int other;
                ```
                <!-- from: A.java -->
                ```java
                int changed;
                ```
                ```java
                int unnamed;
                ```
                """);

        assertThat(uncompiled(document, folder)).containsExactly("int changed;", "int unnamed;");
    }

    private static List<String> uncompiled(Path document, Path root) throws IOException {
        List<String> found = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(document));
        while (block.find()) {
            String source = block.group(1);
            String code = stripped(block.group(2));
            if (source == null
                    || !stripped(Files.readString(root.resolve(source))).contains(code)) {
                found.add(code);
            }
        }
        return found;
    }

    private static String stripped(String code) {
        return code.strip().lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
