package com.guance.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.metering.SubmissionHoldEvent.HoldConfirmed;
import com.guance.billing.metering.SubmissionHoldEvent.HoldEnded;
import com.guance.billing.metering.SubmissionHoldEvent.HoldPlaced;
import com.guance.billing.metering.SubmissionHoldEvent.HoldProbed;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.testing.Metering;
import com.guance.billing.testing.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SubmissionHoldTest {

    private static final String WHY = "InvalidUsageDimensionException";
    private static final RecordId RECORD = Metering.RECORD;
    private static final HoldScope SCOPE = new HoldScope.OfMeter(RECORD.meter());
    private static final Request REJECTED = World.byMarketplace(World.START);
    private static final Request AN_HOUR_LATER = World.byClock(World.START.plus(Duration.ofHours(1)));
    private static final RecordId OTHER = new RecordId(
            new Meter(new MarketplaceCustomer.Legacy(World.PRODUCT, "other"), Metering.HOSTS), Metering.HOUR);

    private final SubmissionHold hold =
            SubmissionHold.placed(SCOPE, WHY, RECORD, REJECTED).after();

    @Test
    @DisplayName("SUB-6 a hold is probed once an hour, and remembers by whose record")
    void probes() {
        Change<SubmissionHold> probed = hold.probed(OTHER, AN_HOUR_LATER);

        assertThat(hold.mayProbe(AN_HOUR_LATER.at().minusNanos(1))).isFalse();
        assertThat(hold.mayProbe(AN_HOUR_LATER.at())).isTrue();
        assertThat(hold.probed()).containsExactly(RECORD.meter().customer().key());
        assertThat(probed.events())
                .containsExactly(
                        new HoldProbed(SCOPE, OTHER, AN_HOUR_LATER.at().plus(Duration.ofHours(1)), AN_HOUR_LATER));
        assertThat(probed.after().mayProbe(AN_HOUR_LATER.at())).isFalse();
        assertThat(probed.after().probed())
                .containsExactly(OTHER.meter().customer().key());
    }

    @Test
    @DisplayName("SUB-6 a hold ends, once, and begins again with the next rejection")
    void endsAndBeginsAgain() {
        Change<SubmissionHold> confirmed = hold.rejected(WHY, OTHER, AN_HOUR_LATER);
        Change<SubmissionHold> ended = confirmed.after().ended(AN_HOUR_LATER);
        Change<SubmissionHold> again = ended.after().rejected("InvalidLicenseException", OTHER, AN_HOUR_LATER);

        assertThat(confirmed.events()).containsExactly(new HoldConfirmed(SCOPE, OTHER, AN_HOUR_LATER));
        assertThat(confirmed.after().rejectedAt()).isEqualTo(AN_HOUR_LATER.at());
        assertThat(confirmed.after().mayProbe(AN_HOUR_LATER.at())).isTrue();
        assertThat(ended.events()).containsExactly(new HoldEnded(SCOPE, AN_HOUR_LATER));
        assertThat(ended.after().isActive()).isFalse();
        assertThat(ended.after().mayProbe(AN_HOUR_LATER.at())).isFalse();
        assertThat(ended.after().ended(AN_HOUR_LATER).isNone()).isTrue();
        assertThat(again.events())
                .containsExactly(new HoldPlaced(
                        SCOPE,
                        "InvalidLicenseException",
                        OTHER,
                        AN_HOUR_LATER.at().plus(Duration.ofHours(1)),
                        AN_HOUR_LATER));
        assertThat(again.after().isActive()).isTrue();
    }

    @Test
    @DisplayName("INV-4 a hold is the fold of its events")
    void replay() {
        Change<SubmissionHold> all = SubmissionHold.placed(SCOPE, WHY, RECORD, REJECTED);
        all = all.then(all.after().probed(OTHER, AN_HOUR_LATER));
        all = all.then(all.after().rejected(WHY, OTHER, AN_HOUR_LATER));
        List<SubmissionHoldEvent> history =
                all.events().stream().map(SubmissionHoldEvent.class::cast).toList();

        assertThat(SubmissionHold.replay(history)).isEqualTo(all.after());
        assertThatIllegalArgumentException().isThrownBy(() -> SubmissionHold.replay(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> SubmissionHold.replay(history.subList(1, 2)));
    }

    @Test
    @DisplayName(
            "SUB-6 a record lies in the scopes of its meter, its customer and its dimension, each with a key of its own")
    void scopes() {
        assertThat(HoldScope.of(RECORD))
                .containsExactly(
                        SCOPE,
                        new HoldScope.OfCustomer(World.CUSTOMER),
                        new HoldScope.OfDimension(World.PRODUCT, Metering.HOSTS));
        assertThat(HoldScope.of(RECORD)).extracting(HoldScope::key).doesNotHaveDuplicates();
        assertThat(HoldScope.of(OTHER).get(2)).isEqualTo(HoldScope.of(RECORD).get(2));
    }

    @Test
    @DisplayName(
            "SUB-6 what is documented of an error code: of the meter, of the customer, of the time; nothing of an unknown one")
    void codes() {
        assertThat(new BatchRejected("InvalidUsageDimensionException").isOfMeter())
                .isTrue();
        assertThat(new BatchRejected("InvalidLicenseException").isOfCustomer()).isTrue();
        assertThat(new BatchRejected("InvalidCustomerIdentifierException").isOfCustomer())
                .isTrue();
        assertThat(new BatchRejected("TimestampOutOfBoundsException").isOfTime())
                .isTrue();
        BatchRejected tag = new BatchRejected("InvalidTagException");
        assertThat(tag.isOfMeter() || tag.isOfCustomer() || tag.isOfTime()).isFalse();
        assertThat(BatchRejected.unknown("InvalidLicenseException").isOfCustomer())
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sendable(World.PRODUCT, World.START, World.START, -1));
    }
}
