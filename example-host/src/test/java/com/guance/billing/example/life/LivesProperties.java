package com.guance.billing.example.life;

import com.guance.billing.arrears.ArrearsEvent;
import com.guance.billing.cloudaccount.CloudAccountEvent;
import com.guance.billing.cloudaccount.ReleaseRefusal;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.subscription.AgreementEvent;
import com.guance.billing.subscription.SubscriptionEvent;
import com.guance.billing.workspace.LockCause;
import com.guance.billing.workspace.Phase;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.UnlockObstacle;
import com.guance.billing.workspace.WorkspaceEvent;
import com.guance.billing.workspace.WorkspaceRefusal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Whatever people, marketplaces and time do: the library does what the plain model says. */
class LivesProperties {

    private static final Set<String> WITH_CHARGES = Set.of(
            "ChargesUnsettled",
            "EndSuspected",
            "EndDenied",
            "EndProbed",
            "LicenseKnown", // of the account form
            "SeveralLicensesActive",
            "SuspicionCleared",
            "FinalHourOverrun",
            "FinalRatingCompleted");

    @Property(tries = 500)
    @Label(
            "INV-1 INV-2 INV-3 INV-4 INV-6 INV-9 hold, and all is as the plain model says, after every step of any history")
    void asTheModelSays(@ForAll("histories") List<Deed> history) {
        Lives lives = new Lives(InMemoryBilling.create(), House.DEFAULT);
        lives.play(history);
        expected()
                .forEach(name -> Statistics.label(name)
                        .collect(lives.seen.contains(name))
                        .coverage(coverage -> coverage.check(true).count(times -> times > 0)));
    }

    @Provide
    Arbitrary<List<Deed>> histories() {
        return Deeds.histories();
    }

    /** Every refusal, lock cause, phase and event that such a history can bring. */
    private static Set<String> expected() {
        Set<String> names = new TreeSet<>();
        Stream.<Class<?>>of(
                        SettlementRefusal.class,
                        WorkspaceRefusal.class,
                        UnlockObstacle.class,
                        ReleaseRefusal.class,
                        LockCause.class,
                        WorkspaceEvent.class,
                        SubscriptionEvent.class,
                        AgreementEvent.class,
                        CloudAccountEvent.class,
                        ArrearsEvent.class)
                .forEach(family -> cases(family).forEach(one -> names.add(one.getSimpleName())));
        Stream.of(Phase.values()).forEach(phase -> names.add(phase.name()));
        names.addAll(List.of(
                "RegisteredElsewhere",
                "CurrencyMismatch",
                "WorkspaceTaken",
                "EXPECTED_WHILE_ENDING",
                "FAILED_WHILE_ENDING",
                "SUCCESSOR_ENDED_WHILE_AWAITED"));
        names.removeAll(WITH_CHARGES);
        names.remove("HolderUnknown"); // the host knows every holder; whether another exists is not told to who moves
        // (SET-11)
        names.remove("SettlementRefused"); // it is the rule's own refusal that is counted
        return names;
    }

    private static Stream<Class<?>> cases(Class<?> family) {
        return family.isSealed()
                ? Stream.of(family.getPermittedSubclasses()).flatMap(LivesProperties::cases)
                : Stream.of(family);
    }
}
