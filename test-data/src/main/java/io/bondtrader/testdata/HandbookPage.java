package io.bondtrader.testdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a page of the handbook, for tests that hold it to the code. */
public final class HandbookPage {

    private HandbookPage() {}

    /** Returns the text of a page in {@code docs}. */
    public static String read(String name) {
        try {
            // Modules stand at different depths below the checkout.
            Path docs = Path.of("..", "docs");
            return Files.readString(Files.isDirectory(docs) ? docs.resolve(name) : Path.of("..", "..", "docs", name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
