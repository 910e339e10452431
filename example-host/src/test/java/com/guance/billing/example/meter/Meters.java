package com.guance.billing.example.meter;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.DomainEvent;
import com.guance.billing.inmemory.marketplace.ListedProduct.IdenticalResend;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Dimension;
import com.guance.billing.metering.Quantity;
import com.guance.billing.metering.UsagePeriod;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.subscription.SubscriptionEvent.FinalRatingDue;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The library and the plain account side by side through one history, judged by the marketplace's bill after every step. */
final class Meters {

    private static final Duration LOOKED_UP = Duration.ofMinutes(15);

    private final Real real;
    private final Plain plain = new Plain();
    private final Judge judge;
    private final List<Charge> given = new ArrayList<>();
    private Option<FinalRatingDue> ending = Option.none();
    private Option<Deed.Crash> crash = Option.none();

    Meters(UnitOfWork store, IdenticalResend resend) {
        this.real = new Real(store, resend);
        this.judge = new Judge(real, plain);
    }

    Set<String> seen() {
        return plain.seen;
    }

    void play(List<Deed> history) {
        for (Deed deed : history) {
            play(deed);
        }
        settleDown();
        judge.atTheEnd();
    }

    private void play(Deed deed) {
        step(deed);
        judge.afterEachStep(deed);
    }

    private void step(Deed deed) {
        pass(deed instanceof Deed.Wait wait ? wait.time() : Duration.ofSeconds(1));
        crash.forEach(next -> real.store.breakAfter(next.transactions(), next.committed()));
        crash = deed instanceof Deed.Crash next ? Option.some(next) : Option.none();
        try {
            on(deed);
        } catch (Fault fault) {
            plain.seen.add(fault.getClass().getSimpleName());
        }
        boolean crashed = real.store.isBroken();
        boolean unstored = real.town.watched.stream().anyMatch(Watched::isAnswerUnstored);
        real.store.mend();
        List<DomainEvent> told = tell();
        if (crashed) {
            plain.seen.add(Crashes.stage(deed, told, unstored));
        }
    }

    private void on(Deed deed) {
        if (deed instanceof Deed.Subscribe d) {
            real.subscribe(d.account());
        } else if (deed instanceof Deed.Cancel d) {
            real.cancel(d.account());
        } else if (deed instanceof Deed.Suspend d) {
            real.town.suspend(d.account(), d.on());
        } else if (deed instanceof Deed.Refuse d) {
            real.town.refuse(d);
        } else if (deed instanceof Deed.Agree d) {
            real.town.agree(d.renewing());
        } else if (deed instanceof Deed.EndAgreement d) {
            real.endAgreement(d.license(), d.superseded());
        } else if (deed instanceof Deed.Hear d) {
            if (real.hear(d.order(), d.twice())) {
                plain.seen.add("CRASH_HEARING");
            }
        } else if (deed instanceof Deed.Join d) {
            real.join(d);
        } else if (deed instanceof Deed.Leave d) {
            real.leave(d);
        } else if (deed instanceof Deed.Rated) {
            ending.forEach(due -> real.rated(due.subscription()));
        } else {
            meter(deed);
        }
    }

    private void meter(Deed deed) {
        if (deed instanceof Deed.Charge d) {
            charge(d.usages().stream().map(this::charge).toList());
        } else if (deed instanceof Deed.Again d && !given.isEmpty()) {
            Charge before = given.get(d.charge() % given.size());
            charge(List.of(d.other() ? doubled(before) : before));
        } else if (deed instanceof Deed.Run) {
            real.run();
        } else if (deed instanceof Deed.Misbehave d) {
            real.misbehave(d.market(), d.treatment());
        } else if (deed instanceof Deed.Release) {
            real.release();
        } else if (deed instanceof Deed.Decide) {
            decide();
        }
    }

    /** Who hears nothing asks again. */
    private void charge(List<Charge> charges) {
        try {
            take(charges);
        } catch (Fault fault) {
            real.store.mend();
            plain.unheard(charges);
            take(charges);
            plain.seen.add("CRASH_TAKING");
        }
    }

    private void take(List<Charge> charges) {
        Instant now = real.town.now();
        List<Charge> late = charges.stream()
                .filter(charge -> !plain.taken.containsKey(charge.key()) && plain.isLate(charge))
                .toList();
        var answers = real.town.billing.takeCharges().take(charges, now);
        assertThat(plain.answered(charges, answers, now)).as("MET-1").isEmpty();
        if (late.stream().anyMatch(charge -> plain.taken.containsKey(charge.key()))) {
            plain.seen.add("LATE");
        }
    }

    private Charge charge(Deed.Usage usage) {
        Instant until = real.town.now().minus(usage.ago());
        Charge charge = new Charge(
                "key-" + given.size(),
                Places.workspace(usage.workspace()),
                new Charge.Usage(new Dimension(usage.dimension()), Quantity.of(usage.quantity())),
                new UsagePeriod(until.minusSeconds(1), until));
        given.add(charge);
        return charge;
    }

    private static Charge doubled(Charge one) {
        Charge.Usage usage = one.usage();
        return new Charge(
                one.key(),
                one.workspace(),
                new Charge.Usage(
                        usage.dimension(),
                        usage.quantity().plus(usage.quantity()).plus(Quantity.whole(1))),
                one.period());
    }

    private void decide() {
        pass(LOOKED_UP);
        plain.records.forEach((key, record) -> {
            if (record.state.equals("DISPUTED")) {
                real.decide(record.made.record(), judge.billed(key));
            }
        });
    }

    private List<DomainEvent> tell() {
        List<DomainEvent> told = real.tell();
        told.forEach(event -> {
            plain.on(event);
            if (event instanceof FinalRatingDue due) {
                ending = Option.some(due);
            }
        });
        return told;
    }

    private void pass(Duration time) {
        real.town.clock.advance(time);
    }

    /** Faults stop, all is heard, time passes, and staff do their work. */
    private void settleDown() {
        play(new Deed.Refuse(0, "units", Deed.Refused.CUSTOMER, false));
        for (int account = 0; account < Places.ACCOUNTS; account++) {
            play(new Deed.Suspend(account, false));
        }
        untilQuiet();
        step(new Deed.Wait(
                Duration.ofHours(25))); // what a superseded license left waits for its successor that long (END-5)
        untilQuiet();
    }

    private void untilQuiet() {
        int quiet = 0;
        for (int round = 0; round < 150 && quiet < 8; round++) {
            step(new Deed.Wait(Duration.ofMinutes(35)));
            step(new Deed.Hear(0, false));
            step(new Deed.Run());
            step(new Deed.Release());
            play(new Deed.Decide());
            quiet = judge.isQuiet() ? quiet + 1 : 0;
        }
    }
}
