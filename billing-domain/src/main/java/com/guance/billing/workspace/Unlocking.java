package com.guance.billing.workspace;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.cloudaccount.Payer;
import com.guance.billing.policy.EndConsequence;
import com.guance.billing.workspace.LockCause.Administrative;
import com.guance.billing.workspace.LockCause.Arrears;
import com.guance.billing.workspace.LockCause.SubscriptionEnded;
import com.guance.billing.workspace.UnlockObstacle.ArrearsStand;
import com.guance.billing.workspace.UnlockObstacle.LockedByStaff;
import com.guance.billing.workspace.UnlockObstacle.NobodyPays;
import com.guance.billing.workspace.UnlockObstacle.NotLocked;
import com.guance.billing.workspace.UnlockObstacle.SettlementRefused;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * <em>Unlock now</em> (UNL-5). Of the causes it can remove only the want of a payer: by the account that paid, if it has an active
 * subscription again, or by the Billing Center where that is the cloud's consequence (END-9).
 */
record Unlocking(Workspace workspace, Option<CloudAccount> lost, Circumstances around, Request by) {

    Either<UnlockRefusal, Change<Workspace>> change() {
        Option<Asked> payer = payer();
        Attempt attempt = Attempt.of(workspace, payer.getOrElse(() -> Asked.billingCenter(by)), around);
        Option<SettlementRefusal> stranger = SettlementRule.OWNER_OR_HOLDER.refuses(attempt);
        if (stranger.isDefined()) {
            return Either.left(new UnlockRefusal(List.of(new SettlementRefused(stranger.get()))));
        }
        List<UnlockObstacle> obstacles = new ArrayList<>();
        (payer.isDefined() ? SettlementRule.all(attempt) : SettlementRule.all(SettlementRule.OF_UNLOCKING, attempt))
                .forEach(refusal -> obstacles.add(new SettlementRefused(refusal)));
        obstacles.addAll(ofCauses(payer));
        return obstacles.isEmpty()
                ? Either.right(
                        workspace.becomes(Settling.asked(workspace, attempt).events()))
                : Either.left(new UnlockRefusal(obstacles));
    }

    private Option<Asked> payer() {
        return workspace.locks().isByEnd() ? workspace.endedPayer().flatMap(this::payer) : Option.none();
    }

    private Option<Asked> payer(SubscriptionEnded ended) {
        return lost.flatMap(account -> Option.ofOptional(account.payers().stream()
                                .filter(payer -> payer.product().equals(ended.product()))
                                .map(Payer::subscription)
                                .findFirst())
                        .map(subscription -> new Asked(lost, Option.some(subscription), by)))
                .orElse(() -> lost.filter(this::fallsToBillingCenter).map(account -> Asked.billingCenter(by)));
    }

    private boolean fallsToBillingCenter(CloudAccount account) {
        return around.policies().ending().consequences().of(account.cloud()) != EndConsequence.LOCK;
    }

    private List<UnlockObstacle> ofCauses(Option<Asked> payer) {
        if (!workspace.isLocked()) {
            return List.of(new NotLocked());
        }
        boolean intoArrears = payer.exists(asked -> asked.through().isEmpty())
                && around.standing().inArrears();
        Stream<UnlockObstacle> further =
                intoArrears ? Stream.of(new ArrearsStand(around.holder().id())) : Stream.empty();
        return Stream.concat(
                        workspace.locks().causes().stream()
                                .flatMap(cause -> obstacle(cause, payer).toJavaStream()),
                        further)
                .distinct()
                .toList();
    }

    private static Option<UnlockObstacle> obstacle(LockCause cause, Option<Asked> payer) {
        if (cause instanceof Arrears arrears) {
            return Option.some(new ArrearsStand(arrears.account()));
        } else if (cause instanceof Administrative administrative) {
            return Option.some(new LockedByStaff(administrative));
        }
        SubscriptionEnded ended = (SubscriptionEnded) cause;
        return Option.when(payer.isEmpty(), () -> new NobodyPays(ended.account(), ended.subscription()));
    }
}
