package com.guance.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NoticeTest {

    private static final String SIGNED = "{\"Signature\":\"s3cret\"}";
    private static final Sign SIGN = new Sign(Kind.ENDED, World.START);

    private final Notice.Envelope envelope = new Notice.Envelope("id", "aws", World.START, new RawText(SIGNED));

    @Test
    @DisplayName("NOT-4 a notice is understood, unknown or malformed")
    void notices() {
        List<Notice> all = List.of(
                new Notice.Understood(envelope, new Fact.OfCustomer(World.CUSTOMER, SIGN)),
                new Notice.Unknown(envelope, "entitlement-updated"),
                new Notice.Malformed(envelope, List.of("no JSON")));

        assertThat(all)
                .extracting(notice -> notice.<String>fold(is("understood"), is("unknown"), is("malformed")))
                .containsExactly("understood", "unknown", "malformed");
        assertThat(all).extracting(Notice::envelope).containsOnly(envelope);
    }

    @Test
    @DisplayName("NOT-5 each outcome is a case of its own")
    void outcomes() {
        List<NoticeOutcome> all = List.of(
                new NoticeOutcome.Applied(World.FIRST),
                new NoticeOutcome.Parked(World.FIRST.value()),
                new NoticeOutcome.Duplicate(),
                new NoticeOutcome.Stale(new StaleSign(SIGN, SIGN)),
                new NoticeOutcome.Ignored("why"),
                new NoticeOutcome.Malformed(List.of("no JSON")));

        assertThat(all)
                .extracting(outcome -> outcome.<String>fold(
                        is("applied"), is("parked"), is("duplicate"), is("stale"), is("ignored"), is("malformed")))
                .containsExactly("applied", "parked", "duplicate", "stale", "ignored", "malformed");
    }

    @Test
    @DisplayName("a notice's text, which may carry signatures, never shows itself")
    void textIsHidden() {
        assertThat(envelope.text()).hasToString("RawText[22 characters]");
        assertThat(new Notice.Malformed(envelope, List.of()).toString()).doesNotContain("s3cret");
        assertThat(envelope.text().value()).isEqualTo(SIGNED);
    }

    @Test
    @DisplayName("what is wrong with a notice does not change behind its back")
    void copies() {
        List<String> problems = new ArrayList<>(List.of("no JSON"));
        Notice.Malformed malformed = new Notice.Malformed(envelope, problems);

        problems.clear();

        assertThat(malformed.problems()).containsExactly("no JSON");
    }

    @Test
    @DisplayName("the two marketplaces differ in cloud, currency and window")
    void profiles() {
        MarketplaceProfile global = MarketplaceProfile.aws("code");
        MarketplaceProfile china = MarketplaceProfile.awsChina("code");

        assertThat(List.of(
                        global.marketplace(),
                        global.cloud().toString(),
                        global.currency().getCurrencyCode()))
                .containsExactly("aws", "aws", "USD");
        assertThat(List.of(
                        china.marketplace(),
                        china.cloud().toString(),
                        china.currency().getCurrencyCode()))
                .containsExactly("aws-cn", "aws-cn", "CNY");
        assertThat(List.of(global.window().toHours(), china.window().toHours())).containsExactly(24L, 6L);
    }

    @Test
    @DisplayName("a product's names are letters, digits, dots, dashes, so that keys made of them are unambiguous")
    void products() {
        assertThat(new Product("aws-cn", "a.B_1-").code()).isEqualTo("a.B_1-");
        for (String bad : List.of("", "a/b", "a b", "é", "a".repeat(256))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Product(bad, "code"));
            assertThatIllegalArgumentException().isThrownBy(() -> new Product("aws", bad));
        }
        assertThat(new Product("aws", "a".repeat(255)).code()).hasSize(255);
    }

    @Test
    @DisplayName("a customer's key names marketplace, product and customer")
    void customerKey() {
        assertThat(World.CUSTOMER.key()).isEqualTo("aws/observability/customer-1");
        assertThatIllegalArgumentException().isThrownBy(() -> new MarketplaceCustomer.Legacy(World.PRODUCT, " "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarketplaceCustomer.Legacy(World.PRODUCT, "c".repeat(256)));
    }

    private static <T> Function<T, String> is(String name) {
        return any -> name;
    }
}
