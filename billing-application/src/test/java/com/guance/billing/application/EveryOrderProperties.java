package com.guance.billing.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.application.ArrivedNotices.Start;
import com.guance.billing.application.ArrivedNotices.Word;
import com.guance.billing.policy.EndConsequence;
import com.guance.billing.policy.Policies;
import com.guance.billing.subscription.Sign.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** INV-5: every order of a few notices, each handed in again after every other, ends like the order of their own times. */
class EveryOrderProperties {

    private static final List<Word> LEGACY = Stream.of(Kind.ACTIVATED, Kind.NOT_ACTIVATED, Kind.ENDING, Kind.ENDED)
            .map(Word::ofCustomer)
            .toList();

    private static final List<Word> LICENSES = Stream.concat(
                    IntStream.of(1, 2)
                            .boxed()
                            .flatMap(number -> Stream.of(
                                    Word.ofLicense(number, Kind.ACTIVATED),
                                    Word.ofLicense(number, Kind.DEPROVISIONED),
                                    Word.ofAgreement(number, Kind.STATUS_UNKNOWN),
                                    Word.ofAgreement(number, Kind.CANCELLED),
                                    Word.ofAgreement(number, Kind.SUPERSEDED))),
                    Stream.of(Word.created(2)))
            .toList();

    private static final ArrivedNotices WAITING = ArrivedNotices.begin(Start.WAITING, Policies.defaults());
    private static final ArrivedNotices BOUND_BY_LICENSE =
            ArrivedNotices.begin(Start.BOUND_BY_LICENSE, Policies.defaults());

    /** In which it is not the order alone that decides; no others (INV-5). */
    enum Limit {
        WITHDRAWN_BY_A_FAILURE {
            @Override
            boolean explains(ArrivedNotices inOrder, ArrivedNotices shuffled) {
                return inOrder.isWithdrawn() != shuffled.isWithdrawn();
            }
        },
        CONSEQUENCE_WITHOUT_A_LOCK {
            @Override
            boolean explains(ArrivedNotices inOrder, ArrivedNotices shuffled) {
                return inOrder.isPaidByBillingCenter() != shuffled.isPaidByBillingCenter();
            }
        },
        ACTIVATION_AFTER_ITS_OWN_END {
            @Override
            boolean explains(ArrivedNotices inOrder, ArrivedNotices shuffled) {
                return goesOnWaiting(shuffled, inOrder) || goesOnWaiting(inOrder, shuffled);
            }

            // an agreement ends once, so that even in order its license may be activated too late
            private boolean goesOnWaiting(ArrivedNotices one, ArrivedNotices other) {
                return one.hasActivationAfterItsEnd() && one.isWaiting() && !other.isPaid();
            }
        };

        abstract boolean explains(ArrivedNotices inOrder, ArrivedNotices shuffled);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    @Label(
            "INV-5 NOT-1 SET-13 all histories of up to four SNS notices end alike in all orders of arrival, with duplicates")
    void everyOrder(@ForAll boolean waiting) {
        everyOrder(ArrivedNotices.begin(waiting ? Start.WAITING : Start.BOUND, Policies.defaults()), LEGACY, 4);
        Statistics.coverage(coverage -> {
            coverage.check("alike").count(times -> times > 0);
            coverage.check(Limit.WITHDRAWN_BY_A_FAILURE).count(times -> times > 0);
            coverage.check(Limit.ACTIVATION_AFTER_ITS_OWN_END).count(times -> times > 0);
        });
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    @Label("INV-5 END-9 so do all of up to three where an end switches to the Billing Center, which no return undoes")
    void everyOrderWithoutALock(@ForAll boolean waiting) {
        Policies switching = Policies.defaults()
                .withEnding(Policies.defaults().ending().withConsequences(cloud -> EndConsequence.BILLING_CENTER));
        everyOrder(ArrivedNotices.begin(waiting ? Start.WAITING : Start.BOUND, switching), LEGACY, 3);
        Statistics.coverage(
                coverage -> coverage.check(Limit.CONSEQUENCE_WITHOUT_A_LOCK).count(times -> times > 0));
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    @Label(
            "INV-5 END-3 END-5 all histories of up to three notices of two licenses and their agreements end alike in all orders")
    void everyOrderOfLicenses(@ForAll boolean waiting) {
        everyOrder(waiting ? WAITING : BOUND_BY_LICENSE, LICENSES, 3);
        Statistics.coverage(
                coverage -> coverage.check(Limit.ACTIVATION_AFTER_ITS_OWN_END).count(times -> times > 0));
    }

    @Property
    @Label("INV-5 END-3 END-5 so do histories of four of them, shuffled and with one twice")
    void someOrdersOfLicenses(@ForAll boolean waiting, @ForAll("fours") List<Word> history, @ForAll long seed) {
        ArrivedNotices begin = waiting ? WAITING : BOUND_BY_LICENSE;
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3));
        Random random = new Random(seed);
        order.add(random.nextInt(4));
        Collections.shuffle(order, random);
        compare(played(begin, history, List.of(0, 1, 2, 3)), played(begin, history, order));
    }

    @Provide
    Arbitrary<List<Word>> fours() {
        return Arbitraries.of(LICENSES).list().ofSize(4);
    }

    private static ArrivedNotices played(ArrivedNotices begin, List<Word> history, List<Integer> order) {
        ArrivedNotices arrived = begin;
        for (int rank : order) {
            arrived = arrived.hear(history.get(rank), rank);
        }
        return arrived.end();
    }

    /** Arrivals share what came before: a tree, whose leaves are the orders of all histories. */
    private static void everyOrder(ArrivedNotices begin, List<Word> words, int most) {
        for (int length = 1; length <= most; length++) {
            Map<List<Word>, ArrivedNotices> inOrder = new HashMap<>();
            leaves(begin, words, IntStream.range(0, length).boxed().toList(), true, inOrder);
            leaves(begin, words, IntStream.range(0, length).boxed().toList(), false, inOrder);
        }
    }

    private static void leaves(
            ArrivedNotices arrived,
            List<Word> words,
            List<Integer> missing,
            boolean onlyInOrder,
            Map<List<Word>, ArrivedNotices> inOrder) {
        if (missing.isEmpty()) {
            ArrivedNotices end = arrived.end();
            if (onlyInOrder) {
                inOrder.put(end.history(), end);
            } else {
                ArrivedNotices expected = inOrder.get(end.history());
                assertThat(expected).isNotNull();
                compare(expected, end);
            }
            return;
        }
        for (Integer rank : onlyInOrder ? missing.subList(0, 1) : missing) {
            List<Integer> rest =
                    missing.stream().filter(other -> !other.equals(rank)).toList();
            words.forEach(word -> leaves(arrived.hear(word, rank).hearAllAgain(), words, rest, onlyInOrder, inOrder));
        }
    }

    private static void compare(ArrivedNotices inOrder, ArrivedNotices shuffled) {
        assertThat(shuffled.statuses()).as("statuses of %s", shuffled).isEqualTo(inOrder.statuses());
        assertThat(shuffled.accountPays()).as("the account of %s", shuffled).isEqualTo(inOrder.accountPays());
        if (shuffled.payerAndCauses().equals(inOrder.payerAndCauses())) {
            Statistics.collect("alike");
            return;
        }
        TreeSet<Limit> limits = new TreeSet<>();
        Stream.of(Limit.values())
                .filter(limit -> limit.explains(inOrder, shuffled))
                .forEach(limits::add);
        assertThat(limits)
                .as("%s ends with %s, in order with %s", shuffled, shuffled.payerAndCauses(), inOrder.payerAndCauses())
                .isNotEmpty();
        Statistics.collect(limits.first());
    }
}
