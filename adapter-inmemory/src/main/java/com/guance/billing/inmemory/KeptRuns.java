package com.guance.billing.inmemory;

import com.guance.billing.Request;
import com.guance.billing.ports.driven.RunTimes;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;

/** When runs were made, in one transaction. */
record KeptRuns(Cell<Runs> cell) implements RunTimes {

    @Override
    public Option<Instant> last() {
        return cell.get().last();
    }

    @Override
    public void ran(Instant at) {
        if (last().forAll(at::isAfter)) {
            cell.rewrite(before -> new Runs(Option.some(at), before.confirmations()));
        }
    }

    @Override
    public void confirmed(Request by) {
        cell.rewrite(before ->
                new Runs(Option.some(by.at()), before.confirmations().prepend(new Confirmation(by, before.last()))));
    }

    @Override
    public List<Confirmation> confirmations(int limit) {
        return cell.get().confirmations().take(limit).asJava();
    }
}
