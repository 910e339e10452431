package com.guance.billing.example;

import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.SettlementMethod;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.util.stream.Collectors;

/** States in a reader's words. */
final class Words {

    private Words() {}

    static String of(Option<Workspace> workspace) {
        return workspace.map(Words::of).getOrElse("not registered");
    }

    static String of(Workspace workspace) {
        return workspace.registration().profile().name() + " on "
                + workspace.registration().site() + ": paid by "
                + workspace.bindings().inForce().map(Words::of).getOrElse("nobody") + ", "
                + locks(workspace);
    }

    static String of(Books books) {
        return books.charged() + " charged = " + books.of(Standing.ACCEPTED) + " accepted + "
                + books.of(Standing.CARRIED) + " carried + " + books.of(Standing.UNSETTLED) + " unsettled + "
                + books.of(Standing.WAITING) + " waiting";
    }

    private static String of(SettlementMethod method) {
        return method.cloud()
                .map(ThroughCloudAccount::account)
                .map(account -> "cloud account " + account)
                .getOrElse("the Billing Center");
    }

    private static String locks(Workspace workspace) {
        if (!workspace.isLocked()) {
            return "unlocked";
        }
        return "LOCKED ("
                + workspace.locks().causes().stream().map(Words::of).collect(Collectors.joining(", "))
                + "), can be unlocked until " + workspace.locks().deadline().get();
    }

    private static String of(LockCause cause) {
        return cause instanceof LockCause.SubscriptionEnded ? "subscription ended" : "another cause";
    }
}
