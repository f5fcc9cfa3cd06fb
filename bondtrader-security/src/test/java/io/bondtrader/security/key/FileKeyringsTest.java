package io.bondtrader.security.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.security.contract.KeyringStoreContract;
import io.bondtrader.security.error.UnsafeStorage;
import io.bondtrader.security.internal.OwnerOnlyFolder;
import io.bondtrader.testdata.Attack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileKeyringsTest extends KeyringStoreContract {

    @TempDir
    private Path parent;

    @Override
    protected KeyringStore store() {
        return FileKeyrings.in(parent.resolve("keys"));
    }

    @Override
    protected KeyringStore reopened() {
        return store();
    }

    @Test
    void filesAndFoldersBelongToTheirOwnerAlone() throws IOException {
        store().append("tokens", 0, "t", Optional.of(new byte[] {1}));

        try (var files = Files.walk(parent.resolve("keys"))) {
            for (Path file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------");
            }
        }
    }

    @Test
    void whatACrashLeftOfALineIsNotRead() throws IOException {
        store().append("tokens", 0, "first", Optional.empty());
        store().append("tokens", 1, "second", Optional.empty());
        Path journal = parent.resolve("keys/tokens/journal.jsonl");
        byte[] whole = Files.readAllBytes(journal);

        for (int length = 0; length <= whole.length; length++) {
            Files.write(journal, java.util.Arrays.copyOf(whole, length));
            List<String> read = reopened().entries("tokens");

            assertThat(read).isEqualTo(List.of("first", "second").subList(0, length == 13 ? 2 : length >= 6 ? 1 : 0));
            assertThat(reopened().append("tokens", read.size(), "next", Optional.empty()))
                    .isTrue();
            assertThat(reopened().entries("tokens")).hasSize(read.size() + 1).endsWith("next");
        }
    }

    @Attack("A55")
    @ParameterizedTest
    @ValueSource(
            strings = {"../tokens", "..", ".", "a/b", "a\\b", "/etc/passwd", "%2e%2e", "a\u0000", "\\\\host\\share", ""
            })
    void a55NamesThatLeadElsewhereAreRefused(String name) {
        assertThatThrownBy(() -> store().entries(name)).isInstanceOf(BondTraderException.class);
        assertThatThrownBy(() -> store().append(name, 0, "x", Optional.empty()))
                .isInstanceOf(BondTraderException.class);
        assertThatThrownBy(() -> store().erase(name, 0)).isInstanceOf(BondTraderException.class);
    }

    @Attack("A55")
    @Test
    void a55LinksAreNotFollowed() throws IOException {
        Path elsewhere = Files.writeString(parent.resolve("elsewhere"), "secret\n", StandardCharsets.UTF_8);
        store().append("tokens", 0, "t", Optional.empty());
        Files.delete(parent.resolve("keys/tokens/journal.jsonl"));
        Files.createSymbolicLink(parent.resolve("keys/tokens/journal.jsonl"), elsewhere);

        assertThatThrownBy(() -> store().entries("tokens"))
                .isInstanceOf(UnsafeStorage.class)
                .hasMessageNotContaining(parent.toString());
        assertThatThrownBy(() -> store().append("tokens", 1, "x", Optional.empty()))
                .isInstanceOf(UnsafeStorage.class);
        assertThat(elsewhere).hasContent("secret");

        Files.createSymbolicLink(parent.resolve("linked"), parent.resolve("keys"));
        assertThatThrownBy(() -> FileKeyrings.in(parent.resolve("linked"))).isInstanceOf(UnsafeStorage.class);
        Files.createSymbolicLink(parent.resolve("keys/data"), parent.resolve("keys/tokens"));
        assertThatThrownBy(() -> store().entries("data")).isInstanceOf(UnsafeStorage.class);
    }

    @Attack("A55")
    @Test
    void a55WhatIsNoFileIsRefused() throws IOException {
        store().append("tokens", 0, "t", Optional.empty());
        Path journal = parent.resolve("keys/tokens/journal.jsonl");
        Files.delete(journal);
        Files.createDirectory(
                journal, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));

        assertThatThrownBy(() -> store().entries("tokens")).isInstanceOf(UnsafeStorage.class);
        OwnerOnlyFolder folder = OwnerOnlyFolder.open(parent.resolve("keys"));
        for (String name : List.of("../elsewhere", "..", ".hidden", "", "a/b", "A", "a\u0000")) {
            assertThatThrownBy(() -> folder.read(name, 10)).isInstanceOf(UnsafeStorage.class);
        }
        assertThatThrownBy(() -> folder.inside("..")).isInstanceOf(UnsafeStorage.class);
    }

    @Attack("A55")
    @Test
    void a55WhatOthersMayReadIsRefused() throws IOException {
        store().append("tokens", 0, "t", Optional.of(new byte[] {1}));
        Path key = parent.resolve("keys/tokens/key-0");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> store().wrapped("tokens", 0)).isInstanceOf(UnsafeStorage.class);

        Files.setPosixFilePermissions(parent.resolve("keys"), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThatThrownBy(this::store).isInstanceOf(UnsafeStorage.class);
        assertThatThrownBy(() -> FileKeyrings.in(key)).isInstanceOf(UnsafeStorage.class);
    }
}
