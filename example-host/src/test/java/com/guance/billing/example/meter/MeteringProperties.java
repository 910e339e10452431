package com.guance.billing.example.meter;

import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.ListedProduct.IdenticalResend;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Whatever is charged, ends, breaks and comes late: nothing is lost, and nothing is billed twice. */
class MeteringProperties {

    /** What so many histories are sure to show; {@link MeteringAtLength} shows the rest. */
    private static final List<String> INTERESTING = List.of(
            "CRASH_CLOSING",
            "CRASH_SENT_NOT_CALLED",
            "TAKEN_BEFORE",
            "TAKEN_UNSETTLED",
            "ConflictingCharge",
            "ChargeInFuture",
            "LATE",
            "DUPLICATE_IN_DOUBT",
            "RecordDecided",
            "RecordExpired",
            "RecordReleased",
            "RETURNED",
            "ZERO",
            "ZERO_BILLED",
            "EndSuspected",
            "EndDenied",
            "RecordRefused",
            "HoldPlaced",
            "HoldProbed",
            "HoldEnded",
            "DENIED_RETURNED",
            "DENIED_UNSETTLED",
            "ZERO_TO_PROBE",
            "SuspicionCleared",
            "FinalRatingCompleted",
            "IN_BOOKS_CARRIED",
            "IN_BOOKS_DISPUTED",
            "IN_BOOKS_HELD",
            "IN_BOOKS_UNSETTLED",
            "IN_BOOKS_FORFEITED");

    @Property(tries = 200)
    @Label("INV-7 INV-8 hold after every step of any history, and the marketplace's bill is the judge")
    void theBillIsTheJudge(@ForAll("histories") List<Deed> history, @ForAll IdenticalResend resend) {
        Meters meters = new Meters(InMemoryBilling.create(), resend);
        meters.play(history);
        shown(meters, INTERESTING);
    }

    static void shown(Meters meters, List<String> cases) {
        cases.forEach(what -> Statistics.label(what)
                .collect(meters.seen().contains(what))
                .coverage(coverage -> coverage.check(true).count(times -> times > 0)));
    }

    @Provide
    Arbitrary<List<Deed>> histories() {
        return Deeds.histories();
    }
}
