package com.guance.billing.statement;

import com.guance.billing.metering.Dimension;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The units of each hour, stacked by workspace, as SVG: the largest workspaces in a colour each, all others in grey. */
final class StatementChart {

    private static final int COLOURS = 7;
    private static final int HEIGHT = 200;
    private static final int WIDTH = 1_000;

    private final StatementPeriod period;
    private final List<Bars> stacked;
    private final long highest;

    private StatementChart(StatementPeriod period, List<Bars> stacked) {
        this.period = period;
        this.stacked = stacked;
        this.highest = stacked.isEmpty()
                ? 0
                : Collections.max(stacked.get(stacked.size() - 1).tops());
    }

    static StatementChart of(Statement statement, Dimension dimension) {
        List<Series> largestFirst = statement.series().stream()
                .filter(series -> series.whose().dimension().equals(dimension))
                .filter(series -> series.total() > 0)
                .sorted(Comparator.comparingLong(Series::total).reversed().thenComparing(Series::whose))
                .toList();
        List<Bars> stacked = new ArrayList<>();
        long[] tops = new long[statement.period().hours()];
        for (Series series : largestFirst.subList(0, Math.min(COLOURS, largestFirst.size()))) {
            String name = series.whose().workspace();
            stacked.add(Bars.on(tops, name.isEmpty() ? "left workspaces" : name, Stream.of(series)));
        }
        if (largestFirst.size() > COLOURS) {
            int others = largestFirst.size() - COLOURS;
            stacked.add(Bars.on(tops, others + " others", largestFirst.stream().skip(COLOURS)));
        }
        return new StatementChart(statement.period(), stacked);
    }

    /** Nothing, if there are no units. */
    void write(Markup html) {
        if (highest == 0) {
            return;
        }
        html.raw("<figure><svg viewBox=\"0 0 " + WIDTH + " " + (HEIGHT + 20) + "\" role=\"img\"><title>")
                .raw("Units per hour and workspace, at most " + highest + "</title>\n");
        for (int i = 0; i < stacked.size(); i++) {
            html.raw("<path class=\"c" + i + "\" d=\"");
            stacked.get(i).write(this, html);
            html.raw("\"/>\n");
        }
        html.raw("<path class=\"axis\" d=\"M0 " + HEIGHT + "H" + WIDTH + "\"/><text x=\"0\" y=\"12\">" + highest)
                .raw("</text><text x=\"0\" y=\"" + (HEIGHT + 15) + "\">"
                        + period.from().start())
                .raw("</text><text x=\"" + WIDTH + "\" y=\"" + (HEIGHT + 15) + "\" text-anchor=\"end\">")
                .raw(period.until().start() + "</text></svg>\n<figcaption>");
        for (int i = 0; i < stacked.size(); i++) {
            html.raw("<span class=\"key c" + i + "\">\u25a0 ")
                    .text(stacked.get(i).name())
                    .raw("</span> ");
        }
        html.raw("</figcaption></figure>\n");
    }

    /** In hundredths of a pixel, so that no bar of a long period vanishes. */
    private String x(int hour) {
        return hundredths(100L * WIDTH * hour / period.hours());
    }

    private String y(long units) {
        BigInteger up = BigInteger.valueOf(units)
                .multiply(BigInteger.valueOf(100L * HEIGHT))
                .divide(BigInteger.valueOf(highest));
        return hundredths(100L * HEIGHT - up.longValueExact());
    }

    private static String hundredths(long number) {
        String rest = Long.toString(100 + number % 100).substring(1);
        return number / 100 + (rest.equals("00") ? "" : "." + rest);
    }

    /** The bars of one colour, by hour. */
    private record Bars(String name, List<Long> bottoms, List<Long> tops) {

        /** On top of others, which then are as high as these. */
        static Bars on(long[] below, String name, Stream<Series> all) {
            List<Long> bottoms = LongStream.of(below).boxed().toList();
            all.forEach(series -> {
                for (int hour = 0; hour < below.length; hour++) {
                    below[hour] += series.units().get(hour);
                }
            });
            return new Bars(name, bottoms, LongStream.of(below).boxed().toList());
        }

        void write(StatementChart chart, Markup html) {
            for (int hour = 0; hour < tops.size(); hour++) {
                if (tops.get(hour) > bottoms.get(hour)) {
                    String bottom = chart.y(bottoms.get(hour));
                    html.raw("M" + chart.x(hour) + " " + bottom + "V" + chart.y(tops.get(hour)) + "H"
                            + chart.x(hour + 1) + "V" + bottom + "Z");
                }
            }
        }
    }
}
