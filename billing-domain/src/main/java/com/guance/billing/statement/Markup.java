package com.guance.billing.statement;

import java.util.function.Consumer;

/** HTML on its way out: what is ours as it is, what is anybody's escaped. */
record Markup(Consumer<String> out) {

    Markup raw(String html) {
        out.accept(html);
        return this;
    }

    /** A text of anybody's; it cannot turn the direction of what stands beside it either. */
    Markup text(String text) {
        return raw("<bdi>").raw(escaped(text)).raw("</bdi>");
    }

    /** A row of a table: its name, and numbers. */
    Markup row(String name, String... numbers) {
        raw("<tr><th scope=\"row\">").text(name).raw("</th>");
        for (String number : numbers) {
            raw("<td class=\"n\">").raw(escaped(number)).raw("</td>");
        }
        return raw("</tr>\n");
    }

    /** The beginning of a table of names and numbers, as {@link #row} writes them. */
    Markup numbers(String caption, String... columns) {
        return table("<table class=\"numbers\">", caption, columns);
    }

    /** The beginning of a table of texts. */
    Markup texts(String caption, String... columns) {
        return table("<table>", caption, columns);
    }

    private Markup table(String tag, String caption, String... columns) {
        raw(tag).raw("<caption>").raw(escaped(caption)).raw("</caption><thead><tr>");
        for (String column : columns) {
            raw("<th scope=\"col\">").raw(escaped(column)).raw("</th>");
        }
        return raw("</tr></thead><tbody>\n");
    }

    Markup endOfTable() {
        return raw("</tbody></table>\n");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
