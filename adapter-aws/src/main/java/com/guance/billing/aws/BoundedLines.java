package com.guance.billing.aws;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** Lines of a text, of which none takes more memory than it may. */
final class BoundedLines {

    private final BufferedReader text;
    private final int longest;

    BoundedLines(Reader text, int longest) {
        this.text = new BufferedReader(text);
        this.longest = longest;
    }

    /** What is done with a line. */
    @FunctionalInterface
    interface Each {
        void take(long number, String line);
    }

    /** Goes through all lines but the blank ones; of one that is too long only so much is given that it still is. */
    void forEach(Each each) throws IOException {
        StringBuilder line = new StringBuilder();
        long number = 1;
        int next;
        do {
            next = text.read();
            if (next >= 0 && next != '\n') {
                if (line.length() <= longest) {
                    line.append((char) next);
                }
            } else {
                if (!line.toString().isBlank()) {
                    each.take(number, line.toString());
                }
                number++;
                line.setLength(0);
            }
        } while (next >= 0);
    }
}
