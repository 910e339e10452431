package com.guance.billing.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The real thing and its model, side by side. */
final class Pairs {

    private Pairs() {}

    /** What is so of a workspace. */
    record View(
            String phase,
            String payer,
            Set<String> causes,
            Option<Instant> deadline,
            Option<YearMonth> changed,
            boolean waits,
            int holder,
            int reminded) {}

    static void assertSame(Town town, Model model) {
        assertThat(workspaces(town)).isEqualTo(workspaces(model));
        assertThat(town.market.subscriptions)
                .extracting(of -> of.status().name())
                .isEqualTo(model.bazaar.deals.stream().map(deal -> deal.status).toList());
        assertThat(town.market.accounts)
                .extracting(account -> account.registeredUnder(town.now).map(Pairs::number))
                .isEqualTo(IntStream.range(0, model.bazaar.buyers.size())
                        .mapToObj(account -> model.bazaar.holderAt(account, town.now))
                        .map(holder -> Option.when(holder != -1, holder))
                        .toList());
    }

    private static Map<Integer, View> workspaces(Town town) {
        Map<Integer, View> views = new TreeMap<>();
        town.workspaces.forEach((i, workspace) -> views.put(
                i,
                view(
                        workspace,
                        town.journal.reminders.getOrDefault(workspace.id().value(), 0))));
        return views;
    }

    private static Map<Integer, View> workspaces(Model model) {
        Map<Integer, View> views = new TreeMap<>();
        for (int i = 0; i < model.plains.size(); i++) {
            Plain plain = model.plains.get(i);
            if (plain.registered) {
                views.put(i, view(plain));
            }
        }
        return views;
    }

    private static View view(Workspace real, int reminded) {
        return new View(
                real.phase().name(),
                payer(real),
                causes(real),
                real.locks().deadline(),
                real.monthUsed().map(Plain::month),
                real.waiting().isDefined() && real.closed().isEmpty(),
                number(real.registration().ownership().holder()),
                reminded);
    }

    private static View view(Plain plain) {
        return new View(
                plain.phase(),
                plain.payer,
                Set.copyOf(plain.causes),
                plain.deadline,
                plain.changed,
                plain.waiting.isDefined(),
                plain.holder,
                plain.reminded);
    }

    private static String payer(Workspace workspace) {
        return workspace
                .bindings()
                .inForce()
                .map(method ->
                        method.cloud().map(paid -> name(paid.subscription())).getOrElse(Plain.CENTER))
                .getOrElse(Plain.NOBODY);
    }

    private static Set<String> causes(Workspace workspace) {
        return workspace.locks().causes().stream().map(Pairs::name).collect(Collectors.toSet());
    }

    private static String name(LockCause cause) {
        if (cause instanceof LockCause.SubscriptionEnded ended) {
            return "ended " + name(ended.subscription());
        } else if (cause instanceof LockCause.Arrears arrears) {
            return "arrears " + number(arrears.account());
        }
        return "staff";
    }

    private static int number(BillingCenterAccountId holder) {
        return holder.equals(Town.HOLDERS.get(0).id()) ? 0 : 1;
    }

    /** As the model calls it: {@code subscription#life}. */
    private static String name(SubscriptionId subscription) {
        return subscription.value().replaceAll(".*-(\\d+#\\d+)", "$1");
    }
}
