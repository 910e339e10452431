package com.guance.billing.workspace;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.site.Cloud;
import com.guance.billing.workspace.LifeEvent.WorkspaceRegistered;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A form on its way to a workspace: all that is wrong is told at once (ARR-4). */
record Registering(RegistrationForm form, Request by, Circumstances around) {

    Either<RegistrationRefusal, Change<Workspace>> paidBy(Asked asked) {
        Attempt attempt = new Attempt(form.owner(), Option.none(), asked, around, by.at());
        return unless(SettlementRule.all(attempt), Plan.COMMERCIAL, born -> {
            Attempt same = new Attempt(form.owner(), Option.some(born), asked, around, by.at());
            return Settling.asked(born, same).events();
        });
    }

    Either<RegistrationRefusal, Change<Workspace>> awaiting(Cloud cloud) {
        return unless(SettlementRule.site(cloud, around).toJavaList(), Plan.COMMERCIAL, born -> List.of());
    }

    Either<RegistrationRefusal, Change<Workspace>> experience() {
        return unless(List.of(), Plan.EXPERIENCE, born -> List.of());
    }

    private Attempt nobody() {
        return new Attempt(form.owner(), Option.none(), Asked.billingCenter(by), around, by.at());
    }

    private Either<RegistrationRefusal, Change<Workspace>> unless(
            List<SettlementRefusal> refusals, Plan plan, Function<Workspace, List<WorkspaceEvent>> then) {
        Option<SettlementRefusal> stranger = SettlementRule.OWNER_OR_HOLDER.refuses(nobody());
        if (stranger.isDefined()) {
            return Either.left(
                    new RegistrationRefusal(List.of(new RegistrationProblem.PaymentRefused(stranger.get()))));
        }
        List<RegistrationProblem> problems = Stream.concat(
                        form.problems(around.site()).stream(),
                        refusals.stream().map(RegistrationProblem.PaymentRefused::new))
                .toList();
        if (!problems.isEmpty()) {
            return Either.left(new RegistrationRefusal(problems));
        }
        Option<Instant> lapses = Option.when(
                plan == Plan.COMMERCIAL,
                () -> by.at().plus(around.policies().arriving().registrationLife()));
        WorkspaceRegistered birth =
                new WorkspaceRegistered(form.workspace(), form.accepted(around, by), plan, lapses, by);
        Workspace born = WorkspaceFold.born(birth);
        return Either.right(new Change<>(born, List.of(birth)).then(born.becomes(then.apply(born))));
    }
}
