package com.guance.billing.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.metering.Dimension;
import com.guance.billing.policy.Policies;
import com.guance.billing.policy.SubmittingPolicy;
import com.guance.billing.ports.driving.RehearseDue.Call;
import com.guance.billing.ports.driving.RehearseDue.Rehearsal;
import com.guance.billing.ports.driving.RunDue.Done;
import com.guance.billing.ports.faults.MarketplaceUnavailable;
import com.guance.billing.ports.faults.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** ASK-4 by example; whatever has happened before is in {@link RehearsalProperties}. */
class RehearsalTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");

    private final BreakableStore store = new BreakableStore(InMemoryBilling.create());
    private final Scene scene = new Scene(store);
    private final SentRecords sent = new SentRecords(scene.aws.asPort(scene.profile));
    private final CloudBilling billing = scene.selling(sent);

    @BeforeEach
    void anHourOfSeven() {
        scene.registerAccount();
        scene.register("wksp_a", "us1");
        scene.register("wksp_b", "eu1");
        scene.clock.moveTo(NINE);
        scene.billing
                .takeCharges()
                .take(List.of(scene.charge("wksp_a", "4.5", NINE), scene.charge("wksp_b", "3.2", NINE)), scene.now());
        scene.clock.moveTo(NINE.plus(Duration.ofMinutes(10)));
        scene.events();
    }

    @Test
    @DisplayName(
            "ASK-4 the records are shown with their shares; nothing is sent, stored or told; the run sends just that")
    void shownThenSent() {
        Rehearsal shown = billing.rehearseDue().rehearse(scene.now());

        assertThat(shown.calls()).hasSize(1);
        assertThat(shown.calls().get(0).records()).hasSize(1);
        assertThat(shown.calls().get(0).records().get(0).content().quantity()).isEqualTo(7);
        assertThat(shown.calls().get(0).records().get(0).content().shown()).hasSize(2);
        assertThat(sent.calls()).isEmpty();
        assertThat(scene.aws.billed()).isEmpty();
        assertThat(scene.events()).isEmpty();
        assertThat(billing.rehearseDue().rehearse(scene.now())).isEqualTo(shown);

        assertThat(billing.due().run(scene.now())).isEqualTo(shown.done()).isEqualTo(new Done(0, 0, 1, 1));
        assertThat(sent.calls()).isEqualTo(shown.calls());
        assertThat(billing.rehearseDue().rehearse(scene.now()))
                .isEqualTo(new Rehearsal(List.of(), new Done(0, 0, 0, 0)));
    }

    @Test
    @DisplayName("ASK-4 of another instant: what would be due then, and not yet now")
    void ofAnotherInstant() {
        Instant before = NINE.plus(Duration.ofMinutes(10)).minusNanos(1);
        assertThat(billing.rehearseDue().rehearse(before).calls()).isEmpty();
        assertThat(billing.rehearseDue()
                        .rehearse(NINE.plus(Duration.ofMinutes(10)))
                        .calls())
                .hasSize(1);
    }

    @Test
    @DisplayName("ASK-4 SUB-7 as many calls as are permitted, and no permit is taken")
    void permits() {
        scene.billing
                .takeCharges()
                .take(
                        IntStream.range(0, 60)
                                .mapToObj(i -> scene.charge(
                                        "wksp_a", new Dimension("d" + i % 7), "1", NINE.plus(Duration.ofHours(i / 7))))
                                .toList(),
                        NINE.plus(Duration.ofHours(11)));
        scene.clock.moveTo(NINE.plus(Duration.ofHours(11)));
        SentRecords slowly = new SentRecords(scene.aws.asPort(scene.profile));
        CloudBilling slow = scene.built(
                store,
                slowly,
                Policies.defaults().withSubmitting(SubmittingPolicy.defaults().withCallsASecond(2)));

        Rehearsal shown = slow.rehearseDue().rehearse(scene.now());

        assertThat(shown.done().rateReached()).isTrue();
        assertThat(shown.calls()).extracting(call -> call.records().size()).containsExactly(25, 25);
        assertThat(slow.due().run(scene.now())).isEqualTo(shown.done());
        assertThat(slowly.calls()).isEqualTo(shown.calls());
    }

    @Test
    @DisplayName("ASK-4 SUB-1 a record in doubt is shown as it will be sent again, when it may be")
    void inDoubt() {
        scene.aws.whenMetering(Misbehaviour.acceptThenDrop());
        assertThatThrownBy(() -> billing.due().run(scene.now())).isInstanceOf(MarketplaceUnavailable.class);
        List<Call> first = sent.calls();

        assertThat(billing.rehearseDue().rehearse(scene.now()).calls()).isEmpty();
        Rehearsal later = billing.rehearseDue().rehearse(scene.now().plus(Duration.ofHours(1)));
        assertThat(later.calls()).hasSize(1);
        assertThat(later.calls().get(0).records().get(0).content())
                .isEqualTo(first.get(0).records().get(0).content());
        assertThat(later.calls().get(0).records().get(0).attempts()).isEqualTo(2);
    }

    @Test
    @DisplayName("ASK-4 when the store fails nothing is shown, and nothing has happened")
    void storeFails() {
        store.breakAfter(0);
        assertThatThrownBy(() -> billing.rehearseDue().rehearse(scene.now())).isInstanceOf(StoreUnavailable.class);
        assertThat(sent.calls()).isEmpty();
    }
}
