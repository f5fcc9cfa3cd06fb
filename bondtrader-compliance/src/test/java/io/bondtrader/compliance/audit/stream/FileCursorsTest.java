package io.bondtrader.compliance.audit.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.contract.CursorStoreContract;
import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.core.error.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places in files keep the contract, and files alone do not decide where they lie. */
final class FileCursorsTest extends CursorStoreContract {

    @TempDir
    Path folder;

    @Override
    protected CursorStore emptyStore() {
        return FileCursors.in(folder.resolve("cursors"));
    }

    @Override
    protected CursorStore reopened(CursorStore store) {
        return FileCursors.in(folder.resolve("cursors"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../etc", "a/b", "Splunk", "a b", "a\u0000"})
    void aNameHasNoWayOutOfTheFolder(String name) {
        CursorStore store = emptyStore();

        assertThatThrownBy(() -> store.load(name)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> store.save(name, 1)).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "seven", "-7", "99999999999999999999"})
    void aPlaceThatIsNoNumberIsNotTakenForTheBeginning(String text) throws IOException {
        CursorStore store = emptyStore();
        Files.writeString(folder.resolve("cursors/splunk.cursor"), text);

        assertThatThrownBy(() -> store.load("splunk")).isInstanceOf(LogDamaged.class);
    }

    @Test
    void aCrashWhileSavingLeavesThePlaceBefore() throws IOException {
        CursorStore store = emptyStore();
        store.save("splunk", 5);
        Files.writeString(folder.resolve("cursors/splunk.cursor.new"), "9");

        assertThat(reopened(store).load("splunk")).isEqualTo(5);
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> FileCursors.in(file)).isInstanceOf(LogUnavailable.class);
    }
}
