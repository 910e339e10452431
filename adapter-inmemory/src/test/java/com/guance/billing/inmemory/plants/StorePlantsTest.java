package com.guance.billing.inmemory.plants;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.SubscriptionId;
import com.guance.billing.arrival.Claim;
import com.guance.billing.ports.driven.Claims;
import com.guance.billing.ports.driven.CloudAccounts;
import com.guance.billing.ports.driven.EventOutbox;
import com.guance.billing.ports.driven.Notices;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Subscriptions;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.ports.driven.Workspaces;
import com.guance.billing.subscription.KeptNotice;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.RawText;
import com.guance.billing.testkit.ClaimsContract;
import com.guance.billing.testkit.CloudAccountsContract;
import com.guance.billing.testkit.EventOutboxContract;
import com.guance.billing.testkit.NoticesContract;
import com.guance.billing.testkit.SubscriptionsContract;
import com.guance.billing.testkit.UnitOfWorkContract;
import com.guance.billing.testkit.Verdict;
import com.guance.billing.testkit.WorkspacesContract;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A fault in a store is reported by its contract:")
class StorePlantsTest {

    @Test
    @DisplayName("left commits")
    void leftCommits() {
        assertThat(Verdict.broken(UnitOfWorkContract.class, store -> () -> store, CarelessUnitOfWork::committingLeft))
                .contains("leftWritesNothing", "leftLeavesWhatExistedAsItWas");
    }

    @Test
    @DisplayName("an exception commits")
    void anExceptionCommits() {
        assertThat(Verdict.broken(
                        UnitOfWorkContract.class, store -> () -> store, CarelessUnitOfWork::committingWhatThrew))
                .contains("anExceptionWritesNothing", "aStaleTransactionHasWrittenNothing");
    }

    @Test
    @DisplayName("an exception is wrapped")
    void anExceptionIsWrapped() {
        assertThat(Verdict.broken(
                        UnitOfWorkContract.class, store -> () -> store, CarelessUnitOfWork::wrappingWhatThrew))
                .containsExactly("anExceptionWritesNothing");
    }

    @Test
    @DisplayName("workspaces: the limit is ignored")
    void theLimitIsIgnored() {
        reported(
                Planted.in(
                        Workspaces.class,
                        "paidBy",
                        (sound, given) -> sound.paidBy((SubscriptionId) given[0], Integer.MAX_VALUE)),
                "thosePaidForComeInOrder");
    }

    @Test
    @DisplayName("workspaces: a batch is cut at 1,000")
    void aBatchIsCut() {
        reported(
                Planted.in(Workspaces.class, "save", (sound, given) -> {
                    List<Revision<Workspace>> revisions = revisions(given[0]);
                    sound.save(revisions.subList(0, Math.min(1_000, revisions.size())));
                    return revisions;
                }),
                "twoThousandAtOnce");
    }

    @Test
    @DisplayName("workspaces: changes are saved one by one, so that some stay when one is refused")
    void versionsAreIgnored() {
        reported(
                Planted.in(Workspaces.class, "save", (sound, given) -> {
                    for (Revision<Workspace> revision : revisions(given[0])) {
                        Workspace after = revision.change().after();
                        long stored = Optional.ofNullable(
                                        sound.find(List.of(after.id())).get(after.id()))
                                .map(Versioned::version)
                                .orElse(0L);
                        sound.save(List.of(new Revision<>(stored, revision.change())));
                    }
                    return given;
                }),
                "changesAreSavedAllOrNone",
                "aChangeFromAnOlderVersionIsRefused",
                "ofTwoFromOneVersionOneIsRefused");
    }

    @Test
    @DisplayName("cloud accounts: nobody's are on file")
    void nobodysAreOnFile() {
        assertThat(Verdict.broken(
                        CloudAccountsContract.class,
                        store -> () -> store,
                        Planted.in(CloudAccounts.class, "onFile", (sound, given) -> List.of())))
                .contains("onFileAreTheRegisteredWithASubscription", "anAccountComesAndGoes");
    }

    @Test
    @DisplayName("subscriptions: the latest is the first")
    void theLatestIsTheFirst() {
        assertThat(Verdict.broken(
                        SubscriptionsContract.class,
                        store -> () -> store,
                        Planted.in(Subscriptions.class, "latest", (sound, given) -> {
                            String first = ((MarketplaceCustomer) given[0]).key() + "#1";
                            SubscriptionId id = new SubscriptionId(first);
                            return Option.of(sound.find(List.of(id)).get(id));
                        })))
                .containsExactly("theLatestHasTheHighestLife");
    }

    @Test
    @DisplayName("claims: nanoseconds are lost")
    void nanosecondsAreLost() {
        assertThat(Verdict.broken(
                        ClaimsContract.class, store -> () -> store, Planted.in(Claims.class, "add", (sound, given) -> {
                            Claim claim = (Claim) given[0];
                            Instant rounded = claim.expiresAt().truncatedTo(ChronoUnit.MICROS);
                            sound.add(new Claim(claim.digest(), claim.arrival(), rounded, claim.redeemedAt()));
                            return claim;
                        })))
                .contains("aClaimIsKept");
    }

    @Test
    @DisplayName("claims: a use is forgotten")
    void aUseIsForgotten() {
        assertThat(Verdict.broken(
                        ClaimsContract.class,
                        store -> () -> store,
                        Planted.in(Claims.class, "redeem", (sound, given) -> given[0])))
                .contains("aClaimIsUsedOnce", "ofTwoUsesOneIsRefused", "anUnknownClaimCannotBeUsed");
    }

    @Test
    @DisplayName("claims: more are forgotten than asked")
    void tooManyAreForgotten() {
        assertThat(Verdict.broken(
                        ClaimsContract.class,
                        store -> () -> store,
                        Planted.in(
                                Claims.class,
                                "forget",
                                (sound, given) -> sound.forget((Instant) given[0], Integer.MAX_VALUE))))
                .contains("expiredClaimsAreForgotten");
    }

    @Test
    @DisplayName("notices: the marketplace is no part of the identity")
    void theMarketplaceIsForgotten() {
        assertThat(Verdict.broken(
                        NoticesContract.class,
                        store -> () -> store,
                        Planted.in(
                                Notices.class,
                                "find",
                                (sound, given) -> sound.find(new Notice.Id("aws", ((Notice.Id) given[0]).id())))))
                .contains("aNoticeIsKnownByMarketplaceAndId");
    }

    @Test
    @DisplayName("notices: half a surrogate pair becomes a question mark")
    void lettersAreLost() {
        assertThat(Verdict.broken(
                        NoticesContract.class,
                        store -> () -> store,
                        Planted.in(
                                Notices.class,
                                "find",
                                (sound, given) -> sound.find((Notice.Id) given[0])
                                        .map(kept -> withText(
                                                kept,
                                                new String(
                                                        kept.envelope()
                                                                .text()
                                                                .value()
                                                                .getBytes(StandardCharsets.UTF_8),
                                                        StandardCharsets.UTF_8))))))
                .containsExactly("anyTextComesBack");
    }

    @Test
    @DisplayName("notices: the first judgement is told for the newest")
    void theFirstJudgementIsTold() {
        assertThat(Verdict.broken(
                        NoticesContract.class,
                        store -> () -> store,
                        Planted.in(
                                Notices.class,
                                "find",
                                (sound, given) -> Option.ofOptional(sound.history((Notice.Id) given[0], 0, 1).stream()
                                        .findFirst()))))
                .containsExactly("everyJudgementIsKept");
    }

    private static KeptNotice withText(KeptNotice kept, String text) {
        Notice.Envelope envelope = kept.envelope();
        return new KeptNotice(
                new Notice.Envelope(envelope.id(), envelope.marketplace(), envelope.receipt(), new RawText(text)),
                kept.judgement(),
                kept.outcome(),
                kept.resubmittedBy());
    }

    @Test
    @DisplayName("notices: repetitions are not counted")
    void repetitionsAreNotCounted() {
        assertThat(Verdict.broken(
                        NoticesContract.class,
                        store -> () -> store,
                        Planted.in(Notices.class, "repeated", (sound, given) -> given[0])))
                .containsExactly("repetitionsAreCounted", "repetitionsAtOnceAreBothCounted");
    }

    @Test
    @DisplayName("outbox: told events stay pending")
    void toldEventsStay() {
        assertThat(Verdict.broken(
                        EventOutboxContract.class,
                        store -> () -> store,
                        Planted.in(EventOutbox.class, "told", (sound, given) -> given[0])))
                .contains("toldEventsAreNotPendingAgain", "manyAreToldInBatches", "noOtherIsGivenAny");
    }

    private static void reported(Supplier<UnitOfWork> planted, String... clauses) {
        assertThat(Verdict.broken(WorkspacesContract.class, store -> () -> store, planted))
                .contains(clauses);
    }

    @SuppressWarnings("unchecked") // the port's own type
    private static List<Revision<Workspace>> revisions(Object argument) {
        return (List<Revision<Workspace>>) argument;
    }
}
