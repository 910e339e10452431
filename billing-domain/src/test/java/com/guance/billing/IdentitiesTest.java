package com.guance.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.arrival.RegistrationToken;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.UsagePeriod;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.testing.Forms;
import com.guance.billing.testing.World;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdentitiesTest {

    @ParameterizedTest(name = "{0}, at most {1}")
    @MethodSource("values")
    @DisplayName("a textual value is not blank, not too long in characters, and text")
    void bounds(String name, int longest, Function<String, Object> of) {
        assertThatCode(() -> of.apply("a")).doesNotThrowAnyException();
        assertThatCode(() -> of.apply("a".repeat(longest))).doesNotThrowAnyException();
        assertThatCode(() -> of.apply(Forms.NON_BMP.repeat(longest))).doesNotThrowAnyException();
        for (String bad :
                new String[] {"", " \t", "a".repeat(longest + 1), "a\u0000", "a\n", Forms.LONE_SURROGATE + "a"}) {
            assertThatIllegalArgumentException().as(name).isThrownBy(() -> of.apply(bad));
        }
    }

    static Stream<Arguments> values() {
        UsagePeriod period = new UsagePeriod(World.START, World.START.plusSeconds(1));
        Charge.Usage usage = new Charge.Usage(new Dimension("d"), Quantity.ZERO);
        return Stream.of(
                value("workspace", 64, WorkspaceId::new),
                value("Billing Center account", 64, BillingCenterAccountId::new),
                value("cloud account", 300, CloudAccountId::new),
                value("subscription", 600, SubscriptionId::new),
                value("user", 128, UserId::new),
                value("claim ticket", 128, ClaimTicket::new),
                value("registration token", 8192, RegistrationToken::new),
                value("dimension", 255, Dimension::new),
                value("cloud", 32, Cloud::new),
                value("site", 32, SiteId::new),
                value("customer", 255, id -> new MarketplaceCustomer.Legacy(World.PRODUCT, id)),
                value("charge key", 128, key -> new Charge(key, World.WORKSPACE, usage, period)));
    }

    private static Arguments value(String name, int longest, Function<String, Object> of) {
        return Arguments.of(name, longest, of);
    }

    @Test
    @DisplayName("an identity shows itself as its text")
    void asText() {
        assertThat(Stream.of(
                        new WorkspaceId("a"),
                        new BillingCenterAccountId("a"),
                        new CloudAccountId("a"),
                        new SubscriptionId("a"),
                        new UserId("a"),
                        new Dimension("a"),
                        new Cloud("a"),
                        new SiteId("a")))
                .extracting(Object::toString)
                .containsOnly("a");
    }

    @Test
    @DisplayName("ARR-2 the same account at the same marketplace always has the same identity")
    void cloudAccounts() {
        assertThat(CloudAccountId.of("aws", "111122223333"))
                .isEqualTo(new CloudAccountId("aws:111122223333"))
                .isNotEqualTo(CloudAccountId.of("aws-cn", "111122223333"));
    }

    @Test
    @DisplayName("what is wrong with a text is told without repeating it")
    void messages() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Text.bounded("secret".repeat(2), 5, "thing"))
                .withMessage("thing has 12 characters, at most 5 are allowed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Text.bounded(" ", 5, "thing"))
                .withMessage("thing is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Text.bounded("a\u0007", 5, "thing"))
                .withMessageStartingWith("thing contains");
        assertThat(Text.bounded(" a ", 5, "thing")).isEqualTo(" a ");
    }
}
