package com.guance.billing.aws;

import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The fields of an {@code application/x-www-form-urlencoded} body (URL standard of the WHATWG), decoded strictly: a percent sign
 * begins two hexadecimal digits, everything else is visible ASCII, and the bytes are well-formed UTF-8.
 *
 * @param fields in the order of the body
 */
record FormFields(List<Field> fields) {

    /**
     * One field.
     *
     * @param name its name, if legible
     * @param value its value, if legible; empty where there is no {@code =}
     */
    record Field(Option<String> name, Option<String> value) {}

    static FormFields of(String body) {
        return new FormFields(Arrays.stream(body.split("&", -1))
                .filter(field -> !field.isEmpty())
                .map(FormFields::field)
                .toList());
    }

    boolean hasIllegibleName() {
        return fields.stream().anyMatch(field -> field.name().isEmpty());
    }

    /** The values of all fields of that name. */
    List<Option<String>> values(String name) {
        return fields.stream()
                .filter(field -> field.name().contains(name))
                .map(Field::value)
                .toList();
    }

    private static Field field(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new Field(decoded(text), Option.some(""))
                : new Field(decoded(text.substring(0, equals)), decoded(text.substring(equals + 1)));
    }

    private static Option<String> decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int b = c == '%' ? escaped(text, at + 1) : c == '+' ? ' ' : c;
            if (b < 0 || (c != '%' && (c <= ' ' || c > '~'))) {
                return Option.none();
            }
            bytes.write(b);
            at += c == '%' ? 3 : 1;
        }
        return utf8(bytes.toByteArray());
    }

    /** The byte that two hexadecimal digits stand for; negative if there are none. */
    private static int escaped(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        boolean ascii = text.charAt(at) < 128 && text.charAt(at + 1) < 128;
        return high < 0 || low < 0 || !ascii ? -1 : high * 16 + low;
    }

    private static Option<String> utf8(byte[] bytes) {
        try {
            return Option.some(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Option.none();
        }
    }
}
