package com.guance.billing.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.DomainEvent;
import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.aws.LandingForms;
import com.guance.billing.aws.SnsNotices;
import com.guance.billing.inmemory.marketplace.MarketplaceNotice;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.RawText;
import com.guance.billing.workspace.RegistrationForm.Answers;
import com.guance.billing.workspace.RegistrationForm.Consent;
import com.guance.billing.workspace.RegistrationProblem;
import com.guance.billing.workspace.RegistrationRefusal;
import com.guance.billing.workspace.SettlementRefusal;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Input that is no good, from end to end: the exact answer, nothing written, and the good input still works. */
class BadInputTest {

    private static final String EMOJI = "\uD83D\uDED2";

    private final OpenStore store = StoreChoice.of().get().open();
    private final World world = World.over(store);
    private final Stage stage = new Stage(world);

    @AfterEach
    void close() {
        world.close();
        store.close();
    }

    @Test
    @DisplayName("ARR-1 an expired token is refused as such; the buyer lands again with a new one")
    void expiredToken() {
        stage.deliver(stage.subscribes());
        String form = world.aws().landingForm(world.cast().awsAccount());
        world.clock().advance(world.aws().product().rulings().tokenLife());
        assertThat(unchanged(() -> stage.land(form))).isEqualTo(Either.left(new LandingRefusal.TokenExpired()));
        landsAndPays();
    }

    @Test
    @DisplayName("ARR-1 a token that the marketplace never issued is refused as such")
    void invalidToken() {
        stage.deliver(stage.subscribes());
        assertThat(unchanged(() -> stage.land(form("made-up"))))
                .isEqualTo(Either.left(new LandingRefusal.TokenInvalid()));
        landsAndPays();
    }

    @Test
    @DisplayName("ARR-1 a form with an empty token is no landing: the library is not asked")
    void emptyToken() {
        stage.deliver(stage.subscribes());
        assertThat(unchanged(() -> LandingForms.read(form(""), world.profile())))
                .isEqualTo(Either.left(List.of(LandingForms.Problem.TOKEN_BLANK)));
        landsAndPays();
    }

    @Test
    @DisplayName("ARR-1 a token for another product is refused with the product it is for")
    void anotherProduct() {
        stage.deliver(stage.subscribes());
        String token = world.aws().issueTokenOfAnotherProduct(world.cast().awsAccount());
        assertThat(unchanged(() -> stage.land(form(token))))
                .isEqualTo(Either.left(new LandingRefusal.TokenForAnotherProduct(
                        world.profile().product(), world.aws().product().productCode() + "-other")));
        landsAndPays();
    }

    @Test
    @DisplayName("ARR-4 a blank name is refused")
    void blankName() {
        refusesRegistration(
                new Answers(" \t\u3000", "EN", "us1", new Consent(true, "1")),
                new RegistrationProblem.NameLength(0, 256));
    }

    @Test
    @DisplayName("ARR-4 a name of 257 characters is refused")
    void longName() {
        refusesRegistration(
                new Answers("x".repeat(257), "EN", "us1", new Consent(true, "1")),
                new RegistrationProblem.NameLength(257, 256));
    }

    @Test
    @DisplayName("ARR-4 256 emoji are a name and come back equal; 257 are not")
    void emojiName() {
        refusesRegistration(
                new Answers(EMOJI.repeat(257), "EN", "us1", new Consent(true, "1")),
                new RegistrationProblem.NameLength(257, 256));
        String name = EMOJI.repeat(256);
        stage.registers(world.cast().search(), new Answers(name, "EN", "us1", new Consent(true, "1")))
                .get();
        assertThat(world.billing()
                        .ask()
                        .workspace(world.cast().search())
                        .get()
                        .registration()
                        .profile()
                        .name())
                .isEqualTo(name);
    }

    @Test
    @DisplayName("ARR-4 a site that the product does not have is refused")
    void unknownSite() {
        refusesRegistration(
                new Answers("Shop", "EN", "mars1", new Consent(true, "1")), new RegistrationProblem.SiteUnknown());
    }

    @Test
    @DisplayName("ARR-4 an agreement that is not accepted is refused")
    void agreementNotAccepted() {
        refusesRegistration(
                new Answers("Shop", "EN", "us1", new Consent(false, "1")),
                new RegistrationProblem.AgreementNotAccepted());
    }

    @Test
    @DisplayName("SET-3 a workspace is not bound to a cloud account under another Billing Center account")
    void acrossHolders() {
        stage.arrives();
        stage.existsUnder(world.cast().stranger().id(), world.cast().shop());
        stage.existsUnder(world.cast().holder().id(), world.cast().search());
        assertThat(unchanged(() -> stage.binds(world.cast().shop())))
                .isEqualTo(Either.left(
                        new SettlementRefusal.CloudAccountUnknown(world.cast().cloudAccount())));
        assertThat(stage.binds(world.cast().search()).isRight()).isTrue();
    }

    @Test
    @DisplayName(
            "END-1 the end of an unknown customer is kept; an older activation that comes later does not revive it")
    void endOfUnknownCustomer() {
        MarketplaceNotice activation = stage.subscribes();
        MarketplaceNotice end = stage.cancels();
        assertThat(stage.deliver(end)).isInstanceOf(NoticeOutcome.Parked.class);
        assertThat(stage.events())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("SubscriptionSeen", "SubscriptionEnding");
        assertThat(unchanged(() -> stage.deliver(activation))).isInstanceOf(NoticeOutcome.Stale.class);
        stage.claims(stage.lands()).get();
        stage.existsUnder(world.cast().holder().id(), world.cast().shop());
        assertThat(stage.isOnFile()).isFalse();
        assertThat(stage.binds(world.cast().shop()).get().waiting())
                .as("who lands is expected to have subscribed again")
                .isNotEmpty();
        assertThat(stage.isPaidByCloud(world.cast().shop())).isFalse();
        assertThat(stage.deliver(stage.subscribes())).isInstanceOf(NoticeOutcome.Applied.class);
        assertThat(stage.isPaidByCloud(world.cast().shop())).isTrue();
    }

    @Test
    @DisplayName("NOT-1 NOT-4 a notice that is not JSON is kept whole, once; the next good one is applied")
    void notJson() {
        stage.arrives();
        String text = "<html>503 " + EMOJI + "</html>\r\n";
        Notice notice = SnsNotices.read(text, world.profile(), world.now());
        assertThat(unchanged(() -> stage.deliver(text))).isInstanceOf(NoticeOutcome.Malformed.class);
        assertThat(unchanged(() -> stage.deliver(text))).isInstanceOf(NoticeOutcome.Malformed.class);
        assertThat(keptText(notice)).isEqualTo(Option.some(new RawText(text)));
        assertThat(stage.deliver(stage.cancels())).isInstanceOf(NoticeOutcome.Applied.class);
        assertThat(stage.isOnFile()).isFalse();
    }

    private void refusesRegistration(Answers answers, RegistrationProblem problem) {
        stage.arrives();
        assertThat(unchanged(() -> stage.registers(world.cast().shop(), answers)))
                .isEqualTo(Either.left(new RegistrationRefusal(List.of(problem))));
        assertThat(stage.registers(world.cast().shop(), Stage.GOOD).isRight()).isTrue();
        assertThat(stage.isPaidByCloud(world.cast().shop())).isTrue();
    }

    private void landsAndPays() {
        ClaimTicket ticket = stage.lands();
        assertThat(stage.claims(ticket).isRight()).isTrue();
        assertThat(stage.isOnFile()).isTrue();
    }

    /** What the input is answered with; and nothing was written by it. */
    private <T> T unchanged(Supplier<T> input) {
        stage.events();
        Map<String, Object> before = stage.state();
        T answer = input.get();
        assertThat(stage.state()).isEqualTo(before);
        assertThat(stage.events()).isEqualTo(List.<DomainEvent>of());
        return answer;
    }

    private Option<RawText> keptText(Notice notice) {
        UnitOfWork unit = store.unitOfWork();
        return unit.<Void, Option<RawText>>inTransaction(stores -> Either.right(stores.notices()
                        .find(notice.envelope().identity())
                        .map(kept -> kept.envelope().text())))
                .get();
    }

    private static String form(String token) {
        return "x-amzn-marketplace-token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    }
}
