package io.bondtrader.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.testdata.Canary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The tests of all modules keep secrets that can be found again in every store there is. None of them stands in anything
 * that the tests wrote down: reports, logs, names of tests, messages of failures.
 */
final class SecretsInOutputTest {

    private static final byte[] MARK = Canary.MARK.getBytes(StandardCharsets.UTF_8);

    /** As it is, and as what prints bytes would write it. */
    private static final List<String> FORMS = List.of(
            Canary.MARK,
            Base64.getEncoder().encodeToString(MARK),
            HexFormat.of().formatHex(MARK),
            HexFormat.of().withUpperCase().formatHex(MARK),
            HexFormat.ofDelimiter(", ").formatHex(MARK),
            "[99, 65, 110, 65, 114, 89");

    @Test
    void noSecretOfAnyTestStandsInItsOutput() throws IOException {
        List<Path> written = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            for (Path module : modules.filter(Files::isDirectory).toList()) {
                for (String folder : List.of("surefire-reports", "failsafe-reports")) {
                    Path reports = module.resolve("target").resolve(folder);
                    if (Files.isDirectory(reports)) {
                        try (Stream<Path> files = Files.walk(reports)) {
                            files.filter(Files::isRegularFile).forEach(written::add);
                        }
                    }
                }
            }
        }
        for (Path file : written) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (String form : FORMS) {
                assertThat(text.contains(form))
                        .as("%s in %s", form.substring(0, 4), file)
                        .isFalse();
            }
        }
    }

    /** The search finds what it looks for. */
    @Test
    void aSecretIsFoundInEachForm() {
        byte[] secret = Canary.bytes("any", 40);
        List<String> printed = List.of(
                Canary.text("any", 40),
                Base64.getEncoder().encodeToString(secret),
                HexFormat.of().formatHex(secret),
                HexFormat.of().withUpperCase().formatHex(secret),
                HexFormat.ofDelimiter(", ").formatHex(secret),
                Arrays.toString(secret));
        for (String text : printed) {
            assertThat(FORMS.stream().anyMatch(text::contains)).isTrue();
        }
    }
}
