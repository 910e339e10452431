package com.guance.billing.example.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LinksTest {

    @Test
    @DisplayName("every link of every page leads to a file, and to an anchor in it if it names one")
    void linksLeadSomewhere() throws IOException {
        List<Path> pages = Sources.pages();
        assertThat(pages).hasSizeGreaterThan(40);
        for (Path page : pages) {
            assertThat(PageLinks.broken(page, Files.readString(page)))
                    .as("broken links in %s", page)
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("planted broken links are found")
    void brokenLinksAreFound() {
        Path page = Sources.ROOT.resolve("docs/glossary.md");
        String text = "## [Events](events.md): `what` happens\n<a id=\"AAA-1\"></a>\n";
        assertThat(PageLinks.broken(page, text + "[a](#AAA-1) [b](#events-what-happens) [c](rules/ends.md#END-1)\n"))
                .isEmpty();
        assertThat(PageLinks.broken(page, text + "[a](#AAA-2) [b](#events) [c](rules/ends.md#SET-1) [d](no.md#x)\n"))
                .containsExactly("#AAA-2", "#events", "rules/ends.md#SET-1", "no.md#x");
        assertThat(PageLinks.broken(
                        page, text + "[a](no.md)\n\n[END-1]: rules/ends.md#SET-1\n[END-2]: rules/ends.md#END-2\n"))
                .containsExactly("no.md", "rules/ends.md#SET-1");
    }
}
