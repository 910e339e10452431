package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.UserId;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.KeptNotice;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.Notice.Envelope;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.RawText;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.StaleSign;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Notices, each with what it came to whenever it was judged (NOT-1, NOT-5): the contract of {@link com.guance.billing.ports.driven.Notices}. */
public interface NoticesContract extends StoreContract {

    /** NOT-5 */
    @Test
    @DisplayName("every outcome comes back as it was kept, and a notice that was not kept has none (NOT-5)")
    default void everyOutcomeComesBack() {
        Sign sign = new Sign(Sign.Kind.ENDING, Given.NOW);
        List<NoticeOutcome> outcomes = List.of(
                new NoticeOutcome.Applied(Given.subscriptionId("1")),
                new NoticeOutcome.Parked(Given.subscriptionId("\uD83D\uDE80").value()),
                new NoticeOutcome.Stale(new StaleSign(sign, new Sign(Sign.Kind.ENDED, Given.NOW.plusNanos(1)))),
                new NoticeOutcome.Ignored("未知 ".repeat(300)),
                new NoticeOutcome.Malformed(List.of("no JSON", "no MessageId", "")),
                new NoticeOutcome.Malformed(List.of()));
        Work.run(unitOfWork(), stores -> {
            for (NoticeOutcome outcome : outcomes) {
                keep(stores, GivenNotices.envelope("n-" + outcomes.indexOf(outcome)), outcome);
            }
        });

        for (NoticeOutcome outcome : outcomes) {
            assertThat(outcome(GivenNotices.envelope("n-" + outcomes.indexOf(outcome))))
                    .isEqualTo(Option.some(outcome));
        }
        assertThat(outcome(GivenNotices.envelope("n-6"))).isEqualTo(Option.none());
    }

    /** NOT-4 */
    @Test
    @DisplayName("a notice comes back to the letter: long, binary, half a surrogate pair, empty (NOT-4)")
    default void anyTextComesBack() {
        List<String> texts = List.of(
                "",
                " \t\r\n ",
                "\u0000\u0001\r\n\t\uD83D",
                "\uFFFF\uFEFF\uDE80\uD83D",
                "\uD83D\uDE80".repeat(150_000),
                "a\u0000\uDE80\uD83D".repeat(50_000),
                "\"\\u0000 ' \"");
        for (String text : texts) {
            for (Notice notice : GivenNotices.ofEveryKind("n-" + texts.indexOf(text), new RawText(text))) {
                NoticeOutcome outcome = new NoticeOutcome.Malformed(List.of("no JSON"));

                Work.run(unitOfWork(), stores -> stores.notices().add(KeptNotice.first(notice.envelope(), outcome)));

                assertThat(outcome(notice.envelope())).isEqualTo(Option.some(outcome));
                assertThat(text(notice.envelope()).map(kept -> kept.value().equals(text)))
                        .isEqualTo(Option.some(true));
            }
        }
    }

    /** NOT-4 */
    @Test
    @DisplayName(
            "the text is the one that was judged, whatever came again; a notice that was not kept has none (NOT-4)")
    default void theTextIsTheOneThatWasJudged() {
        Envelope envelope = GivenNotices.envelope("n-1");
        Envelope again = new Envelope("n-1", envelope.marketplace(), Given.NOW, new RawText("?"));
        Work.run(unitOfWork(), stores -> keep(stores, envelope, new NoticeOutcome.Ignored("why not")));
        Work.run(unitOfWork(), stores -> stores.notices().repeated(again.identity(), Given.NOW));
        Work.refused(unitOfWork(), stores -> keep(stores, again, new NoticeOutcome.Ignored("why not")));

        assertThat(text(again)).isEqualTo(Option.some(envelope.text()));
        assertThat(text(GivenNotices.envelope("n-2"))).isEqualTo(Option.none());
        assertThat(text(new Envelope("n-1", "aws-cn", Given.NOW, envelope.text())))
                .isEqualTo(Option.none());
    }

    /** NOT-4 */
    @Test
    @DisplayName("understood notices are kept too, whatever they say")
    default void understoodNoticesAreKept() {
        NoticeOutcome applied = new NoticeOutcome.Applied(Given.subscriptionId("1"));
        List<Fact> facts = GivenNotices.facts();

        Work.run(
                unitOfWork(),
                stores -> facts.forEach(
                        fact -> keep(stores, GivenNotices.envelope("n-" + facts.indexOf(fact)), applied)));

        for (Fact fact : facts) {
            assertThat(outcome(GivenNotices.envelope("n-" + facts.indexOf(fact))))
                    .isEqualTo(Option.some(applied));
        }
    }

    /** NOT-1 */
    @Test
    @DisplayName("a notice is known by marketplace and id, whatever its receipt and text (NOT-1)")
    default void aNoticeIsKnownByMarketplaceAndId() {
        NoticeOutcome ignored = new NoticeOutcome.Ignored("why not");
        Work.run(unitOfWork(), stores -> keep(stores, GivenNotices.envelope("n-1"), ignored));

        assertThat(outcome(new Envelope("n-1", "aws", Given.NOW.plusSeconds(9), new RawText("?"))))
                .isEqualTo(Option.some(ignored));
        assertThat(outcome(new Envelope("n-1", "aws-cn", Given.NOW, new RawText("?"))))
                .isEqualTo(Option.none());
        assertThat(outcome(GivenNotices.envelope("N-1"))).isEqualTo(Option.none());
    }

    /** NOT-1 */
    @Test
    @DisplayName("a notice that was kept before is refused as StaleVersion, and its outcome stays (NOT-1, NOT-5)")
    default void aNoticeKeptBeforeIsRefused() {
        Envelope envelope = GivenNotices.envelope("n-1");
        NoticeOutcome first = new NoticeOutcome.Ignored("the first");
        Work.run(unitOfWork(), stores -> keep(stores, envelope, first));

        Work.refused(unitOfWork(), stores -> keep(stores, envelope, new NoticeOutcome.Ignored("the second")));

        assertThat(outcome(envelope)).isEqualTo(Option.some(first));
    }

    /** NOT-1 */
    @Test
    @DisplayName("of two transactions at once that keep one notice, one is refused as StaleVersion (NOT-1)")
    default void ofTwoThatKeepOneNoticeOneIsRefused() {
        Envelope envelope = GivenNotices.envelope("n-1");
        NoticeOutcome ignored = new NoticeOutcome.Ignored("why not");

        Overlap.assertOneOfTwoIsRefused(
                unitOfWork(), stores -> keep(stores, envelope, ignored), stores -> keep(stores, envelope, ignored));
    }

    /** NOT-1 */
    @Test
    @DisplayName("every repetition is counted, at one instant too, and the outcome stays (NOT-1)")
    default void repetitionsAreCounted() {
        Envelope envelope = GivenNotices.envelope("n-1");
        NoticeOutcome ignored = new NoticeOutcome.Ignored("why not");
        assertThat(repetitions(envelope)).isZero();
        Work.run(unitOfWork(), stores -> keep(stores, envelope, ignored));
        assertThat(repetitions(envelope)).isZero();

        Work.run(unitOfWork(), stores -> stores.notices().repeated(envelope.identity(), Given.NOW));
        Work.run(unitOfWork(), stores -> stores.notices().repeated(envelope.identity(), Given.NOW));
        Work.run(unitOfWork(), stores -> stores.notices().repeated(envelope.identity(), Given.NOW.plusNanos(1)));

        assertThat(repetitions(envelope)).isEqualTo(3);
        assertThat(repetitions(GivenNotices.envelope("n-2"))).isZero();
        assertThat(outcome(envelope)).isEqualTo(Option.some(ignored));
    }

    /** NOT-1 */
    @Test
    @DisplayName("two repetitions at once are both counted (NOT-1)")
    default void repetitionsAtOnceAreBothCounted() {
        Envelope envelope = GivenNotices.envelope("n-1");
        Work.run(unitOfWork(), stores -> keep(stores, envelope, new NoticeOutcome.Ignored("why not")));

        long committing = Overlap.committing(
                4, unitOfWork(), stores -> stores.notices().repeated(envelope.identity(), Given.NOW));

        assertThat(committing).isEqualTo(4);
        assertThat(repetitions(envelope)).isEqualTo(4);
    }

    /** NOT-1 */
    @Test
    @DisplayName("every judgement is kept beside the others, the newest is found, and none is kept twice (NOT-1)")
    default void everyJudgementIsKept() {
        Instant receipt = Given.NOW.truncatedTo(ChronoUnit.MICROS);
        Envelope cut = new Envelope("n-1", "aws", receipt, new RawText("who"));
        Envelope whole = new Envelope("n-1", "aws", receipt.plusSeconds(9), new RawText("whole"));
        Request staff = new Request(new Actor.Staff(new UserId("staff")), Given.NOW);
        KeptNotice malformed = KeptNotice.first(cut, new NoticeOutcome.Malformed(List.of("no JSON")));
        KeptNotice ignored = new KeptNotice(cut, 2, new NoticeOutcome.Ignored("why not"), Option.some(staff));
        KeptNotice applied =
                new KeptNotice(whole, 3, new NoticeOutcome.Applied(Given.subscriptionId("1")), Option.none());
        List<KeptNotice> all = List.of(malformed, ignored, applied);
        for (KeptNotice judged : all) {
            Work.run(unitOfWork(), stores -> stores.notices().add(judged));
            Work.refused(unitOfWork(), stores -> stores.notices().add(judged));
        }

        assertThat(find(cut)).isEqualTo(Option.some(applied));
        assertThat(history(cut, 0, 9)).isEqualTo(all);
        assertThat(history(cut, 1, 1)).containsExactly(ignored);
        assertThat(history(cut, 3, 1)).isEmpty();
        assertThat(history(GivenNotices.envelope("n-2"), 0, 9)).isEmpty();
    }

    /** NOT-1 */
    @Test
    @DisplayName("of two transactions at once that judge one notice again, one is refused as StaleVersion (NOT-1)")
    default void ofTwoThatJudgeAgainOneIsRefused() {
        Envelope envelope = GivenNotices.envelope("n-1");
        Work.run(unitOfWork(), stores -> keep(stores, envelope, new NoticeOutcome.Ignored("why not")));
        KeptNotice applied =
                new KeptNotice(envelope, 2, new NoticeOutcome.Applied(Given.subscriptionId("1")), Option.none());

        Overlap.assertOneOfTwoIsRefused(
                unitOfWork(),
                stores -> stores.notices().add(applied),
                stores -> stores.notices().add(applied));
    }

    /** NOT-1 */
    @Test
    @DisplayName("those that were not received are listed by marketplace in pages, each once, until they are (NOT-1)")
    default void thoseNotReceivedAreListed() {
        NoticeOutcome ignored = new NoticeOutcome.Ignored("why not");
        NoticeOutcome malformed = new NoticeOutcome.Malformed(List.of("no JSON"));
        NoticeOutcome applied = new NoticeOutcome.Applied(Given.subscriptionId("1"));
        Envelope one = GivenNotices.envelope("n-1");
        Envelope other = new Envelope("n-5", "aws-cn", Given.NOW, one.text());
        Work.run(unitOfWork(), stores -> {
            keep(stores, GivenNotices.envelope("n-3"), malformed);
            keep(stores, one, ignored);
            keep(stores, GivenNotices.envelope("n-2"), applied);
            keep(stores, GivenNotices.envelope("n-4"), ignored);
            keep(stores, other, ignored);
        });
        Work.run(unitOfWork(), stores -> stores.notices().add(new KeptNotice(one, 2, malformed, Option.none())));

        assertThat(notReceived(Option.none(), 9)).containsExactly("n-1 2", "n-3 1", "n-4 1");
        assertThat(notReceived(Option.none(), 1)).containsExactly("n-1 2");
        assertThat(notReceived(Option.some("n-1"), 1)).containsExactly("n-3 1");
        Work.run(unitOfWork(), stores -> stores.notices().add(new KeptNotice(one, 3, applied, Option.none())));
        assertThat(notReceived(Option.none(), 9)).containsExactly("n-3 1", "n-4 1");
    }

    private Option<KeptNotice> find(Envelope envelope) {
        return Work.in(unitOfWork(), stores -> stores.notices().find(envelope.identity()));
    }

    private List<KeptNotice> history(Envelope envelope, int after, int limit) {
        return Work.in(unitOfWork(), stores -> stores.notices().history(envelope.identity(), after, limit));
    }

    private List<String> notReceived(Option<String> after, int limit) {
        return Work.in(unitOfWork(), stores -> stores.notices().notReceived("aws", after, limit)).stream()
                .map(kept -> kept.envelope().id() + " " + kept.judgement())
                .toList();
    }

    private static void keep(Stores stores, Envelope envelope, NoticeOutcome outcome) {
        stores.notices().add(KeptNotice.first(envelope, outcome));
    }

    private Option<NoticeOutcome> outcome(Envelope envelope) {
        return Work.in(
                unitOfWork(),
                stores -> stores.notices().find(envelope.identity()).map(KeptNotice::outcome));
    }

    private Option<RawText> text(Envelope envelope) {
        return Work.option(
                unitOfWork(),
                stores -> stores.notices()
                        .find(envelope.identity())
                        .map(kept -> kept.envelope().text()));
    }

    private int repetitions(Envelope envelope) {
        return Work.in(unitOfWork(), stores -> stores.notices().repetitions(envelope.identity()));
    }
}
