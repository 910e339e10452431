package com.guance.billing.inmemory.marketplace;

import static com.guance.billing.inmemory.marketplace.Market.GB;
import static com.guance.billing.inmemory.marketplace.Market.NOON;
import static com.guance.billing.inmemory.marketplace.Market.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.inmemory.marketplace.BatchMeterUsageAnswer.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random lives of two buyers, against a model that walks minute by minute. */
class SubscriptionProperties {

    private static final List<String> ACCOUNTS = List.of("111122223333", "444455556666");

    private enum Act {
        SUBSCRIBE,
        CANCEL,
        NOTHING
    }

    record Step(int minutes, String account, Act act) {}

    /** What was published about an account, and when. */
    private record Told(Instant at, String account, String action) {}

    /** A subscription, minute by minute: alive, or ending with so many minutes left. */
    private static final class Model {

        private final Map<String, Integer> minutesLeft = new HashMap<>();
        private final List<Told> told = new ArrayList<>();
        private Instant now = NOON;

        void pass(int minutes) {
            for (int minute = 0; minute < minutes; minute++) {
                now = now.plus(Duration.ofMinutes(1));
                minutesLeft.replaceAll((account, left) -> left == ALIVE ? ALIVE : left - 1);
                ACCOUNTS.stream()
                        .filter(account -> left(account) == 0)
                        .forEach(account -> tell(account, "unsubscribe-success"));
                minutesLeft.values().removeIf(left -> left == 0);
            }
        }

        void act(String account, Act act) {
            if (act == Act.SUBSCRIBE && left(account) != ALIVE) {
                minutesLeft.put(account, ALIVE);
                tell(account, "subscribe-success");
            }
            if (act == Act.CANCEL && left(account) == ALIVE) {
                minutesLeft.put(account, 60);
                tell(account, "unsubscribe-pending");
            }
        }

        boolean canBeMetered(String account) {
            return minutesLeft.containsKey(account);
        }

        private void tell(String account, String action) {
            told.add(new Told(now, account, action));
        }

        private int left(String account) {
            return minutesLeft.getOrDefault(account, NEVER);
        }

        private static final int ALIVE = Integer.MAX_VALUE;
        private static final int NEVER = -1;
    }

    @Provide
    Arbitrary<List<Step>> lives() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 90), Arbitraries.of(ACCOUNTS), Arbitraries.of(Act.class))
                .as(Step::new)
                .list()
                .ofMaxSize(20);
    }

    @Property(tries = 500)
    @Label("FIN-2 FIN-3 in every life the notices, their times and the acceptance of usage are the model's")
    void likeTheModel(@ForAll("lives") List<Step> life) {
        MovableClock clock = MovableClock.at(NOON);
        InMemoryMarketplace aws = InMemoryMarketplace.selling(ListedProduct.global(PRODUCT, GB), clock);
        Model model = new Model();
        List<Told> told = new ArrayList<>();

        for (Step step : life) {
            clock.advance(Duration.ofMinutes(step.minutes()));
            model.pass(step.minutes());
            act(aws, step);
            model.act(step.account(), step.act());
            for (String account : ACCOUNTS) {
                assertThat(canBeMetered(aws, account, clock.instant())).isEqualTo(model.canBeMetered(account));
            }
            aws.takeNotices().forEach(notice -> told.add(told(aws, notice)));
        }

        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(model.told)
                .isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    }

    private static void act(InMemoryMarketplace aws, Step step) {
        if (step.act() == Act.SUBSCRIBE) {
            aws.subscribe(step.account());
        }
        if (step.act() == Act.CANCEL && aws.state(step.account()) == SubscriptionState.SUBSCRIBED) {
            aws.cancel(step.account());
        }
    }

    private static boolean canBeMetered(InMemoryMarketplace aws, String account, Instant now) {
        UsageRecord probe = new UsageRecord(now, CustomerReference.account(account), GB, 0, null);
        return aws.batchMeterUsage(new BatchMeterUsageRequest(PRODUCT, List.of(probe)))
                        .results()
                        .get(0)
                        .status()
                != Status.CUSTOMER_NOT_SUBSCRIBED;
    }

    private static Told told(InMemoryMarketplace aws, MarketplaceNotice notice) {
        String account = ACCOUNTS.stream()
                .filter(each ->
                        aws.customerIdentifier(each).equals(notice.message().customerIdentifier()))
                .findFirst()
                .orElseThrow();
        return new Told(notice.timestamp(), account, notice.message().action());
    }
}
