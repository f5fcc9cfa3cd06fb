package io.bondtrader.compliance.retention;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.contract.ArchiveStoreContract;
import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.core.error.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives in folders keep the contract, and stay in their folder. */
final class FolderArchivesTest extends ArchiveStoreContract {

    @TempDir
    Path folder;

    @Override
    protected ArchiveStore emptyStore() {
        return FolderArchives.in(folder.resolve(UUID.randomUUID().toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../x", "a/b", "a\\b", "a b", ".hidden"})
    void namesHaveNoWayOut(String name) {
        ArchiveStore store = emptyStore();

        assertThatThrownBy(() -> store.put("1-2", name, new byte[0])).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> store.get(name, "a")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> store.delete("1-2", name)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> FolderArchives.in(file)).isInstanceOf(LogUnavailable.class);
    }
}
