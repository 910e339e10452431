package com.guance.billing.inmemory.plants;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.CloudAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Closing;
import com.guance.billing.metering.Gathered;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.Sendable;
import com.guance.billing.metering.Share;
import com.guance.billing.ports.driven.CallPermits;
import com.guance.billing.ports.driven.Charges;
import com.guance.billing.ports.driven.MeteringRecords;
import com.guance.billing.testkit.BooksContract;
import com.guance.billing.testkit.CallPermitsContract;
import com.guance.billing.testkit.ChargesContract;
import com.guance.billing.testkit.GatheringContract;
import com.guance.billing.testkit.GivingBackContract;
import com.guance.billing.testkit.MeteringRecordsContract;
import com.guance.billing.testkit.SendingContract;
import com.guance.billing.testkit.UnsettlingContract;
import com.guance.billing.testkit.Verdict;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A fault in metering is reported by the contracts:")
class MeteringPlantsTest {

    @Test
    @DisplayName("a charge taken before is taken for new")
    void aChargeIsForgotten() {
        assertThat(Verdict.broken(
                        ChargesContract.class,
                        store -> () -> store,
                        Planted.in(Charges.class, "find", (sound, given) -> Map.of())))
                .contains("chargesTakenBeforeAreFound", "similarKeysAreDifferent", "manyAtOnce");
    }

    @Test
    @DisplayName("an open hour is closed")
    void anOpenHourIsClosed() {
        assertThat(Verdict.broken(
                        ChargesContract.class,
                        store -> () -> store,
                        Planted.in(
                                Charges.class,
                                "unrecorded",
                                (sound, given) -> sound.unrecorded(
                                        new MeteringHour(((MeteringHour) given[0])
                                                .start()
                                                .plus(Duration.ofHours(1))),
                                        (int) given[1]))))
                .contains("unrecordedHoursAreGiven");
    }

    @Test
    @DisplayName("quantities are rounded")
    void quantitiesAreRounded() {
        assertThat(brokenGathering(share -> new Share(
                        share.whose(),
                        share.carried(),
                        new Quantity(share.charged().value().setScale(6, RoundingMode.HALF_UP)))))
                .contains("whatEachWorkspaceBringsIsSummed");
    }

    @Test
    @DisplayName("remainders are forgotten")
    void remaindersAreForgotten() {
        assertThat(brokenGathering(share -> new Share(share.whose(), Quantity.ZERO, share.charged())))
                .contains("remaindersAreBrought", "remaindersTakeThePlaceOfEarlierOnes");
    }

    @Test
    @DisplayName("remainders are not kept")
    void remaindersAreNotKept() {
        assertThat(Verdict.broken(
                        BooksContract.class,
                        store -> () -> store,
                        Planted.in(MeteringRecords.class, "close", (sound, given) -> {
                            sound.close(new Closing(((Closing) given[0]).record(), Map.of(), Quantity.ZERO));
                            return given[0];
                        })))
                .contains("unitsStandWhereTheAnswerPutsThem", "aRemainderIsCountedOnce");
    }

    @Test
    @DisplayName("the newest record is owed first")
    void theNewestIsOwedFirst() {
        assertThat(Verdict.broken(
                        MeteringRecordsContract.class,
                        store -> () -> store,
                        Planted.in(MeteringRecords.class, "owed", (sound, given) -> {
                            List<Object> reversed = new ArrayList<>(sound.owed((Sendable) given[0], (int) given[1]));
                            Collections.reverse(reversed);
                            return reversed;
                        })))
                .containsExactly("changesAreSavedAllOrNone", "owedAreTheUnanswered", "owedComeInOrder");
    }

    @Test
    @DisplayName("a record that never gets through holds up the others")
    void timesDoNotMatter() {
        assertThat(Verdict.broken(
                        SendingContract.class,
                        store -> () -> store,
                        Planted.in(
                                MeteringRecords.class,
                                "owed",
                                (sound, given) -> sound.owed(tooEarly((Sendable) given[0]), (int) given[1]))))
                .containsExactlyInAnyOrder("aLeaseIsKept", "backingOffIsKept", "suspectedSubscriptionsAreHeldBack");
    }

    private static Sendable tooEarly(Sendable which) {
        return new Sendable(which.product(), which.at().plusNanos(1), which.urgentThrough(), which.turn());
    }

    @Test
    @DisplayName("a permit is given too many")
    void aPermitTooMany() {
        assertThat(Verdict.broken(
                        CallPermitsContract.class,
                        store -> () -> store,
                        Planted.in(
                                CallPermits.class,
                                "take",
                                (sound, given) ->
                                        sound.take((String) given[0], (int) given[1] + 1, (Instant) given[2]))))
                .contains("soManyASecond", "withinAnySecond", "manyNodesAtOnce");
    }

    @Test
    @DisplayName("nothing is given back")
    void nothingIsGivenBack() {
        assertThat(Verdict.broken(
                        GivingBackContract.class,
                        store -> () -> store,
                        Planted.in(Charges.class, "giveBack", (sound, given) -> given[0])))
                .hasSize(7);
    }

    @Test
    @DisplayName("an instant is taken for a microsecond")
    void nanosecondsDoNotMatter() {
        assertThat(brokenUnsettling((sound, subscription, from) -> sound.unsettle(
                        subscription, from.equals(Instant.MIN) ? from : from.truncatedTo(ChronoUnit.MICROS))))
                .contains("anInstantDivides");
    }

    @Test
    @DisplayName("an end unsettles all that waits")
    void anEndUnsettlesAll() {
        assertThat(brokenUnsettling((sound, subscription, from) -> sound.unsettle(subscription, Instant.MIN)))
                .containsExactly("anInstantDivides", "thePeriodsEndCounts");
    }

    @Test
    @DisplayName("nothing is unsettled")
    void nothingIsUnsettled() {
        assertThat(brokenUnsettling((sound, subscription, from) -> 2))
                .contains(
                        "anUnsettledChargeIsKept",
                        "chargesInARecordKeepTheirPayer",
                        "chargesOfTheSubscriptionOnly",
                        "anInstantDivides");
    }

    @Test
    @DisplayName("subscriptions of later hours are named")
    void laterSubscriptionsAreNamed() {
        assertThat(Verdict.broken(
                        UnsettlingContract.class,
                        store -> () -> store,
                        Planted.in(Charges.class, "subscriptions", (sound, given) -> {
                            RecordId record = (RecordId) given[0];
                            return sound.subscriptions(
                                    new RecordId(record.meter(), record.hour().next()));
                        })))
                .containsExactly("theSubscriptionsOfWhatWouldBeGatheredAreNamed");
    }

    @Test
    @DisplayName("the books forget what is unsettled")
    void theBooksForget() {
        assertThat(Verdict.broken(
                        BooksContract.class,
                        store -> () -> store,
                        Planted.in(
                                MeteringRecords.class,
                                "books",
                                (sound, given) -> sound.books((CloudAccountId) given[0]).stream()
                                        .map(MeteringPlantsTest::withoutUnsettled)
                                        .collect(Collectors.toList()))))
                .containsExactly("notSubscribedUnitsAreUnsettled", "openChargesWait", "theRestIsUnsettled");
    }

    private static Books withoutUnsettled(Books books) {
        Map<Standing, Quantity> standing = new EnumMap<>(Standing.class);
        standing.putAll(books.standing());
        standing.remove(Standing.UNSETTLED);
        return new Books(books.account(), books.dimension(), books.charged(), standing);
    }

    private static Set<String> brokenUnsettling(Unsettling misdeed) {
        return Verdict.broken(
                UnsettlingContract.class,
                store -> () -> store,
                Planted.in(
                        Charges.class,
                        "unsettle",
                        (sound, given) -> misdeed.instead(sound, (SubscriptionId) given[0], (Instant) given[1])));
    }

    /** What is done in place of unsettling. */
    @FunctionalInterface
    private interface Unsettling {
        int instead(Charges sound, SubscriptionId subscription, Instant from);
    }

    private static Set<String> brokenGathering(UnaryOperator<Share> fault) {
        return Verdict.broken(
                GatheringContract.class, store -> () -> store, Planted.in(Charges.class, "gather", (sound, given) -> {
                    Gathered gathered = sound.gather((RecordId) given[0], (SubscriptionId) given[1]);
                    return new Gathered(gathered.shares().stream().map(fault).toList(), gathered.own());
                }));
    }
}
