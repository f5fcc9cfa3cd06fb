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
            return Files.readString(Path.of("..", "docs", name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
