package com.guance.billing.aws;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.sync.RequestBody;

/** Notices whether an HTTP client has begun to read the body of a request: as long as it has not, nothing of the body was sent. */
final class SentBody {

    private volatile boolean watching;
    private volatile boolean read;

    /** The same body, watched. */
    RequestBody of(RequestBody body) {
        return body.optionalContentLength()
                .map(length -> RequestBody.fromContentProvider(
                        () -> new Watched(body.contentStreamProvider().newStream()), length, body.contentType()))
                .orElseGet(() -> RequestBody.fromContentProvider(
                        () -> new Watched(body.contentStreamProvider().newStream()), body.contentType()));
    }

    /** Who reads from now on is the HTTP client; before, the body was signed. */
    void watch() {
        watching = true;
    }

    boolean isRead() {
        return read;
    }

    private final class Watched extends FilterInputStream {

        Watched(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            read |= watching;
            return super.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            read |= watching;
            return super.read(into, offset, length);
        }

        @Override
        public long skip(long count) throws IOException {
            read |= watching;
            return super.skip(count);
        }
    }
}
