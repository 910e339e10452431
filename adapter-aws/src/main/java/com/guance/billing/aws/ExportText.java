package com.guance.billing.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** The text of a file as a person has it. */
final class ExportText {

    private ExportText() {}

    /** From here on the file cannot be read. */
    static final class Illegible extends IOException {
        private static final long serialVersionUID = 1L;

        Illegible(String why) {
            super(why);
        }
    }

    /** The text of a file. */
    static Reader of(InputStream file, long longest) throws IOException {
        if (longest <= 0) {
            throw new Illegible("nothing to read");
        }
        return new InputStreamReader(file, StandardCharsets.UTF_8);
    }
}
