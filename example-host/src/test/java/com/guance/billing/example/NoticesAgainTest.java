package com.guance.billing.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.aws.SnsNotices;
import com.guance.billing.inmemory.marketplace.MarketplaceNotice;
import com.guance.billing.subscription.MarketplaceProfile;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Texts as they really come, read and judged more than once (NOT-1, NOT-7). */
class NoticesAgainTest {

    private final OpenStore store = RealStore.H2.open();
    private final World world = World.over(store);
    private final Stage stage = new Stage(world);

    @BeforeEach
    void anAccountThatPays() {
        stage.arrives();
    }

    @AfterEach
    void close() {
        world.close();
        store.close();
    }

    @Test
    @DisplayName("NOT-1 an end that was read with another product's profile is applied when it is read with its own")
    void anotherProductsProfile() {
        String end = stage.cancels().snsText();

        assertThat(received(SnsNotices.read(end, MarketplaceProfile.aws("prod-other"), world.now())))
                .isInstanceOf(NoticeOutcome.Ignored.class);
        assertThat(stage.deliver(end)).isInstanceOf(NoticeOutcome.Applied.class);
        assertThat(stage.isOnFile()).isFalse();
        assertThat(stage.deliver(end)).isEqualTo(new NoticeOutcome.Duplicate());
    }

    @Test
    @DisplayName("NOT-1 an end that came cut, under the same message id, is applied when it comes whole")
    void cut() {
        MarketplaceNotice end = stage.cancels();
        String whole = end.snsText();
        String cut = "{\"Type\":\"Notification\",\"MessageId\":\"" + end.messageId() + "\",\"Message\":\"{\"}";

        assertThat(stage.deliver(cut)).isInstanceOf(NoticeOutcome.Malformed.class);
        assertThat(stage.deliver(whole.substring(0, whole.length() / 2))).isInstanceOf(NoticeOutcome.Malformed.class);
        assertThat(stage.deliver(whole)).isInstanceOf(NoticeOutcome.Applied.class);
        assertThat(stage.isOnFile()).isFalse();
    }

    @Test
    @DisplayName("NOT-7 NOT-1 by raw delivery, where it is allowed: subscribed, cancelled, subscribed again are three"
            + " notices")
    void rawDelivery() {
        assertThat(stage.deliver(raw("unsubscribe-success"))).isInstanceOf(NoticeOutcome.Malformed.class);

        world.clock().advance(Duration.ofMinutes(1));
        assertThat(received(raw("m-1", "subscribe-success"))).isInstanceOf(NoticeOutcome.Applied.class);
        world.clock().advance(Duration.ofMinutes(1));
        assertThat(received(raw("m-2", "unsubscribe-success"))).isInstanceOf(NoticeOutcome.Applied.class);
        assertThat(stage.isOnFile()).as("an end is only suspected").isTrue();
        world.clock().advance(Duration.ofMinutes(1));
        assertThat(received(raw("m-3", "subscribe-success"))).isInstanceOf(NoticeOutcome.Applied.class);
        assertThat(received(raw("m-3", "subscribe-success"))).isEqualTo(new NoticeOutcome.Duplicate());
        assertThat(stage.isOnFile()).isTrue();
    }

    private Notice raw(String transportsId, String action) {
        return SnsNotices.read(
                raw(action),
                world.profile().allowingRawDelivery(),
                new SnsNotices.Delivery(transportsId, world.now(), world.now()));
    }

    private String raw(String action) {
        return "{\"action\":\"" + action + "\",\"customer-identifier\":\""
                + world.aws().customerIdentifier(world.cast().awsAccount()) + "\",\"product-code\":\""
                + world.profile().product().code() + "\"}";
    }

    private NoticeOutcome received(Notice notice) {
        return world.billing().receiveNotice().receive(notice);
    }
}
