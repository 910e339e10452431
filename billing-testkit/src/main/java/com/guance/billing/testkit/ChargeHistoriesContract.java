package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.SubscriptionId;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Destination.Metered;
import com.guance.billing.metering.MeteringHour;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.statement.ChargeLine;
import com.guance.billing.statement.ChargedHour;
import com.guance.billing.statement.Entry;
import com.guance.billing.statement.StatementPeriod;
import com.guance.billing.statement.Whose;
import com.guance.billing.testkit.PlainCharges.One;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * After any history of charges taken, closed, unsettled, handed over and bound again, every answer about them is that of a plain list
 * (INV-7). To be implemented by a class whose name ends in {@code Properties}.
 */
public interface ChargeHistoriesContract extends StoreContract {

    /** INV-7 */
    @Property(tries = 60)
    @Label("INV-7 after any history a charge is in one record or in none, and all answers agree about which")
    default void everyAnswerIsThatOfAPlainList(@ForAll("chargeHistories") List<ChargeDeed> deeds) {
        ChargeHistory history = new ChargeHistory(unitOfWork());
        for (ChargeDeed deed : deeds) {
            history.happens(deed);
            assertHours(history);
        }
        assertFound(history.plain());
        assertTold(history);
    }

    /** Histories. */
    @Provide
    default Arbitrary<List<ChargeDeed>> chargeHistories() {
        return ChargeDeed.histories();
    }

    private void assertHours(ChargeHistory history) {
        PlainCharges plain = history.plain();
        for (Metered payer : history.payers()) {
            assertThat(Work.list(unitOfWork(), stores -> stores.charges().hoursOf(payer.subscription())))
                    .isEqualTo(plain.hours(one -> one.isThrough(payer.subscription())));
        }
        for (int hour = 0; hour < 5; hour++) {
            RecordId record = history.meter(0).record(hour);
            MeteringHour through = record.hour();
            Set<SubscriptionId> subscriptions =
                    Work.in(unitOfWork(), stores -> stores.charges().subscriptions(record));
            assertThat(subscriptions)
                    .isEqualTo(plain.waiting()
                            .filter(one -> one.mayGoInto(record))
                            .flatMap(one -> one.subscription().toJavaStream())
                            .collect(Collectors.toSet()));
            assertThat(Work.list(unitOfWork(), stores -> stores.charges().unrecorded(through, 10_000)))
                    .filteredOn(own -> history.payers().stream()
                            .anyMatch(
                                    payer -> payer.customer().equals(own.meter().customer())))
                    .isEqualTo(plain.hours(one -> one.own().hour().compareTo(through) <= 0
                            && !plain.isMade(new RecordId(one.own().meter(), through))));
        }
    }

    private void assertFound(PlainCharges plain) {
        Map<String, TakenCharge> expected = plain.inOrder().stream()
                .map(One::taken)
                .collect(Collectors.toMap(taken -> taken.charge().key(), taken -> taken));
        assertThat(Work.map(unitOfWork(), stores -> stores.charges().find(expected.keySet())))
                .isEqualTo(expected);
    }

    private void assertTold(ChargeHistory history) {
        List<One> inOrder = history.plain().inOrder();
        assertThat(lines(history, 3))
                .isEqualTo(inOrder.stream().map(ChargeHistoriesContract::line).toList());
        assertThat(history.books()).allMatch(Books::areBalanced);
        assertThat(history.books().stream().map(Books::charged).reduce(Quantity.ZERO, Quantity::plus))
                .isEqualTo(inOrder.stream()
                        .map(one -> one.taken().charge().usage().quantity())
                        .reduce(Quantity.ZERO, Quantity::plus));
        assertThat(Work.list(
                        unitOfWork(),
                        stores -> stores.statements()
                                .chargedHours(history.meter(0).account(), period(history))))
                .containsExactlyInAnyOrderElementsOf(inOrder.stream()
                        .filter(one -> one.isInNone() || one.isLate())
                        .map(ChargeHistoriesContract::charged)
                        .distinct()
                        .toList());
        assertThat(Work.list(
                        unitOfWork(),
                        stores -> stores.statements().entries(history.meter(0).account(), period(history))))
                .containsExactlyInAnyOrderElementsOf(entries(inOrder));
    }

    private static List<Entry> entries(List<One> all) {
        Map<Tuple2<Whose, Entry.Kind>, Quantity> sums = new HashMap<>();
        all.forEach(one -> sums.merge(
                Tuple.of(
                        Whose.of(
                                one.taken().charge().workspace(),
                                one.taken().site(),
                                one.taken().charge().usage().dimension()),
                        one.isInNone() ? open(one) : Entry.Kind.RECORDED),
                one.taken().charge().usage().quantity(),
                Quantity::plus));
        return sums.entrySet().stream()
                .map(sum -> new Entry(sum.getKey()._1(), sum.getKey()._2(), sum.getValue()))
                .toList();
    }

    private static Entry.Kind open(One one) {
        return one.subscription().isDefined() ? Entry.Kind.OPEN : Entry.Kind.UNSETTLED;
    }

    private static ChargedHour charged(One one) {
        ChargedHour.Kind waits = one.subscription().isDefined() ? ChargedHour.Kind.WAITING : ChargedHour.Kind.UNSETTLED;
        return new ChargedHour(
                one.taken().charge().usage().dimension(),
                one.taken().charge().hour(),
                one.isLate() ? ChargedHour.Kind.LATE : waits,
                one.subscription());
    }

    private static Tuple2<String, Option<MeteringHour>> line(One one) {
        return Tuple.of(one.taken().charge().key(), one.in());
    }

    private List<Tuple2<String, Option<MeteringHour>>> lines(ChargeHistory history, int size) {
        List<ChargeLine> all = new ArrayList<>();
        List<ChargeLine> page;
        do {
            Option<ChargeLine> last = all.isEmpty() ? Option.none() : Option.some(all.get(all.size() - 1));
            page = Work.list(
                    unitOfWork(),
                    stores -> stores.statements().charges(history.meter(0).account(), period(history), last, size));
            all.addAll(page);
        } while (page.size() == size);
        return all.stream()
                .map(line -> Tuple.of(line.taken().charge().key(), line.in().map(ChargeLine.In::hour)))
                .toList();
    }

    private static StatementPeriod period(ChargeHistory history) {
        return new StatementPeriod(
                history.meter(0).record(0).hour(), history.meter(0).record(9).hour());
    }
}
