package io.bondtrader.examples.security;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.mfa.QrCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the program was told.
 *
 * @param help whether only the usage is wanted
 * @param page where the page goes; null for none
 * @param qr where the QR code goes; null for none
 */
record Options(boolean help, @Nullable Path page, @Nullable Path qr) {

    static Options parse(List<String> args) {
        boolean help = false;
        Path page = null;
        Path qr = null;
        for (int i = 0; i < args.size(); i++) {
            switch (args.get(i)) {
                case "-h", "--help" -> help = true;
                case "--page" -> page = Path.of(value(args, ++i));
                case "--qr" -> qr = Path.of(value(args, ++i));
                default -> throw new InvalidInput("option", args.get(i), "one of those that --help lists");
            }
        }
        return new Options(help, page, qr);
    }

    private static String value(List<String> args, int place) {
        InvalidInput.unless(place < args.size(), "option", args.get(place - 1), "followed by a value");
        return args.get(place);
    }

    void write(Walkthrough walk) throws IOException {
        if (page != null) {
            Files.writeString(page, HtmlPage.of(walk));
        }
        if (qr != null) {
            QrCode code = walk.picture();
            boolean png = qr.toString().toLowerCase(Locale.ROOT).endsWith(".png");
            byte[] picture = png ? code.toPng(6) : code.toSvg().getBytes(StandardCharsets.UTF_8);
            Files.deleteIfExists(qr);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        qr, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(qr, picture);
        }
    }
}
