package com.guance.billing.example.meter;

import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.ListedProduct.IdenticalResend;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The same for as long as one likes; not a part of the build (see CONTRIBUTING). */
class MeteringAtLength {

    @Property
    @Label("INV-7 INV-8 hold after every step of any history, and the marketplace's bill is the judge, at length")
    void theBillIsTheJudge(@ForAll("histories") List<Deed> history, @ForAll IdenticalResend resend) {
        Meters meters = new Meters(InMemoryBilling.create(), resend);
        meters.play(history);
        MeteringProperties.shown(meters, Crashes.STAGES);
        MeteringProperties.shown(meters, List.of("OTHER", "HoldConfirmed", "LICENSE_DENIED_RETURNED"));
    }

    @Provide
    Arbitrary<List<Deed>> histories() {
        return Deeds.histories();
    }
}
