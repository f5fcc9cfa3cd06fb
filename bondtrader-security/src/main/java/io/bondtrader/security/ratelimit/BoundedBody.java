package io.bondtrader.security.ratelimit;

import io.bondtrader.security.error.RequestTooLarge;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that counts. */
final class BoundedBody extends FilterInputStream {

    private final long most;
    private long left;

    BoundedBody(InputStream body, long most) {
        super(body);
        this.most = most;
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            counted(1);
        }
        return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        if (read > 0) {
            counted(read);
        }
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        counted(skipped);
        return skipped;
    }

    /** Going back would count twice. */
    @Override
    public boolean markSupported() {
        return false;
    }

    private void counted(long read) {
        left -= read;
        if (left < 0) {
            throw new RequestTooLarge(most);
        }
    }
}
