package com.guance.billing.application;

import static com.guance.billing.application.Scene.BUYER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.Sign;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OwnTimesTest {

    private final Scene scene = new Scene();
    private final Licenses licenses = new Licenses(scene);

    @ParameterizedTest
    @MethodSource("factsAt")
    @DisplayName("NOT-6 an own time far after the receipt, or before 2000, makes any adapter's notice malformed")
    void impossible(Function<Instant, Fact> factAt) {
        List<Instant> impossible = List.of(
                scene.now().plus(Duration.ofHours(20)),
                scene.now().plus(Duration.ofMinutes(5)).plusNanos(1),
                Instant.parse("1999-12-31T23:59:59.999Z"),
                Instant.MAX,
                Instant.MIN);

        assertThat(impossible)
                .allSatisfy(ownTime -> assertThat(licenses.hear(factAt.apply(ownTime)))
                        .isInstanceOfSatisfying(
                                NoticeOutcome.Malformed.class,
                                malformed -> assertThat(malformed.problems())
                                        .singleElement()
                                        .asString()
                                        .contains("own time")));
        assertThat(scene.events()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("factsAt")
    @DisplayName("NOT-6 an own time up to 5 minutes after the receipt is a clock that runs ahead")
    void possible(Function<Instant, Fact> factAt) {
        assertThat(licenses.hear(factAt.apply(scene.now().plus(Duration.ofMinutes(5)))))
                .isNotInstanceOf(NoticeOutcome.Malformed.class);
    }

    @Test
    @DisplayName("NOT-6 an activation dated 20 hours ahead activates nothing; the next one does")
    void activationAhead() {
        scene.aws.subscribe(BUYER);
        scene.aws.takeNotices();
        scene.claimAccount();
        Instant ahead = scene.now().plus(Duration.ofHours(20));

        NoticeOutcome outcome = scene.billing
                .receiveNotice()
                .receive(scene.notice("n1", customer(), new Sign(Sign.Kind.ACTIVATED, ahead)));

        assertThat(outcome).isInstanceOf(NoticeOutcome.Malformed.class);
        assertThat(scene.onFile()).isEmpty();
        scene.billing
                .receiveNotice()
                .receive(scene.notice("n2", customer(), new Sign(Sign.Kind.ACTIVATED, scene.now())));
        assertThat(scene.onFile()).hasSize(1);
    }

    private String customer() {
        return scene.aws.customerIdentifier(BUYER);
    }

    /** A fact of each kind that bears an own time. */
    static List<Function<Instant, Fact>> factsAt() {
        Scene any = new Scene();
        return List.of(
                at -> new Fact.OfCustomer(
                        new MarketplaceCustomer.Legacy(any.profile.product(), "c"), new Sign(Sign.Kind.ACTIVATED, at)),
                at -> new Licenses(any).ofLicense(1, new Sign(Sign.Kind.DEPROVISIONED, at)),
                at -> new Fact.OfAgreement(
                        Licenses.id(1), Option.some(new Sign(Sign.Kind.CANCELLED, at)), Option.none()));
    }
}
