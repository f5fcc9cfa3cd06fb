package io.bondtrader.compliance.audit.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A segment file to append to. What fails here fails the commit. */
interface SegmentOutput extends Closeable {

    /** Opens files; a test hands in one that fails. */
    @FunctionalInterface
    interface Opener {

        SegmentOutput open(Path file) throws IOException;
    }

    void write(ByteBuffer bytes, long position) throws IOException;

    void force() throws IOException;

    void truncate(long length) throws IOException;

    /** The file system's. */
    static SegmentOutput open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        return new SegmentOutput() {
            @Override
            public void write(ByteBuffer bytes, long position) throws IOException {
                long at = position;
                while (bytes.hasRemaining()) {
                    at += channel.write(bytes, at);
                }
            }

            @Override
            public void force() throws IOException {
                channel.force(false);
            }

            @Override
            public void truncate(long length) throws IOException {
                channel.truncate(length);
                channel.force(true);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }
}
