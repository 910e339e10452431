package com.guance.billing.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.statement.Statement;
import com.guance.billing.statement.StatementHtml;
import com.guance.billing.statement.StatementPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The picture in a statement: each hour's units, one workspace upon the other (ASK-1). */
class StatementChartTest {

    private static final Instant EIGHT = Instant.parse("2026-03-10T08:00:00Z");
    private static final Instant NINE = EIGHT.plus(Duration.ofHours(1));
    private static final Instant TEN = EIGHT.plus(Duration.ofHours(2));

    private final Scene scene = Scene.withRegisteredAccount();

    @BeforeEach
    void workspaces() {
        IntStream.rangeClosed(1, 9).forEach(i -> scene.register("wksp_" + i, "us1"));
        scene.register("wksp_small", "us1");
        scene.register("wksp_large", "us1");
    }

    @Test
    @DisplayName("ASK-1 each hour's bars stand upon each other, the largest workspace below, as high as their units")
    void bars() {
        used("wksp_small", "1.9", NINE);
        used("wksp_large", "3", NINE);
        used("wksp_large", "1", TEN);

        assertThat(page())
                .contains("at most 4</title>")
                .contains("<path class=\"c0\" d=\"M0 200V50H500V200ZM500 200V150H1000V200Z\"/>")
                .contains("<path class=\"c1\" d=\"M0 50V0H500V50Z\"/>")
                .contains("c0\">\u25a0 <bdi>wksp_large</bdi>")
                .contains("c1\">\u25a0 <bdi>wksp_small</bdi>");
    }

    @Test
    @DisplayName("ASK-1 seven workspaces have a colour, the others share one")
    void others() {
        IntStream.rangeClosed(1, 9).forEach(i -> used("wksp_" + i, Integer.toString(i), NINE));

        assertThat(page())
                .contains("c6\">\u25a0 <bdi>wksp_3</bdi>")
                .contains("c7\">\u25a0 <bdi>2 others</bdi>")
                .contains("at most 45</title>")
                .contains("V0H500V13.34Z")
                .doesNotContain("class=\"c8\"");
    }

    @Test
    @DisplayName("ASK-1 nothing is drawn of fractions alone")
    void nothing() {
        used("wksp_small", "0.9", NINE);

        assertThat(page()).doesNotContain("<svg");
    }

    private void used(String workspace, String quantity, Instant until) {
        scene.clock.moveTo(until);
        scene.billing.takeCharges().take(List.of(scene.charge(workspace, quantity, until)), scene.now());
    }

    private String page() {
        scene.clock.moveTo(TEN.plus(Duration.ofMinutes(10)));
        scene.billing.due().run(scene.now());
        StatementPeriod period = StatementPeriod.of(EIGHT, TEN);
        Statement statement = scene.billing.askStatement().of(scene.account, period);
        StringBuilder page = new StringBuilder();
        StatementHtml.write(statement, scene.billing.askStatement().charges(scene.account, period), page::append);
        return page.toString();
    }
}
