package com.guance.billing.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.CloudAccountId;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.subscription.SubscriptionStatus;
import com.guance.billing.testing.Some;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.SettlementMethod;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class ShuffledNoticesProperties {

    /** The only active subscriptions of their accounts, one of each identity scheme. */
    private static final int LICENSED = 1;

    private static final int LEGACY = 2;

    private static final List<Command> BEGINNING = List.of(
            new Command.Claim(0, 0),
            new Command.Claim(1, 0),
            new Command.Hear(LICENSED, Kind.ACTIVATED, Duration.ZERO),
            new Command.Hear(LEGACY, Kind.ACTIVATED, Duration.ZERO),
            new Command.Register(0, 0),
            new Command.Register(1, 1),
            new Command.Register(3, Command.BILLING_CENTER),
            new Command.Wait(Duration.ofDays(1)));

    /** What must not depend on the order in which notices come. */
    record Outcome(List<SubscriptionStatus> statuses, List<Option<CloudAccountId>> payers, List<String> causes) {

        static Outcome of(Town town) {
            return new Outcome(
                    Stream.of(LICENSED, LEGACY)
                            .map(i -> town.market.subscriptions.get(i).status())
                            .toList(),
                    town.workspaces.values().stream().map(Outcome::payer).toList(),
                    town.workspaces.values().stream().map(Outcome::causes).toList());
        }

        /** A life between that was missed makes another subscription of the same account pay. */
        private static Option<CloudAccountId> payer(Workspace workspace) {
            return workspace
                    .bindings()
                    .inForce()
                    .flatMap(SettlementMethod::cloud)
                    .map(ThroughCloudAccount::account);
        }

        private static String causes(Workspace workspace) {
            return workspace.locks().causes().stream()
                    .flatMap(cause -> cause.ended().toJavaStream())
                    .map(LockCause.SubscriptionEnded::account)
                    .toList()
                    .toString();
        }
    }

    @Property(tries = 300)
    @Label(
            "INV-5 NOT-1 NOT-3 notices in any order and more than once end in the statuses, payers and locks of their order,"
                    + " once no end waits for its status or successor any more")
    void anyOrder(@ForAll("notices") List<Command> inOrder, @ForAll Random chance) {
        List<Command> arriving = new ArrayList<>(inOrder);
        arriving.addAll(inOrder.subList(0, chance.nextInt(inOrder.size() + 1)));
        Collections.shuffle(arriving, chance);

        Outcome expected = after(inOrder);

        assertThat(after(arriving)).isEqualTo(expected);
        expected.statuses().forEach(status -> Statistics.label("status").collect(status));
        expected.causes().forEach(causes -> Statistics.label("locked").collect(!causes.equals("[]")));
        Statistics.label("status")
                .coverage(checker -> Stream.of(
                                SubscriptionStatus.ACTIVE, SubscriptionStatus.ENDING, SubscriptionStatus.ENDED)
                        .forEach(status -> checker.check(status).count(times -> times > 0)));
        Statistics.label("locked")
                .coverage(checker -> Stream.of(true, false)
                        .forEach(locked -> checker.check(locked).count(times -> times > 0)));
    }

    private static Outcome after(List<Command> notices) {
        Town town = new Town();
        Stream.concat(BEGINNING.stream(), notices.stream()).forEach(town::on);
        town.on(new Command.Wait(Duration.ofHours(30)));
        town.pass();
        return Outcome.of(town);
    }

    /** No two of one time, the oldest first. */
    @Provide
    Arbitrary<List<Command>> notices() {
        Arbitrary<Command> licensed = Arbitraries.of(Some.LICENSED).map(kind -> hear(LICENSED, kind));
        Arbitrary<Command> legacy = Arbitraries.of(Some.LEGACY).map(kind -> hear(LEGACY, kind));
        return Arbitraries.oneOf(licensed, legacy)
                .list()
                .ofMinSize(1)
                .ofMaxSize(10)
                .map(signs -> IntStream.range(0, signs.size())
                        .<Command>mapToObj(i -> dated((Command.Hear) signs.get(i), i))
                        .toList());
    }

    private static Command hear(int subscription, Kind kind) {
        return new Command.Hear(subscription, kind, Duration.ZERO);
    }

    private static Command dated(Command.Hear hear, int i) {
        return new Command.Hear(hear.subscription(), hear.kind(), Duration.ofMinutes(600 - i));
    }
}
