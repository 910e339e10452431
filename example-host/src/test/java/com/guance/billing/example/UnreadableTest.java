package com.guance.billing.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.WorkspaceId;
import com.guance.billing.inmemory.marketplace.MarketplaceNotice;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One stored thing that cannot be read stops nothing but itself (REL-1), on real databases whose rows are damaged by SQL. */
class UnreadableTest {

    static Stream<Arguments> kindsOfDamage() {
        return Stream.of(RealStore.values())
                .flatMap(store -> Stream.of(Damage.values()).map(damage -> Arguments.of(store, damage)));
    }

    @ParameterizedTest
    @MethodSource("kindsOfDamage")
    @DisplayName("REL-1 one of 60 workspaces cannot be read when its payer ends: 59 are locked at once")
    void oneOfSixty(RealStore store, Damage damage) {
        Tables tables = Tables.of(store);
        try (OpenStore open = tables.open();
                World world = World.over(open)) {
            Stage stage = new Stage(world);
            stage.arrives();
            Crowd paid = new Crowd(open.unitOfWork(), world, "cloud", 60);
            List<WorkspaceId> others = new ArrayList<>(paid.paidByCloud());
            damage.damage(tables.source(), "workspace", others.remove(17).value());

            deliver(stage, stage.cancels());

            assertThat(others.stream().map(id -> world.workspace(id).get()))
                    .hasSize(59)
                    .allMatch(Workspace::isLocked);
        }
    }

    private static void deliver(Stage stage, MarketplaceNotice end) {
        try {
            stage.deliver(end);
        } catch (Fault told) {
            stage.aMinuteLater();
        }
    }
}
