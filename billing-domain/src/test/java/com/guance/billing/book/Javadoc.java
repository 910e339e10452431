package com.guance.billing.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the sources say of a type or a constant, as Markdown: the comment before its declaration, without its tags.
 *
 * @param text in one line
 */
record Javadoc(String text) {

    private static final Pattern TAGS = Pattern.compile("(?s)(^|\\s)@(param|return|throws)\\s.*");
    private static final Pattern INLINE = Pattern.compile("\\{@(?:code|link)\\s+(?:[\\w.]*[#.])?([^}]*)}");
    private static final String MAIL = "A mail of the vendor: ";

    static Javadoc of(Class<?> type) {
        return before(type, declaration(type));
    }

    static Javadoc of(Enum<?> constant) {
        return before(constant.getDeclaringClass(), "(?m)^\\s*" + constant.name() + "\\b");
    }

    /** How far from the beginning of its source a type is declared. */
    static int position(Class<?> type) {
        Matcher found = Pattern.compile(declaration(type)).matcher(source(type));
        return found.find() ? found.start() : -1;
    }

    /** Where a type is declared, seen from {@code docs/}. */
    static String link(Class<?> type) {
        return "../" + Compiled.module().getFileName() + "/" + file(type);
    }

    String firstSentence() {
        return sentences().get(0).replaceFirst("^" + MAIL, "");
    }

    /** Whether the vendor sends a mail of it: yes, or when. */
    String mail() {
        return sentences().stream()
                .filter(sentence -> sentence.contains(MAIL.substring(2)))
                .map(sentence -> sentence.startsWith(MAIL) ? "yes" : sentence)
                .findFirst()
                .orElse("");
    }

    private List<String> sentences() {
        return Stream.of(text.split("(?<=[.。])\\s+", -1)).toList();
    }

    private static String declaration(Class<?> type) {
        return "\\b" + (type.isRecord() ? "record" : "interface") + "\\s+" + type.getSimpleName() + "\\b";
    }

    private static Javadoc before(Class<?> type, String declaration) {
        String source = source(type);
        String comment = "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:public |sealed |static )*";
        Matcher found = Pattern.compile("(?s)" + comment + declaration).matcher(source);
        if (!found.find()) {
            throw new IllegalStateException("no Javadoc before " + declaration + " in " + file(type));
        }
        return new Javadoc(cleaned(found.group(1)));
    }

    private static String cleaned(String comment) {
        String lines = TAGS.matcher(comment.replaceAll("(?m)^\\s*\\* ?", "")).replaceFirst("");
        return INLINE.matcher(lines.replaceAll("\\s+", " ").strip())
                .replaceAll("`$1`")
                .replaceAll("</?em>", "*")
                .replaceAll("</?p>", "")
                .replace("|", "\\|");
    }

    private static String source(Class<?> type) {
        try {
            return Files.readString(Compiled.module().resolve(file(type)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(Class<?> type) {
        Class<?> outermost = type.isMemberClass() ? type.getEnclosingClass() : type;
        return "src/main/java/" + outermost.getName().replace('.', '/') + ".java";
    }
}
