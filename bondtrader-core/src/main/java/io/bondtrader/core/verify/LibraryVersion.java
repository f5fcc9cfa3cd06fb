package io.bondtrader.core.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this library, which the build writes beside this class: the same from a jar and from a directory. */
final class LibraryVersion {

    private static final String CURRENT = read();

    private LibraryVersion() {}

    static String current() {
        return CURRENT;
    }

    private static String read() {
        try (InputStream file = LibraryVersion.class.getResourceAsStream("library.properties")) {
            if (file == null) {
                throw new IllegalStateException("library.properties is missing: the build is broken");
            }
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
