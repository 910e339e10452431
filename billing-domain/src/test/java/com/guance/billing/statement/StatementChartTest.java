package com.guance.billing.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.metering.Dimension;
import com.guance.billing.testing.Metering;
import com.guance.billing.testing.World;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The picture in a statement: each hour's units, one workspace upon the other (ASK-1). */
class StatementChartTest {

    @Test
    @DisplayName("ASK-1 the whole picture: bars upon each other, the largest below, an axis with its ends, a key")
    void whole() {
        assertThat(picture(series("wksp_small", 1L, 0L), series("wksp_large", 3L, 1L)))
                .isEqualTo("""
                        <figure><svg viewBox="0 0 1000 220" role="img"><title>Units per hour and workspace, at most 4</title>
                        <path class="c0" d="M0 200V50H500V200ZM500 200V150H1000V200Z"/>
                        <path class="c1" d="M0 50V0H500V50Z"/>
                        <path class="axis" d="M0 200H1000"/><text x="0" y="12">4</text>\
                        <text x="0" y="215">2026-03-05T10:00:00Z</text>\
                        <text x="1000" y="215" text-anchor="end">2026-03-05T12:00:00Z</text></svg>
                        <figcaption><span class="key c0">\u25a0 <bdi>wksp_large</bdi></span> \
                        <span class="key c1">\u25a0 <bdi>wksp_small</bdi></span> </figcaption></figure>
                        """);
    }

    @Test
    @DisplayName("ASK-1 bars end at hundredths of a pixel, rounded down, so that none of a long period vanishes")
    void hundredths() {
        assertThat(picture(series("wksp_a", 1L, 1L, 3L)))
                .contains("d=\"M0 200V133.34H333.33V200ZM333.33 200V133.34H666.66V200ZM666.66 200V0H1000V200Z\"");
        assertThat(picture(series("wksp_a", 1L, 160L))).contains("M0 200V198.75H500V200Z");
        assertThat(picture(series("wksp_a", 1L, 200L))).contains("M0 200V199H500V200Z");
        assertThat(picture(series("wksp_a", 5L, 2_500L, 0L, 0L))).contains("M0 200V199.60H250V200Z");
        assertThat(picture(series("wksp_a", 3L, 10_000L))).contains("M0 200V199.94H500V200Z");
        assertThat(picture(series("wksp_a", 1L, 2_000L))).contains("M0 200V199.90H500V200Z");
        assertThat(picture(series("wksp_a", 199L, 2_000L))).contains("M0 200V180.10H500V200Z");
        assertThat(picture(series("wksp_a", 1_999L, 20_000L))).contains("M0 200V180.01H500V200Z");
    }

    @Test
    @DisplayName("ASK-1 the highest hour is of all workspaces together, and numbers of any size fit")
    void highest() {
        long most = Long.MAX_VALUE / 2;
        assertThat(picture(series("wksp_a", most, 1L), series("wksp_b", most, 0L)))
                .contains("at most " + 2 * most + "</title>", "d=\"M0 200V100H500V200Z", "d=\"M0 100V0H500V100Z\"");
    }

    @Test
    @DisplayName("ASK-1 seven workspaces have a colour each, and the key has no others")
    void seven() {
        assertThat(picture(workspaces(7)))
                .contains("c0\">\u25a0 <bdi>wksp_7</bdi>", "c6\">\u25a0 <bdi>wksp_1</bdi>")
                .contains("at most 28</title>")
                .doesNotContain("others", "class=\"c7\"", "key c7");
    }

    @Test
    @DisplayName("ASK-1 from the eighth on they share one, on top of all")
    void others() {
        assertThat(picture(workspaces(8))).contains("c7\">\u25a0 <bdi>1 others</bdi>");
        assertThat(picture(workspaces(9)))
                .contains("at most 45</title>")
                .contains("c6\">\u25a0 <bdi>wksp_3</bdi>", "c7\">\u25a0 <bdi>2 others</bdi>")
                .contains("<path class=\"c7\" d=\"M0 13.34V0H500V13.34Z\"/>")
                .doesNotContain("class=\"c8\"", "wksp_2<", "wksp_1<");
    }

    @Test
    @DisplayName("ASK-1 of equals, the first in order is below; workspaces that left are named so; names are escaped")
    void names() {
        assertThat(picture(
                        series("wksp_<b>", 2L, 0L),
                        series("wksp_a", 2L, 0L),
                        new Series(Whose.own(Metering.HOSTS), List.of(2L, 0L))))
                .contains("c0\">\u25a0 <bdi>left workspaces</bdi>")
                .contains("c1\">\u25a0 <bdi>wksp_&lt;b&gt;</bdi>")
                .contains("c2\">\u25a0 <bdi>wksp_a</bdi>");
    }

    @Test
    @DisplayName("ASK-1 a workspace without units has no colour, and without any there is no picture")
    void nothing() {
        assertThat(picture(series("wksp_idle", 0L, 0L), series("wksp_a", 0L, 1L)))
                .contains("<path class=\"c0\" d=\"M500 200V0H1000V200Z\"/>", "c0\">\u25a0 <bdi>wksp_a</bdi>")
                .doesNotContain("wksp_idle", "c1");
        assertThat(picture(series("wksp_idle", 0L, 0L))).isEmpty();
        assertThat(picture(series(Sample.LOGS, "wksp_a", 1L, 1L))).isEmpty();
    }

    @Test
    @DisplayName("ASK-1 a picture is of one dimension alone")
    void oneDimension() {
        assertThat(picture(series("wksp_a", 1L, 0L), series(Sample.LOGS, "wksp_b", 9L, 0L)))
                .contains("at most 1</title>")
                .doesNotContain("wksp_b");
    }

    @Test
    @DisplayName("ASK-1 the page shows the picture of its records")
    void inThePage() {
        assertThat(Sample.written(Sample.statement(), Sample.charges(), StatementHtml::write))
                .contains("<path class=\"c0\" d=\"M500 200V0H1000V200Z\"/>")
                .contains("<path class=\"c1\" d=\"M0 200V100H500V200Z\"/>")
                .contains("<path class=\"c2\" d=\"M0 100V0H500V100Z\"/>")
                .contains("c0\">\u25a0 <bdi>wksp_b</bdi>", "c1\">\u25a0 <bdi>left workspaces</bdi>");
    }

    private static Series[] workspaces(int many) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(i -> series("wksp_" + i, (long) i, 0L))
                .toArray(Series[]::new);
    }

    private static Series series(String workspace, Long... units) {
        return series(Metering.HOSTS, workspace, units);
    }

    private static Series series(Dimension dimension, String workspace, Long... units) {
        return new Series(new Whose(Sample.of(workspace, Sample.US).home(), dimension), List.of(units));
    }

    /** A picture tells units alone: there need be no charges. */
    private static String picture(Series... series) {
        int hours = series[0].units().size();
        StatementPeriod period = new StatementPeriod(Sample.hour(0), Sample.hour(hours));
        Statement statement = new Statement(World.ACCOUNT, period, List.of(), Map.of(), List.of(), List.of(series));
        StringBuilder html = new StringBuilder();
        StatementChart.of(statement, Metering.HOSTS).write(new Markup(html::append));
        return html.toString();
    }
}
