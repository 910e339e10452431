package com.guance.billing.book;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.Asked;
import com.guance.billing.workspace.Circumstances;
import com.guance.billing.workspace.Circumstances.Standing;
import com.guance.billing.workspace.Workspace;
import java.util.stream.Stream;

/** Every way in which a workspace is born. */
final class WorkspaceBirths {

    private static final Request BY = World.byOwner(World.START);

    private WorkspaceBirths() {}

    static Stream<Scene> at(Setting setting) {
        Outside outside = Outside.of(setting.cloud());
        return Stream.concat(
                settled(setting, outside, outside.byFirst(BY), outside.bySecond(BY), Asked.billingCenter(BY)),
                Stream.concat(
                        settled(setting, outside.withArrears(true), Asked.billingCenter(BY)),
                        unsettled(setting, outside)));
    }

    private static Stream<Scene> settled(Setting setting, Outside outside, Asked... ways) {
        return Stream.of(ways)
                .map(asked -> Workspace.register(Given.form(), asked, around(setting, outside))
                        .get())
                .map(birth -> Scene.born(setting, outside, birth));
    }

    private static Stream<Scene> unsettled(Setting setting, Outside outside) {
        Circumstances around = around(setting, outside);
        Change<Workspace> awaiting = Workspace.registerAwaiting(Given.form(), setting.cloud(), around, BY)
                .get();
        Change<Workspace> experience =
                Workspace.registerExperience(Given.form(), around, BY).get();
        return Stream.of(awaiting, experience).map(birth -> Scene.born(setting, outside, birth));
    }

    private static Circumstances around(Setting setting, Outside outside) {
        return setting.around(World.HOLDER.id(), new Standing(outside.inArrears(), true));
    }
}
