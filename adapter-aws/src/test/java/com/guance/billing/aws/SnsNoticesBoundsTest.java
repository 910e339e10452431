package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Notice;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnsNoticesBoundsTest {

    private static final Instant RECEIPT = Instant.parse("2026-03-18T12:00:05Z");
    private static final String BODY = SnsTexts.body("subscribe-success", "cust-1", "prod-obs");

    private final MarketplaceProfile profile = MarketplaceProfile.aws("prod-obs");

    @Test
    @DisplayName("NOT-4 a notice is read and kept whole up to its bound; beyond it its beginning is kept, and said so")
    void size() {
        String whole = SnsTexts.notification("id-1", "2026-03-18T12:00:00Z", BODY);
        String longest = whole + " ".repeat(SnsNotices.LONGEST - whole.length());
        assertThat(notice(longest, RECEIPT)).isInstanceOf(Notice.Understood.class);

        Notice.Malformed larger = malformed(longest + " ");
        assertThat(larger.problems()).containsExactly("the notice has 262145 characters, the first 262144 are kept");
        assertThat(larger.envelope().text().value()).isEqualTo(longest);
        assertThat(larger.envelope().id())
                .isNotEqualTo(malformed(longest + "  ").envelope().id());
    }

    @Test
    @DisplayName("NOT-4 cutting does not halve a character")
    void wholeCharacters() {
        Notice.Malformed cut = malformed("a" + "🙂".repeat(SnsNotices.LONGEST / 2));
        assertThat(cut.problems()).containsExactly("the notice has 262145 characters, the first 262143 are kept");
    }

    @ParameterizedTest
    @DisplayName("NOT-4 what no database stores is replaced, and said so")
    @ValueSource(strings = {"\u0000", "\ud800", "\udc00x"})
    void unstorable(String characters) {
        Notice.Malformed notice = malformed(BODY + characters);
        assertThat(notice.problems())
                .containsExactly("the notice has characters that cannot be stored, they are replaced");
        assertThat(notice.envelope().text().value()).startsWith(BODY + "\ufffd");
    }

    @Test
    @DisplayName("NOT-4 depth, names and numbers are bounded")
    void depth() {
        assertThat(malformed("{\"a\":" + "[".repeat(100_000)).problems()).hasSize(1);
        assertThat(malformed("{\"a\":" + "[".repeat(32) + "]".repeat(32) + "}").problems())
                .hasSize(1);
        assertThat(malformed("{\"" + "n".repeat(100_000) + "\":1}").problems()).hasSize(1);
        assertThat(malformed("{\"a\":" + "9".repeat(100_000) + "}").problems()).hasSize(1);
        assertThat(malformed("{\"a\":1e9999999999}").problems()).isNotEmpty();
    }

    private Notice.Malformed malformed(String text) {
        return (Notice.Malformed) notice(text, RECEIPT);
    }

    private Notice notice(String text, Instant receipt) {
        return SnsNotices.read(text, profile, receipt);
    }
}
