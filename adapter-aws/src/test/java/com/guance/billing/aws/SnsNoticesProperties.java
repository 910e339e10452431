package com.guance.billing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Notice;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SnsNoticesProperties {

    private static final Instant RECEIPT = Instant.parse("2026-03-18T12:00:05Z");
    private static final String WHOLE = SnsTexts.notification(
            "id-1", "2026-03-18T12:00:00.123Z", SnsTexts.body("unsubscribe-success", "cust-1", "prod-obs"));

    private final MarketplaceProfile profile = MarketplaceProfile.aws("prod-obs");

    @Property
    @Label("NOT-4 any text is a notice")
    void anyText(@ForAll String text) {
        holds(text);
    }

    @Property
    @Label("NOT-4 a notice cut off anywhere is malformed")
    void truncated(@ForAll("cuts") int length) {
        assertThat(holds(WHOLE.substring(0, length))).isInstanceOf(Notice.Malformed.class);
    }

    @Property
    @Label("NOT-4 a notice with anything changed is a notice")
    void mutated(@ForAll("mutants") String text) {
        holds(text);
    }

    @Property
    @Label("NOT-4 any value in any field is a notice")
    void fields(@ForAll("values") String id, @ForAll("values") String time, @ForAll("values") String message) {
        holds("{\"Type\":\"Notification\",\"MessageId\":" + id + ",\"Timestamp\":" + time + ",\"Message\":" + message
                + "}");
        holds("{\"action\":" + id + ",\"product-code\":" + time + ",\"customer-identifier\":" + message + "}");
    }

    @Provide
    Arbitrary<Integer> cuts() {
        return Arbitraries.integers().between(0, WHOLE.length() - 1);
    }

    @Provide
    Arbitrary<String> mutants() {
        Arbitrary<Integer> at = Arbitraries.integers().between(0, WHOLE.length());
        Arbitrary<String> other = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(3),
                Arbitraries.of("\"", "\\", "{", "}", "[", ",", ":", "null", "\\u0000", "\\ud800", "1e9"));
        return Combinators.combine(at, at, other)
                .as((one, two, text) ->
                        WHOLE.substring(0, Math.min(one, two)) + text + WHOLE.substring(Math.max(one, two)));
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.of("null", "true", "0", "-1.5e300", "[]", "{}", "\"\"", "\"\\u0000\"", "\"\\ud800\""),
                Arbitraries.of(
                        "\"subscribe-success\"",
                        "\"prod-obs\"",
                        "\"+999999999-12-31T23:59:59Z\"",
                        "\"-999999999-01-01T00:00:00Z\"",
                        "\"2026-03-18T12:00:00Z\"",
                        SnsTexts.quoted(SnsTexts.body("subscribe-fail", "c", "prod-obs"))),
                Arbitraries.strings().alpha().map(SnsTexts::quoted));
    }

    private Notice holds(String text) {
        Notice notice = notice(text, RECEIPT);
        assertThat(notice.envelope().id()).isNotBlank().hasSizeLessThanOrEqualTo(100);
        assertThat(notice.envelope().receipt()).isEqualTo(RECEIPT);
        assertThat(notice.<Boolean>fold(
                        understood ->
                                !Facts.of(understood).sign().ownTime().isBefore(Instant.parse("2000-01-01T00:00:00Z")),
                        unknown -> unknown.why().length() < 100,
                        malformed -> !malformed.problems().isEmpty()))
                .isTrue();
        return notice;
    }

    private Notice notice(String text, Instant receipt) {
        return SnsNotices.read(text, profile, receipt);
    }
}
