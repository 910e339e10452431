package com.guance.billing.application;

import com.guance.billing.Actor;
import com.guance.billing.Request;
import com.guance.billing.delivery.Redelivery;
import com.guance.billing.delivery.RedeliveryRefusal;
import com.guance.billing.delivery.RedeliveryRefusal.NotForThisActor;
import com.guance.billing.delivery.RedeliveryRefusal.NotSetAside;
import com.guance.billing.ports.driven.EventOutbox.SetAside;
import com.guance.billing.ports.driving.AskSetAsideEvents;
import com.guance.billing.ports.driving.Page;
import com.guance.billing.ports.driving.PageRequest;
import com.guance.billing.ports.driving.RedeliverEvents;
import com.guance.billing.ports.driving.SetAsideEvent;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;

/** REL-4: what was set aside, for staff, who have it told again. */
final class RedeliveringEvents implements AskSetAsideEvents, RedeliverEvents {

    private static final int CHUNK = 500;

    private final Transactions transactions;

    RedeliveringEvents(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Page<SetAsideEvent> setAside(PageRequest page) {
        return transactions.run(stores -> Pages.of(
                page,
                (after, limit) -> stores.outbox().setAside(after.map(Long::valueOf), limit).stream()
                        .map(one -> new SetAsideEvent(
                                one.position(), one.sequence(), one.failures(), one.cause(), one.content()))
                        .toList(),
                event -> Long.toString(event.position())));
    }

    @Override
    public Page<Redelivery> redeliveries(PageRequest page) {
        return transactions.run(stores -> Pages.of(
                page,
                (after, limit) -> stores.outbox().redeliveries(after.map(Long::valueOf), limit),
                redelivery -> Long.toString(redelivery.number())));
    }

    @Override
    public Either<RedeliveryRefusal, Long> again(long position, Request by) {
        if (!(by.by() instanceof Actor.Staff)) {
            return Either.left(new NotForThisActor(by.by()));
        }
        return transactions
                .judgedAt(by.at())
                .ask(stores -> stores.outbox().tellAgain(List.of(position), by).isEmpty()
                        ? Either.left(new NotSetAside(position))
                        : Either.right(position));
    }

    @Override
    public Either<RedeliveryRefusal, Integer> allAgain(Request by) {
        if (!(by.by() instanceof Actor.Staff)) {
            return Either.left(new NotForThisActor(by.by()));
        }
        int again = 0;
        List<Long> chunk;
        do {
            chunk = transactions
                    .judgedAt(by.at())
                    .run(stores -> stores.outbox()
                            .tellAgain(
                                    stores.outbox().setAside(Option.none(), CHUNK).stream()
                                            .map(SetAside::position)
                                            .toList(),
                                    by));
            again += chunk.size();
        } while (chunk.size() == CHUNK);
        return Either.right(again);
    }
}
