package com.guance.billing.history;

import com.guance.billing.DomainEvent;
import com.guance.billing.arrears.ArrearsEvent;
import com.guance.billing.cloudaccount.CloudAccountEvent;
import com.guance.billing.subscription.SubscriptionEvent;
import com.guance.billing.workspace.LifeEvent;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.LockEvent;
import com.guance.billing.workspace.Phase;
import com.guance.billing.workspace.SettlementEvent;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.UnlockObstacle;
import com.guance.billing.workspace.WaitingEnd;
import com.guance.billing.workspace.WorkspaceRefusal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCollector;

/** What must occur in the histories, so that they prove something. */
final class Occurrences {

    /** What only the application, which looks things up, can answer. */
    private static final List<String> OF_LOOKING_UP = List.of("WorkspaceUnknown", "HolderUnknown");

    /**
     * Whose an agreement is, how it ended, and of licenses, only notices tell; how its customer is named, a landing; whether it is
     * subscribed, its metering. Here is none of them.
     */
    private static final List<String> OF_OTHERS = List.of(
            "AgreementKnown",
            "EndSuspected",
            "EndProbed",
            "EndDenied",
            "SuspicionCleared",
            "FinalHourOverrun",
            "SuccessorEnded",
            "NamesAnswered",
            "LicenseKnown",
            "SeveralLicensesActive");

    private Occurrences() {}

    static void count(Command command, String answer) {
        String kind = command.getClass().getSimpleName();
        List.of(answer.split(",")).forEach(one -> Statistics.label(kind).collect(one));
    }

    static void countEvents(Town town) {
        town.journal.told.forEach(Occurrences::count);
    }

    static void countPhases(Set<Phase> phases) {
        phases.forEach(phase -> Statistics.label("phase").collect(phase));
    }

    private static void count(DomainEvent event) {
        Statistics.label("event").collect(event.getClass().getSimpleName());
        if (event instanceof LockEvent.LockPlaced placed) {
            Statistics.label("placed").collect(placed.cause().getClass().getSimpleName());
        } else if (event instanceof LockEvent.LockReleased released) {
            Statistics.label("released").collect(released.cause().getClass().getSimpleName());
        } else if (event instanceof SettlementEvent.WaitingEnded ended) {
            Statistics.label("waited").collect(ended.why());
        }
    }

    static void mustOccur() {
        mustOccur("Unlock", names(UnlockObstacle.class).filter(name -> !name.equals("SettlementRefused")));
        mustOccur("Unlock", Stream.of("NotForThisActor", "FullyLocked", "WorkspaceClosed", "ok"));
        mustOccur("Move", names(WorkspaceRefusal.class).filter(name -> !isOther(name)));
        mustOccur("ChangeOwner", Stream.of("NotForThisActor", "WorkspaceClosed", "AlreadyOwner", "ok"));
        mustOccur("Withdraw", Stream.of("NotForThisActor", "NothingWaits", "ok"));
        mustOccur("StaffLock", Stream.of("NotForThisActor", "WorkspaceClosed", "ok"));
        mustOccur("StaffRelease", Stream.of("NotForThisActor", "WorkspaceClosed", "FullyLocked", "NotLockedFor", "ok"));
        mustOccur("Dissolve", Stream.of("NotForThisActor", "WorkspaceClosed", "ok"));
        mustOccur("Claim", Stream.of("RegisteredElsewhere", "ok"));
        mustOccur("Release", Stream.of("NotRegistered", "NotForThisActor", "StillPays", "ok"));
        mustOccur("Hear", Stream.of("Stale", "ok"));
        mustOccur("placed", names(LockCause.class));
        mustOccur("released", names(LockCause.class));
        mustOccur("waited", Stream.of(WaitingEnd.values()));
        mustOccur("phase", Stream.of(Phase.values()));
        mustOccur("event", names(LifeEvent.class));
        mustOccur("event", names(SettlementEvent.class));
        mustOccur("event", names(LockEvent.class));
        mustOccur(
                "event",
                names(CloudAccountEvent.class)
                        .filter(name -> !List.of("ChargesUnsettled", "RegistrationKept")
                                .contains(name))); // here are neither charges nor landings
        mustOccur("event", names(ArrearsEvent.class));
        mustOccur("event", names(SubscriptionEvent.class).filter(name -> !OF_OTHERS.contains(name)));
    }

    static void refusalsMustOccur() {
        mustOccur("Settle", names(SettlementRefusal.class).filter(name -> !OF_LOOKING_UP.contains(name)));
        mustOccur("Settle", Stream.of("ok"));
    }

    private static boolean isOther(String name) {
        return OF_LOOKING_UP.contains(name)
                || List.of("NothingWaits", "NotLockedFor", "AlreadyOwner").contains(name);
    }

    /** An entry of its own lets a label be reported that has no other yet, when a history fails early. */
    private static void mustOccur(String label, Stream<?> values) {
        List<?> all = values.toList();
        StatisticsCollector collector = Statistics.label(label);
        collector.collect("a history");
        collector.coverage(checker -> all.forEach(value -> checker.check(value).count(times -> times > 0)));
    }

    private static Stream<String> names(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses()).map(Class::getSimpleName);
    }
}
