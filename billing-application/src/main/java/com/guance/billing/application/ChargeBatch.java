package com.guance.billing.application;

import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.ChargeRefusal;
import com.guance.billing.metering.Destination;
import com.guance.billing.metering.Intake;
import com.guance.billing.metering.PayerSearch;
import com.guance.billing.metering.TakenCharge;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One batch of charges on its way into the journal; a key counts once, in the journal and within the batch. */
final class ChargeBatch {

    private final Map<String, TakenCharge> before;
    private final Map<WorkspaceId, Workspace> workspaces;
    private final PayerSearch payers;
    private final Map<String, TakenCharge> taken = new LinkedHashMap<>();

    ChargeBatch(Map<String, TakenCharge> before, Map<WorkspaceId, Workspace> workspaces, PayerSearch payers) {
        this.before = before;
        this.workspaces = workspaces;
        this.payers = payers;
    }

    Either<ChargeRefusal, Intake> take(Charge charge) {
        return Option.of(before.get(charge.key()))
                .orElse(() -> Option.of(taken.get(charge.key())))
                .map(known -> repeated(known.charge(), charge))
                .getOrElse(() -> first(charge));
    }

    /** What is new to the journal. */
    List<TakenCharge> taken() {
        return List.copyOf(taken.values());
    }

    private static Either<ChargeRefusal, Intake> repeated(Charge known, Charge again) {
        return known.equals(again)
                ? Either.right(Intake.TAKEN_BEFORE)
                : Either.left(new ChargeRefusal.ConflictingCharge(again.key()));
    }

    private Either<ChargeRefusal, Intake> first(Charge charge) {
        return Option.of(workspaces.get(charge.workspace()))
                .toEither((ChargeRefusal) new ChargeRefusal.NeverBound(charge.workspace()))
                .flatMap(workspace ->
                        payers.destination(charge, workspace).map(destination -> keep(charge, workspace, destination)));
    }

    private Intake keep(Charge charge, Workspace workspace, Destination destination) {
        taken.put(charge.key(), new TakenCharge(charge, workspace.registration().site(), destination));
        return destination instanceof Destination.Metered ? Intake.TAKEN : Intake.TAKEN_UNSETTLED;
    }
}
