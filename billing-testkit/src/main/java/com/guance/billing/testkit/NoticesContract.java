package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.ports.driven.Stores;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.Notice.Envelope;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.RawText;
import com.guance.billing.subscription.Sign;
import com.guance.billing.subscription.StaleSign;
import io.vavr.control.Option;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Notices, each with its one outcome (NOT-5): the contract of {@link com.guance.billing.ports.driven.Notices}. */
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

                Work.run(unitOfWork(), stores -> stores.notices().add(notice, outcome));

                assertThat(outcome(notice.envelope())).isEqualTo(Option.some(outcome));
                assertThat(text(notice.envelope()).map(kept -> kept.value().equals(text)))
                        .isEqualTo(Option.some(true));
            }
        }
    }

    /** NOT-4 */
    @Test
    @DisplayName("the text is the one that was kept, whatever came again; a notice that was not kept has none (NOT-4)")
    default void theTextIsTheOneThatWasKept() {
        Envelope envelope = GivenNotices.envelope("n-1");
        Envelope again = new Envelope("n-1", envelope.marketplace(), Given.NOW, new RawText("?"));
        Work.run(unitOfWork(), stores -> keep(stores, envelope, new NoticeOutcome.Ignored("why not")));
        Work.run(unitOfWork(), stores -> stores.notices().repeated(again, Given.NOW));
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
                stores -> facts.forEach(fact -> stores.notices()
                        .add(new Notice.Understood(GivenNotices.envelope("n-" + facts.indexOf(fact)), fact), applied)));

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

        Work.run(unitOfWork(), stores -> stores.notices().repeated(envelope, Given.NOW));
        Work.run(unitOfWork(), stores -> stores.notices().repeated(envelope, Given.NOW));
        Work.run(unitOfWork(), stores -> stores.notices().repeated(envelope, Given.NOW.plusNanos(1)));

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

        long committing =
                Overlap.committing(4, unitOfWork(), stores -> stores.notices().repeated(envelope, Given.NOW));

        assertThat(committing).isEqualTo(4);
        assertThat(repetitions(envelope)).isEqualTo(4);
    }

    private static void keep(Stores stores, Envelope envelope, NoticeOutcome outcome) {
        stores.notices().add(GivenNotices.unknown(envelope), outcome);
    }

    private Option<NoticeOutcome> outcome(Envelope envelope) {
        return Work.in(unitOfWork(), stores -> stores.notices().outcome(envelope));
    }

    private Option<RawText> text(Envelope envelope) {
        return Work.option(unitOfWork(), stores -> stores.notices().text(envelope));
    }

    private int repetitions(Envelope envelope) {
        return Work.in(unitOfWork(), stores -> stores.notices().repetitions(envelope));
    }
}
