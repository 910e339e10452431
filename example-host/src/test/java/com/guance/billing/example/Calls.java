package com.guance.billing.example;

import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** The marketplace's log: which records each call asked it to bill, and when. */
final class Calls {

    private final Clock clock;
    private final List<Call> all = new CopyOnWriteArrayList<>();

    Calls(Clock clock) {
        this.clock = clock;
    }

    /** So many calls that are done as they should be, and logged. */
    Misbehaviour[] logged(int count) {
        return IntStream.range(0, count).mapToObj(i -> logged()).toArray(Misbehaviour[]::new);
    }

    List<BilledUsage.Hour> records() {
        return all.stream().flatMap(call -> call.records().stream()).toList();
    }

    int size() {
        return all.size();
    }

    /** How many at most lie within a second. */
    long mostInASecond() {
        return all.stream()
                .mapToLong(first -> all.stream()
                        .filter(call -> !call.at().isBefore(first.at()))
                        .filter(call -> call.at().isBefore(first.at().plus(Duration.ofSeconds(1))))
                        .count())
                .max()
                .orElse(0);
    }

    private Misbehaviour logged() {
        List<BilledUsage.Hour> records = new ArrayList<>();
        return Misbehaviour.leaveUnprocessed(hour -> {
            if (records.isEmpty()) {
                all.add(new Call(clock.instant(), records));
            }
            records.add(hour);
            return false;
        });
    }

    private record Call(Instant at, List<BilledUsage.Hour> records) {}
}
