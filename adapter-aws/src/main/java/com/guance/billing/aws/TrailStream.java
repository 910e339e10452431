package com.guance.billing.aws;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** The events of a JSON text, one in memory at a time. */
final class TrailStream {

    private final TrailEvents events;
    private long number;

    TrailStream(TrailEvents events) {
        this.events = events;
    }

    /** Hands over all events, as far as the text is JSON. */
    void read(Reader text) throws IOException {
        Meter meter = new Meter(text);
        try (JsonParser parser = TrailJson.parser(meter)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_OBJECT) {
                    object(parser, meter);
                } else if (parser.currentToken() == JsonToken.START_ARRAY) {
                    array(parser, meter);
                } else {
                    meter.next();
                    events.problem(++number, "no JSON object");
                }
            }
        } catch (JsonProcessingException notJson) {
            events.problem(number + 1, "no legible JSON from here on");
        } catch (TooLong tooLong) {
            events.problem(number + 1, "too long, and the rest was not read");
        }
    }

    /** A log file, whose list is not kept whole; or an event. */
    private void object(JsonParser parser, Meter meter) throws IOException {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        boolean isList = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && TrailEvents.LISTS.contains(name)) {
                isList = true;
                array(parser, meter);
            } else {
                event.set(name, TrailJson.value(parser));
            }
        }
        meter.next();
        if (isList) {
            events.takeEndOfList(number, event);
        } else {
            events.takeAll(++number, event);
        }
    }

    private void array(JsonParser parser, Meter meter) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            meter.next();
            events.takeAll(number + 1, TrailJson.value(parser));
            number++;
        }
    }

    /** So much was read, and it was no event yet. */
    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Lets an event's length through, and what a parser reads ahead, and no more. */
    private static final class Meter extends FilterReader {

        private int left = CloudTrailExport.LONGEST_EVENT;

        Meter(Reader text) {
            super(text);
        }

        void next() {
            left = CloudTrailExport.LONGEST_EVENT;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            if (left < 0) {
                throw new TooLong();
            }
            int read = super.read(buffer, offset, length);
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public void close() {
            // the text is the caller's
        }
    }
}
