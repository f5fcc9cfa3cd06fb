package io.bondtrader.compliance.audit.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A disk that waits before each write of a frame until it is let go, and then does it or fails as it is told. */
final class GatedDisk {

    /** What the next write does. */
    enum Next {
        WRITE,
        WRITE_HALF_AND_FAIL,
        FAIL,
        RUN_OUT_OF_MEMORY
    }

    private final Semaphore arrived = new Semaphore(0);
    private final Semaphore gate = new Semaphore(0);
    private final AtomicInteger writes = new AtomicInteger();
    volatile Next next = Next.WRITE;

    SegmentOutput open(Path file) throws IOException {
        SegmentOutput disk = SegmentOutput.open(file);
        return new SegmentOutput() {
            @Override
            public void write(ByteBuffer bytes, long position) throws IOException {
                arrived.release();
                gate.acquireUninterruptibly();
                writes.incrementAndGet();
                switch (next) {
                    case WRITE -> disk.write(bytes, position);
                    case WRITE_HALF_AND_FAIL -> {
                        disk.write(bytes.duplicate().limit(bytes.position() + bytes.remaining() / 2), position);
                        throw new IOException("no space left");
                    }
                    case FAIL -> throw new IOException("no space left");
                    case RUN_OUT_OF_MEMORY -> throw new OutOfMemoryError("of the test");
                }
            }

            @Override
            public void force() throws IOException {
                disk.force();
            }

            @Override
            public void truncate(long length) throws IOException {
                disk.truncate(length);
            }

            @Override
            public void close() throws IOException {
                disk.close();
            }
        };
    }

    /** Waits until the log stands before a write. */
    void awaitWrite() {
        arrived.acquireUninterruptibly();
    }

    /** Lets one write go. */
    void letOne(Next how) {
        next = how;
        gate.release();
    }

    /** Lets all writes go from now on. */
    void letAll(Next how) {
        next = how;
        gate.release(1_000_000);
    }

    int writes() {
        return writes.get();
    }
}
