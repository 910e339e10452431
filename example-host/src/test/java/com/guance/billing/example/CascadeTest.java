package com.guance.billing.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.inmemory.marketplace.MarketplaceNotice;
import com.guance.billing.workspace.Workspace;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a change of a payer costs, in statements and batches on a real database. */
class CascadeTest {

    private static final int CHUNK = 500;
    private static final int CHUNKS = 4;
    private static final int FEW = 20;

    private enum Happening {
        END,
        RETURN,
        ARREARS,
        SETTLED
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("END-4 END-6 LOCK-7 an end, a return and arrears of 2,000 workspaces take, for every 500, the same few"
            + " statements")
    void statements(RealStore store) {
        Costs one = costs(store, 1);
        Costs two = costs(store, 2);
        Costs many = costs(store, CHUNKS);
        for (Happening happening : Happening.values()) {
            int chunk = two.of(happening) - one.of(happening);
            assertThat(chunk).as(happening + ": a chunk").isBetween(1, FEW);
            assertThat(many.of(happening) - two.of(happening))
                    .as(happening + ": the other chunks")
                    .isEqualTo((CHUNKS - 2) * chunk);
            assertThat(one.of(happening))
                    .as(happening + ": the first chunk, and what is once")
                    .isLessThan(3 * FEW);
        }
    }

    private static Costs costs(RealStore store, int chunks) {
        Executions executions = new Executions();
        try (OpenStore open = store.counted(executions);
                World world = World.over(open)) {
            Stage stage = new Stage(world);
            stage.arrives();
            Map<Happening, Integer> costs = new EnumMap<>(Happening.class);
            Crowd paid = new Crowd(open.unitOfWork(), world, "cloud", chunks * CHUNK);
            paid.paidByCloud();
            MarketplaceNotice end = stage.cancels();
            costs.put(Happening.END, executions.during(() -> stage.deliver(end)));
            assertThat(paid.now()).hasSize(chunks * CHUNK).allMatch(Workspace::isLocked);
            MarketplaceNotice activation = stage.subscribes();
            costs.put(Happening.RETURN, executions.during(() -> stage.deliver(activation)));
            assertThat(paid.now()).noneMatch(Workspace::isLocked).allMatch(Stage::isPaidByCloud);
            Crowd settled = new Crowd(open.unitOfWork(), world, "center", chunks * CHUNK);
            settled.paidByBillingCenter();
            costs.put(Happening.ARREARS, executions.during(stage::owes));
            assertThat(settled.now()).hasSize(chunks * CHUNK).allMatch(Workspace::isLocked);
            costs.put(Happening.SETTLED, executions.during(stage::pays));
            assertThat(settled.now()).noneMatch(Workspace::isLocked);
            return new Costs(costs);
        }
    }

    private record Costs(Map<Happening, Integer> statements) {

        int of(Happening happening) {
            return statements.getOrDefault(happening, 0);
        }
    }
}
