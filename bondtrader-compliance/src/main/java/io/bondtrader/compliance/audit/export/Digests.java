package io.bondtrader.compliance.audit.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files. */
final class Digests {

    private Digests() {}

    static ExportManifest.FileDigest of(Path file) throws IOException {
        MessageDigest sha256 = sha256();
        long bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
        }
        return new ExportManifest.FileDigest(bytes, HexFormat.of().formatHex(sha256.digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
