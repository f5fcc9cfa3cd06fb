package io.bondtrader.compliance.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.contract.SubjectKeyStoreContract;
import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.compliance.retention.RecordClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys in files keep the contract, and a destroyed one is in no file. */
final class FileSubjectKeysTest extends SubjectKeyStoreContract {

    private static final SubjectId SUBJECT = new SubjectId("s-abcdefghijklmnopqrstuvwxyz");
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @TempDir
    Path folder;

    @Override
    protected SubjectKeyStore emptyStore() {
        return FileSubjectKeys.in(folder.resolve(UUID.randomUUID().toString()));
    }

    @Test
    void anotherProcessFindsWhatWasKeptAndWhatWasDestroyed() throws IOException {
        FileSubjectKeys.in(folder).add(new SubjectKey(SUBJECT, RecordClass.CLIENT, "c2VjcmV0", NOW, null));
        assertThat(FileSubjectKeys.in(folder)
                        .find(SUBJECT, RecordClass.CLIENT)
                        .orElseThrow()
                        .wrapped())
                .isEqualTo("c2VjcmV0");

        FileSubjectKeys.in(folder).destroy(SUBJECT, RecordClass.CLIENT, NOW);

        assertThat(FileSubjectKeys.in(folder)
                        .find(SUBJECT, RecordClass.CLIENT)
                        .orElseThrow()
                        .isDestroyed())
                .isTrue();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList())
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("c2VjcmV0"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a2V5\n", "a2V5\nyesterday\n\n", "\0\0\0\0"})
    void aFileOfAnotherFormIsDamage(String text) throws IOException {
        FileSubjectKeys store = FileSubjectKeys.in(folder);
        store.add(new SubjectKey(SUBJECT, RecordClass.CLIENT, "a2V5", NOW, null));
        Files.writeString(folder.resolve(SUBJECT + ".CLIENT.key"), text);

        assertThatThrownBy(() -> store.find(SUBJECT, RecordClass.CLIENT)).isInstanceOf(LogDamaged.class);
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> FileSubjectKeys.in(file)).isInstanceOf(LogUnavailable.class);
    }
}
