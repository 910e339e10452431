package com.guance.billing.example;

import com.guance.billing.inmemory.marketplace.BilledUsage;
import com.guance.billing.metering.Charge;
import com.guance.billing.ports.driving.RunDue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The charges of an hour become one record of whole units; the marketplace bills it once. */
record Metering(World world, Narrator narrator) {

    private static final Instant HOUR_END = Instant.parse("2026-03-10T09:00:00Z");

    void tell() {
        Charges charges = new Charges(world);
        world.clock().moveTo(HOUR_END.plus(Duration.ofMinutes(2)));
        narrator.step("Take the charges of an hour", "the host's rating");
        narrator.before(Accounting.books(world));
        List<Charge> batch = charges.of(world.now(), HOUR_END, "10.4", "5.35", "2.5");
        batch.forEach(charge -> narrator.what(charge.workspace() + " used "
                + charge.usage().quantity() + " " + charge.usage().dimension()));
        narrator.holds(charges.take(batch).equals("3 TAKEN"), "all three are taken");
        narrator.after(Accounting.books(world));
        narrator.holds(charges.take(batch).equals("3 TAKEN_BEFORE"), "the same batch again is harmless");
        submit();
        again();
    }

    private void submit() {
        world.clock().moveTo(HOUR_END.plus(Duration.ofMinutes(11)));
        narrator.step("Close the hour and submit", "the clock");
        narrator.before(Accounting.books(world));
        RunDue.Done done = world.billing().due().run(world.now());
        narrator.what(done.closed() + " hour closed, " + done.submitted() + " record accepted by the marketplace");
        List<BilledUsage> bill = world.aws().billed();
        bill.forEach(usage -> narrator.billed(Bill.of(usage)));
        narrator.holds(
                bill.size() == 1 && bill.get(0).quantity() == 17,
                "one record for the account: 10 + 5 + 2 = 17 whole units, with a share for each workspace");
        narrator.after(Accounting.books(world));
    }

    private void again() {
        RunDue.Done done = world.billing().due().run(world.now());
        narrator.holds(
                done.submitted() == 0 && world.aws().billed().size() == 1, "running it again bills nothing twice");
    }
}
