package com.guance.billing.example;

import com.guance.billing.DomainEvent;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The books at the end: nothing lost, nothing twice. */
record Accounting(World world, Narrator narrator) {

    private static final int BATCH = 50;

    void tell() {
        narrator.step("The books", "an auditor");
        narrator.after(books(world));
        List<Books> books = world.billing().ask().books(world.cast().cloudAccount());
        narrator.holds(
                books.size() == 1 && books.get(0).areBalanced() && isSettled(books.get(0)),
                "charged = accepted + carried + forfeited + unsettled, to the last digit");
        narrator.holds(
                books.get(0).of(Standing.ACCEPTED).equals(Quantity.whole(billed())),
                "what we hold as accepted is what the marketplace billed");
        tellEvents();
    }

    static String books(World world) {
        List<Books> books = world.billing().ask().books(world.cast().cloudAccount());
        return books.isEmpty()
                ? "nothing charged"
                : books.stream().map(Words::of).collect(Collectors.joining("; "));
    }

    /** Whether nothing waits, for the marketplace or for a person. */
    private static boolean isSettled(Books books) {
        return Stream.of(Standing.WAITING, Standing.HELD, Standing.DISPUTED)
                .allMatch(standing -> books.of(standing).equals(Quantity.ZERO));
    }

    private long billed() {
        return world.aws()
                .billedTotal(world.aws().customerIdentifier(world.cast().awsAccount()), World.UNITS.name());
    }

    private void tellEvents() {
        List<DomainEvent> told = new ArrayList<>();
        int more;
        do {
            more = world.billing().tellEvents().tell(delivery -> told.add(delivery.event()), world.now(), BATCH);
        } while (more > 0);
        Map<String, Long> counts = told.stream()
                .collect(Collectors.groupingBy(
                        event -> event.getClass().getSimpleName(), TreeMap::new, Collectors.counting()));
        narrator.told(counts.toString());
        narrator.holds(
                counts.getOrDefault("LockPlaced", 0L) == 5
                        && counts.getOrDefault("LockReleased", 0L) == 5
                        && counts.getOrDefault("LockReminded", 0L) == 2,
                "five mails about a lock, five about a release, two reminders, through the outbox");
    }
}
