package com.guance.billing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.DomainEvent;
import com.guance.billing.arrears.ArrearsEvent;
import com.guance.billing.arrival.Arrival;
import com.guance.billing.cloudaccount.CloudAccountEvent;
import com.guance.billing.metering.MeteringRecordEvent;
import com.guance.billing.metering.SubmissionHoldEvent;
import com.guance.billing.subscription.AgreementEvent;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.subscription.SubscriptionEvent;
import com.guance.billing.workspace.WorkspaceEvent;
import io.vavr.control.Option;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

class EventCodecProperties {

    @Property(tries = 2_000)
    void an_event_is_read_as_it_was_written(@ForAll("events") DomainEvent event) {
        String json = Json.write(event);

        assertThat(Json.isStorable(json)).isTrue();
        assertThat(EventCodec.read(EventCodec.nameOf(event), json)).isEqualTo(event);
        Statistics.label("type of event")
                .collect(event.getClass())
                .coverage(types -> TypeNames.EVENTS
                        .values()
                        .forEach(type -> types.check(type).count(count -> count > 0)));
    }

    @Property(tries = 20)
    @Label("REL-2 the writer refuses a null in any component, however deep, and an option that holds one")
    void the_writer_refuses_nulls(@ForAll("events") DomainEvent event) {
        List<Object> bad = List.of(
                new Holding(null),
                new Deep(List.of(new Holding(null))),
                new Deep(Arrays.asList(event, null)),
                new Holding(Option.some(null)),
                new Holding(Collections.singletonMap("name", null)));
        assertThat(bad)
                .allSatisfy(value -> assertThatThrownBy(() -> Json.write(value))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("not to be stored"));
        assertThat(Json.write(new Holding(Option.none()))).isEqualTo("{\"value\":null}");
    }

    /** A value as careless as ours are not. */
    private record Holding(@Nullable Object value) {}

    private record Deep(List<@Nullable Object> values) {}

    @Property(tries = 300)
    void other_structured_values_are_read_as_they_were_written(
            @ForAll("outcomes") NoticeOutcome outcome,
            @ForAll("customers") MarketplaceCustomer customer,
            @ForAll("arrivals") Arrival arrival) {
        assertThat(Json.read(Json.write(outcome), NoticeOutcome.class)).isEqualTo(outcome);
        assertThat(Json.read(Json.write(customer), MarketplaceCustomer.class)).isEqualTo(customer);
        assertThat(Json.read(Json.write(arrival), Arrival.class)).isEqualTo(arrival);
    }

    @Property(tries = 300)
    void any_text_at_all_can_be_stored_escaped(@ForAll String text) {
        assertThat(Json.isStorable(Json.write(text))).isTrue();
        assertThat(Json.read(Json.write(text), String.class)).isEqualTo(text);
    }

    @Provide
    Arbitrary<DomainEvent> events() {
        return Arbitraries.oneOf(List.of(
                RandomValues.of(WorkspaceEvent.class),
                RandomValues.of(CloudAccountEvent.class),
                RandomValues.of(SubscriptionEvent.class),
                RandomValues.of(AgreementEvent.class),
                RandomValues.of(ArrearsEvent.class),
                RandomValues.of(MeteringRecordEvent.class),
                RandomValues.of(SubmissionHoldEvent.class)));
    }

    @Provide
    Arbitrary<NoticeOutcome> outcomes() {
        return RandomValues.of(NoticeOutcome.class);
    }

    @Provide
    Arbitrary<MarketplaceCustomer> customers() {
        return RandomValues.of(MarketplaceCustomer.class);
    }

    @Provide
    Arbitrary<Arrival> arrivals() {
        return RandomValues.of(Arrival.class);
    }
}
