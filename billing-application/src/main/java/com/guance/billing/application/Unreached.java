package com.guance.billing.application;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.ports.driven.Unreadables;
import com.guance.billing.ports.faults.EntryKind;
import com.guance.billing.ports.faults.UnreadableEntry;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** REL-1: what could not be read is tried again, and who was not reached because of it is reached, before anything else. */
record Unreached(Transactions transactions, Cascading cascading, TellingArrears arrears) {

    private static final int PAGE = 500;

    /** Reaches those that can be reached by now; answers how many changed. */
    int reach(FirstFailure failures) {
        failures.count(this::readAgain);
        int reached = 0;
        Option<Unreadables.Unreached> last = Option.none();
        List<Unreadables.Unreached> page;
        do {
            Option<Unreadables.Unreached> after = last;
            page = transactions.run(stores -> stores.unreadables().unreached(after, PAGE));
            for (Map.Entry<Payer, List<WorkspaceId>> missed : byPayer(page).entrySet()) {
                reached += failures.count(() -> reach(missed.getKey(), missed.getValue()));
            }
            last = page.isEmpty() ? last : Option.some(page.get(page.size() - 1));
        } while (page.size() == PAGE);
        return reached;
    }

    private int reach(Payer payer, List<WorkspaceId> missed) {
        return payer.kind() == EntryKind.ARREARS
                ? arrears.reach(new BillingCenterAccountId(payer.id()), missed)
                : cascading.reach(new SubscriptionId(payer.id()), missed);
    }

    private int readAgain() {
        List<UnreadableEntry> readable = new ArrayList<>();
        Option<UnreadableEntry> last = Option.none();
        List<UnreadableEntry> page;
        do {
            Option<UnreadableEntry> after = last;
            page = transactions.run(stores -> stores.unreadables().list(after, PAGE));
            if (!page.isEmpty()) {
                List<UnreadableEntry> looked = page;
                readable.addAll(transactions.run(stores -> stores.unreadables().readAgain(looked)));
                last = Option.some(page.get(page.size() - 1));
            }
        } while (page.size() == PAGE);
        if (!readable.isEmpty()) {
            transactions.watcher().readableAgain(readable);
        }
        return readable.size();
    }

    private static Map<Payer, List<WorkspaceId>> byPayer(List<Unreadables.Unreached> page) {
        Map<Payer, List<WorkspaceId>> byPayer = new LinkedHashMap<>();
        page.forEach(one -> byPayer.computeIfAbsent(new Payer(one.kind(), one.payer()), first -> new ArrayList<>())
                .add(one.workspace()));
        return byPayer;
    }

    private record Payer(EntryKind kind, String id) {}
}
