package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.metering.HoldScope;
import com.guance.billing.metering.RecordId;
import com.guance.billing.metering.SubmissionHold;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Holds of records (SUB-6): the contract of {@link com.guance.billing.ports.driven.SubmissionHolds}. */
public interface SubmissionHoldsContract extends AggregateContract<SubmissionHold> {

    /** The record that was rejected. */
    RecordId RECORD = GivenMeter.of("1", "api-calls").record(0);

    @Override
    default Change<SubmissionHold> birth() {
        return SubmissionHold.placed(HoldScope.of(RECORD).get(0), "code", RECORD, Given.byMarketplace(Given.NOW));
    }

    @Override
    default Change<SubmissionHold> next(SubmissionHold before) {
        return before.probed(RECORD, Given.byClock(Given.NOW.plusSeconds(3_600)));
    }

    @Override
    default Option<Versioned<SubmissionHold>> load(Stores stores) {
        HoldScope scope = HoldScope.of(RECORD).get(0);
        return Option.of(stores.submissionHolds().find(List.of(scope)).get(scope));
    }

    @Override
    default void bear(Stores stores, Change<SubmissionHold> birth) {
        stores.submissionHolds().save(List.of(Revision.first(birth)));
    }

    @Override
    default void save(Stores stores, Revision<SubmissionHold> revision) {
        stores.submissionHolds().save(List.of(revision));
    }

    /** Each by its own scope. */
    @Test
    @DisplayName("holds of meter, customer and dimension are found each by its scope, and no others")
    default void eachByItsScope() {
        List<HoldScope> scopes = HoldScope.of(RECORD);
        Work.run(
                unitOfWork(),
                stores -> scopes.forEach(scope ->
                        bear(stores, SubmissionHold.placed(scope, "code", RECORD, Given.byMarketplace(Given.NOW)))));

        Map<HoldScope, Versioned<SubmissionHold>> found =
                Work.in(unitOfWork(), stores -> stores.submissionHolds().find(scopes));
        assertThat(found)
                .hasSize(3)
                .allSatisfy(
                        (scope, hold) -> assertThat(hold.aggregate().scope()).isEqualTo(scope));
        Map<HoldScope, Versioned<SubmissionHold>> others = Work.in(
                unitOfWork(),
                stores -> stores.submissionHolds()
                        .find(HoldScope.of(GivenMeter.of("2", "API-calls").record(0))));
        assertThat(others).isEmpty();
    }
}
