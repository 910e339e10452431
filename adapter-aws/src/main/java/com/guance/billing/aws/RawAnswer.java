package com.guance.billing.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * The last answer's body as it came, for what the SDK does not know yet. It only listens: the SDK reads what it would have read,
 * and meets the errors it would have met.
 */
final class RawAnswer implements ExecutionInterceptor {

    private volatile ByteArrayOutputStream heard = new ByteArrayOutputStream();

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        ByteArrayOutputStream ofThisAttempt = new ByteArrayOutputStream();
        heard = ofThisAttempt;
        return context.responseBody().map(body -> new Listening(body, ofThisAttempt));
    }

    /** The answer's object; none if it was none, as far as the SDK has read it. */
    Option<ObjectNode> json() {
        return WireJson.object(heard.toByteArray());
    }

    /** Repeats what is read into memory. */
    private static final class Listening extends FilterInputStream {

        private final ByteArrayOutputStream heard;

        Listening(InputStream body, ByteArrayOutputStream heard) {
            super(body);
            this.heard = heard;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) {
                heard.write(one);
            }
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            if (count > 0) {
                heard.write(into, offset, count);
            }
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            return readNBytes((int) Math.min(count, Integer.MAX_VALUE)).length;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
