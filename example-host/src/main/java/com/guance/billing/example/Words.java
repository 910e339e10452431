package com.guance.billing.example;

import com.guance.billing.CloudAccountId;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.ports.driving.Choice;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.SettlementMethod;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.UnlockObstacle;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.util.List;
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
                + books.of(Standing.CARRIED) + " carried + " + books.of(Standing.FORFEITED) + " forfeited + "
                + books.of(Standing.UNSETTLED) + " unsettled + " + books.of(Standing.WAITING) + " waiting";
    }

    static String of(UnlockObstacle obstacle) {
        return obstacle.fold(
                notLocked -> "nothing locks it",
                refused -> of(refused.why()),
                nobody -> "nobody pays, the subscription of " + nobody.account() + " has ended",
                arrears -> "the Billing Center account " + arrears.account() + " is in arrears",
                staff -> "staff locked it: " + staff.cause().why());
    }

    static String of(SettlementRefusal refusal) {
        return refusal instanceof SettlementRefusal.ChangedThisMonth month
                ? "changed this month; the next change is allowed from " + month.nextAllowed() + " on"
                : refusal.toString();
    }

    static String of(List<Choice> choices) {
        return choices.stream()
                .map(choice -> choice.through()
                                .map(account -> "cloud account " + account)
                                .getOrElse("the Billing Center")
                        + choice.refusal().map(why -> ", not now: " + of(why)).getOrElse(""))
                .collect(Collectors.joining("; "));
    }

    /** All who ever paid. */
    static String payers(Option<Workspace> workspace) {
        return workspace
                .toJavaStream()
                .flatMap(known -> known.bindings().all().stream())
                .map(binding -> of(binding.method()) + " from " + binding.from()
                        + binding.until().map(until -> " until " + until).getOrElse(""))
                .collect(Collectors.joining(", "));
    }

    static boolean isPaidBy(Workspace workspace, CloudAccountId account) {
        return workspace
                .bindings()
                .inForce()
                .flatMap(SettlementMethod::cloud)
                .exists(cloud -> cloud.account().equals(account));
    }

    private static String of(SettlementMethod method) {
        return method.cloud()
                .map(ThroughCloudAccount::account)
                .map(account -> "cloud account " + account)
                .getOrElse("the Billing Center");
    }

    private static String locks(Workspace workspace) {
        if (workspace.closed().isDefined()) {
            return "closed for ever";
        }
        if (!workspace.isLocked()) {
            return "unlocked";
        }
        return "LOCKED ("
                + workspace.locks().causes().stream().map(Words::of).collect(Collectors.joining(", "))
                + "), can be unlocked until " + workspace.locks().deadline().get();
    }

    private static String of(LockCause cause) {
        if (cause instanceof LockCause.SubscriptionEnded) {
            return "subscription ended";
        } else if (cause instanceof LockCause.Administrative administrative) {
            return "by staff: " + administrative.why();
        }
        return "arrears";
    }
}
