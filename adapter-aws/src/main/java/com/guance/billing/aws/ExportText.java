package com.guance.billing.aws;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The text of a file as a person has it: packed by gzip or not, in UTF-8 with or without a byte order mark, or in UTF-16 with one, as
 * spreadsheets write it. Neither its packed nor its unpacked length is trusted.
 */
final class ExportText {

    /** The longest file read, in bytes when unpacked. */
    static final long LONGEST_FILE = 1L << 30;

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final int LONGEST_MARK = 3;
    private static final int BUFFER = 64 * 1024;

    private ExportText() {}

    /** From here on the file cannot be read; not a failure of the disk or network. */
    static final class Illegible extends IOException {
        private static final long serialVersionUID = 1L;

        private final String why;

        Illegible(String why) {
            super(why);
            this.why = why;
        }

        String why() {
            return why;
        }
    }

    /** The text of a file, which throws {@link Illegible} where the file turns out to be none. */
    static Reader of(InputStream file, long longest) throws IOException {
        InputStream packed = new BufferedInputStream(file, BUFFER);
        packed.mark(2);
        boolean isGzip = packed.read() == GZIP_FIRST && packed.read() == GZIP_SECOND;
        packed.reset();
        InputStream bytes =
                new BufferedInputStream(new Bounded(isGzip ? new Unpacked(packed) : packed, longest), BUFFER);
        return new Decoded(new InputStreamReader(
                bytes,
                charset(bytes)
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** By the byte order mark, which is passed over. */
    private static Charset charset(InputStream bytes) throws IOException {
        bytes.mark(LONGEST_MARK);
        int first = bytes.read();
        int second = bytes.read();
        if ((first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff)) {
            return first == 0xff ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        if (!(first == 0xef && second == 0xbb && bytes.read() == 0xbf)) {
            bytes.reset();
        }
        return StandardCharsets.UTF_8;
    }

    /** What gzip has packed; opened only when it is read, so that a broken beginning is no other fault than a broken end. */
    private static final class Unpacked extends InputStream {

        private final InputStream packed;
        private final byte[] one = new byte[1];
        private InputStream unpacked = InputStream.nullInputStream();
        private boolean isOpen;

        Unpacked(InputStream packed) {
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                if (!isOpen) {
                    isOpen = true;
                    unpacked = new GZIPInputStream(packed, BUFFER);
                }
                return unpacked.read(buffer, offset, length);
            } catch (ZipException | EOFException broken) {
                throw new Illegible("packed by gzip, and broken from here on");
            }
        }
    }

    /** Lets so many bytes through. */
    private static final class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream bytes, long longest) {
            super(bytes);
            this.left = longest;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(read);
            return read;
        }

        private void count(int read) throws Illegible {
            left -= Math.max(0, read);
            if (left < 0) {
                throw new Illegible("too long, and the rest was not read");
            }
        }
    }

    /** Tells text that is no text from a disk that fails. */
    private static final class Decoded extends Reader {

        private final Reader text;

        Decoded(Reader text) {
            this.text = text;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            try {
                return text.read(buffer, offset, length);
            } catch (CharacterCodingException noText) {
                throw new Illegible("no legible text from here on");
            }
        }

        @Override
        public void close() {
            // the file is the caller's
        }
    }
}
