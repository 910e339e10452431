package com.guance.billing.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.micrometer.BillingMetrics;
import com.guance.billing.site.Cloud;
import com.guance.billing.site.Site;
import com.guance.billing.site.SiteCatalogue;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.Product;
import com.guance.billing.subscription.RawText;
import com.guance.billing.subscription.Sign;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What operators see of notices and landings (NOT-14). */
class NoticesWatchedTest {

    private final Scene scene = new Scene(InMemoryBilling.create());
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final CloudBilling billing = CloudBilling.over(scene.store)
            .selling(scene.aws.asPort(scene.profile))
            .sites(SiteCatalogue.of(new Site(new SiteId("us1"), Cloud.AWS)))
            .billingCenter(new Enterprise(Scene.HOLDER, Scene.OTHER, Scene.RENMINBI))
            .watchedBy(BillingMetrics.counters(meters))
            .build(new SecureRandom());

    @BeforeEach
    void nothingLoggedYet() {
        List<String> unused = CapturedLogs.take();
    }

    @Test
    @DisplayName(
            "NOT-14 a malformed notice is a WARN with its id and what is wrong, and is counted; its text is not logged")
    void malformed() {
        billing.receiveNotice().receive(new Notice.Malformed(envelope("n1"), List.of("no JSON", "no id")));

        assertThat(CapturedLogs.take()).containsExactly("WARN notice n1: malformed: no JSON, no id");
        assertThat(counted("malformed")).isEqualTo(1);
    }

    @Test
    @DisplayName("NOT-14 a notice of a product that is not sold here is a WARN, and is counted")
    void foreignProduct() {
        Notice foreign = new Notice.Understood(
                envelope("n1"),
                new Fact.OfCustomer(
                        new MarketplaceCustomer.Legacy(new Product("aws", "other"), "c"),
                        new Sign(Sign.Kind.ACTIVATED, scene.now())));
        billing.receiveNotice().receive(foreign);

        assertThat(CapturedLogs.take()).containsExactly("WARN notice n1: ignored: a product that is not sold here");
        assertThat(counted("ignored")).isEqualTo(1);
    }

    @Test
    @DisplayName("NOT-14 outcomes are counted one by one; what is received or repeated is no WARN")
    void outcomes() {
        Notice activation = scene.notice("n2", "customer-1", new Sign(Sign.Kind.ACTIVATED, scene.now()));
        billing.receiveNotice().receive(activation);
        billing.receiveNotice().receive(activation);
        billing.receiveNotice().receive(new Notice.Unknown(envelope("n3"), "action entitlement-updated"));

        assertThat(CapturedLogs.take()).noneMatch(line -> line.startsWith("WARN"));
        assertThat(counted("parked")).isEqualTo(1);
        assertThat(counted("duplicate")).isEqualTo(1);
        assertThat(counted("ignored")).isEqualTo(1);
    }

    @Test
    @DisplayName("NOT-14 refused landings are counted by reason")
    void landings() {
        assertThat(billing.landBuyer()
                        .land(scene.landing("no token of ours"), scene.now())
                        .isLeft())
                .isTrue();

        assertThat(meters.get("cloud.billing.landings.refused")
                        .tag("reason", "token-invalid")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private double counted(String outcome) {
        return meters.get("cloud.billing.notices").tag("outcome", outcome).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private Notice.Envelope envelope(String id) {
        return new Notice.Envelope(id, "aws", scene.now(), new RawText("a text that is not logged"));
    }
}
