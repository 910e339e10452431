package com.guance.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MarketplaceProfileTest {

    private static final String ARN = "arn:aws:license-manager::294406891311:license:l-1";

    private static final Instant MOVE = Instant.parse("2026-07-01T09:00:00Z");
    private static final Product PRODUCT = new Product("aws", "prod");
    private static final MarketplaceCustomer LEGACY = new MarketplaceCustomer.Legacy(PRODUCT, "customer-1");
    private static final MarketplaceCustomer LICENSED =
            new MarketplaceCustomer.Licensed(PRODUCT, "111122223333", "l-1");

    private final MarketplaceProfile aws = MarketplaceProfile.aws("prod");
    private final MarketplaceProfile moving = aws.movingToLicenses(MOVE);

    @Test
    @DisplayName("SUB-8 a record may be as old as the window: 24 hours, in China 6")
    void window() {
        Instant now = Instant.parse("2026-03-10T09:30:00Z");
        assertThat(aws.oldestTimestamp(now)).isEqualTo(now.minus(Duration.ofHours(24)));
        assertThat(MarketplaceProfile.awsChina("prod").oldestTimestamp(now)).isEqualTo(now.minus(Duration.ofHours(6)));
    }

    @Test
    @DisplayName("SUB-8 last month's usage is taken until 06:00 UTC on the 1st, to the instant")
    void monthEnd() {
        Instant closes = Instant.parse("2026-04-01T06:00:00Z");
        assertThat(aws.oldestTimestamp(closes.minusNanos(1)))
                .isEqualTo(closes.minusNanos(1).minus(Duration.ofHours(24)));
        assertThat(aws.oldestTimestamp(closes)).isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
        assertThat(aws.oldestTimestamp(Instant.parse("2026-04-03T00:00:00Z")))
                .isEqualTo(Instant.parse("2026-04-02T00:00:00Z"));
    }

    @Test
    @DisplayName("SUB-8 last month is closed to a window that reaches into it, and to no other month's")
    void longWindow() {
        MarketplaceProfile days =
                new MarketplaceProfile(aws.product(), aws.cloud(), aws.currency(), Duration.ofDays(9));
        assertThat(days.oldestTimestamp(Instant.parse("2026-04-05T00:00:00Z")))
                .isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
        assertThat(days.oldestTimestamp(Instant.parse("2026-04-10T00:00:00Z")))
                .isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
        assertThat(days.oldestTimestamp(Instant.parse("2026-04-10T00:00:01Z")))
                .isEqualTo(Instant.parse("2026-04-01T00:00:01Z"));
    }

    @Test
    @DisplayName("NOT-14 a profile names the topics of its notices, or none; only ARNs of topics are some")
    void topics() {
        String arn = "arn:aws:sns:us-east-1:123456789012:aws-mp-subscription-notification-prod-obs";

        assertThat(aws.topics()).isEmpty();
        assertThat(aws.withTopics(arn).topics()).containsExactly(arn);
        assertThat(aws.withTopics(arn).byLicense().allowingRawDelivery().topics())
                .containsExactly(arn);
        assertThat(aws.withTopics(arn).withTopics()).isEqualTo(aws);
        for (String none : List.of("", "topic", arn.replace(":sns:", ":sqs:"), arn + " ", "arn:aws:sns:us-east-1::t")) {
            assertThatIllegalArgumentException().isThrownBy(() -> aws.withTopics(none));
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    @DisplayName("REL-2 NOT-14 a topic named twice is one; a null among the topics is refused by name")
    void topicsTwiceOrNull() {
        String arn = "arn:aws:sns:us-east-1:123456789012:aws-mp-subscription-notification-prod-obs";

        assertThat(aws.withTopics(arn, arn)).isEqualTo(aws.withTopics(arn));
        assertThatNullPointerException()
                .isThrownBy(() -> aws.withTopics(arn, null))
                .withMessage("topics is null");
        assertThatNullPointerException()
                .isThrownBy(() -> aws.withTopics((String[]) null))
                .withMessage("topics is null");
    }

    @Test
    @DisplayName("SUB-10 a product moves on the hour, and in nothing else")
    void moves() {
        assertThat(aws.licensesFrom()).isEmpty();
        assertThat(moving)
                .isEqualTo(new MarketplaceProfile(
                        aws.product(),
                        aws.cloud(),
                        aws.currency(),
                        aws.window(),
                        IdentityForm.LEGACY,
                        Option.some(MOVE),
                        aws.callsCountedBy(),
                        aws.meteringRegion(),
                        "294406891311",
                        Option.none(),
                        false,
                        Set.of()));
        for (Duration off : List.of(Duration.ofNanos(1), Duration.ofMinutes(30))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> aws.movingToLicenses(MOVE.plus(off)))
                    .withMessageContaining(MOVE.plus(off).toString());
        }
    }

    @Test
    @DisplayName("SUB-10 before the move the legacy form is metered, from its hour on the license, never both")
    void metersOneForm() {
        Instant before = MOVE.minus(Duration.ofHours(1));
        assertThat(moving.meters(LEGACY, before)).isTrue();
        assertThat(moving.meters(LEGACY, MOVE)).isFalse();
        assertThat(moving.meters(LICENSED, before)).isFalse();
        assertThat(moving.meters(LICENSED, MOVE)).isTrue();
        assertThat(moving.meters(LICENSED, MOVE.plus(Duration.ofHours(1)))).isTrue();
    }

    @Test
    @DisplayName("SUB-10 of a product that does not move both forms are metered at all times")
    void metersBoth() {
        for (MarketplaceCustomer customer : List.of(LEGACY, LICENSED)) {
            assertThat(aws.meters(customer, MOVE.minus(Duration.ofHours(1)))).isTrue();
            assertThat(aws.meters(customer, MOVE)).isTrue();
            assertThat(aws.isAhead(customer)).isFalse();
            assertThat(aws.isLeftBehind(customer)).isFalse();
        }
    }

    @Test
    @DisplayName("SUB-10 of a product that moves the legacy form is left behind, and the license is ahead")
    void sides() {
        assertThat(moving.isLeftBehind(LEGACY)).isTrue();
        assertThat(moving.isLeftBehind(LICENSED)).isFalse();
        assertThat(moving.isAhead(LICENSED)).isTrue();
        assertThat(moving.isAhead(LEGACY)).isFalse();
    }

    @Test
    @DisplayName("MET-10 a product has the dimensions of its list, to the letter, or any where it has none")
    void dimensions() {
        assertThat(aws.mayHave("anything")).isTrue();
        assertThat(moving.withDimensions(Set.of("hosts")).withCallsCountedBy("seller-2"))
                .satisfies(listed -> assertThat(listed.mayHave("hosts")).isTrue())
                .satisfies(listed -> assertThat(listed.mayHave("Hosts")).isFalse());
        assertThat(aws.withDimensions(Set.of()).mayHave("hosts")).isFalse();
        assertThat(aws.withDimensions(Set.of("hosts")).movingToLicenses(MOVE).mayHave("other"))
                .isFalse();
    }

    @Test
    @DisplayName("SUB-7 calls are counted by the marketplace unless the host names another account and region")
    void calls() {
        assertThat(aws.callsCountedBy()).isEqualTo("aws");
        assertThat(moving.withCallsCountedBy("seller-2/us-east-1"))
                .isEqualTo(new MarketplaceProfile(
                        aws.product(),
                        aws.cloud(),
                        aws.currency(),
                        aws.window(),
                        IdentityForm.LEGACY,
                        Option.some(MOVE),
                        "seller-2/us-east-1",
                        "us-east-1",
                        "294406891311",
                        Option.none(),
                        false,
                        Set.of()));
        assertThat(aws.withCallsCountedBy("n".repeat(64)).callsCountedBy()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> aws.withCallsCountedBy("n".repeat(65)));
        assertThatIllegalArgumentException().isThrownBy(() -> aws.withCallsCountedBy(" "));
    }

    @Test
    @DisplayName("SUB-10 a product is metered in the region of its cloud unless the host names another")
    void region() {
        assertThat(moving.meteringRegion()).isEqualTo("us-east-1");
        assertThat(MarketplaceProfile.awsChina("prod").meteringRegion()).isEqualTo("cn-northwest-1");
        assertThat(moving.meteredIn("eusc-de-east-1").meteringRegion()).isEqualTo("eusc-de-east-1");
        assertThat(moving.meteredIn("eusc-de-east-1").meteredIn("us-east-1")).isEqualTo(moving);
        assertThatIllegalArgumentException().isThrownBy(() -> aws.meteredIn(" "));
    }

    @Test
    @DisplayName("ARR-9 the form decides which name is the customer's, never which names are answered")
    void forms() {
        AnsweredNames both = new AnsweredNames(Option.some("cust-1"), Option.some(ARN));
        AnsweredNames onlyLicense = new AnsweredNames(Option.none(), Option.some(ARN));
        MarketplaceCustomer account = new MarketplaceCustomer.Account(aws.product(), "111122223333");
        MarketplaceCustomer license = new MarketplaceCustomer.Licensed(aws.product(), "111122223333", "l-1");

        assertThat(customer(aws, both)).containsExactly(new MarketplaceCustomer.Legacy(aws.product(), "cust-1"));
        assertThat(customer(aws, onlyLicense)).isEmpty();
        assertThat(customer(aws.byLicense(), both)).containsExactly(license);
        assertThat(customer(aws.byLicense(), AnsweredNames.none())).isEmpty();
        assertThat(customer(aws.byAccount(), both)).containsExactly(account);
        assertThat(customer(aws.byAccount(), AnsweredNames.none())).containsExactly(account);
    }

    @Test
    @DisplayName("ARR-9 SUB-10 legacy and account form never stand in one profile, and only the legacy form moves")
    void oneForm() {
        MarketplaceCustomer account = new MarketplaceCustomer.Account(aws.product(), "111122223333");
        MarketplaceProfile byAccount = aws.byAccount();

        assertThat(byAccount.meters(account, MOVE)).isTrue();
        assertThat(byAccount.meters(LEGACY, MOVE)).isFalse();
        assertThat(byAccount.meters(LICENSED, MOVE)).isFalse();
        assertThat(aws.meters(account, MOVE)).isFalse();
        assertThat(moving.meters(account, MOVE)).isFalse();
        assertThat(moving.meters(account, MOVE.minusSeconds(3_600))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> byAccount.movingToLicenses(MOVE));
        assertThatIllegalArgumentException().isThrownBy(moving::byAccount);
        assertThatIllegalArgumentException().isThrownBy(moving::byLicense);
    }

    @Test
    @DisplayName("MET-6 where no ARN was answered it is composed from the issuer")
    void issuer() {
        assertThat(aws.licenseArn("l-1")).isEqualTo(ARN);
        assertThat(aws.withLicensesIssuedBy("123456789012").licenseArn("l-1"))
                .isEqualTo("arn:aws:license-manager::123456789012:license:l-1");
        assertThat(MarketplaceProfile.awsChina("p").licenseArn("l-1")).startsWith("arn:aws-cn:license-manager::");
        assertThatIllegalArgumentException().isThrownBy(() -> aws.withLicensesIssuedBy("me"));
    }

    private static Option<MarketplaceCustomer> customer(MarketplaceProfile profile, AnsweredNames names) {
        return profile.customer(names, "111122223333", MOVE);
    }

    @Test
    @DisplayName("NOT-7 raw delivery is read only where the profile allows it")
    void rawDelivery() {
        MarketplaceProfile raw = aws.allowingRawDelivery();

        assertThat(aws.rawDelivery()).isFalse();
        assertThat(raw.rawDelivery()).isTrue();
        assertThat(raw.movingToLicenses(MOVE).withCallsCountedBy("n").meteredIn("r"))
                .isEqualTo(moving.withCallsCountedBy("n").meteredIn("r").allowingRawDelivery());
    }
}
