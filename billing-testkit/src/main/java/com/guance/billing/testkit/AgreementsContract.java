package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.AgreementId;
import com.guance.billing.Change;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Agreement;
import com.guance.billing.subscription.Sign;
import io.vavr.control.Option;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What notices said of agreements: the contract of {@link com.guance.billing.ports.driven.Agreements}. */
public interface AgreementsContract extends AggregateContract<Agreement> {

    @Override
    default Change<Agreement> birth() {
        Change<Agreement> seen = Agreement.seen(Given.agreementId("1"), Given.byMarketplace(Given.NOW));
        return seen.then(seen.after().linkedTo(Given.licensed("1"), Given.byMarketplace(Given.NOW)));
    }

    @Override
    default Change<Agreement> next(Agreement before) {
        Sign superseded = new Sign(Sign.Kind.SUPERSEDED, Given.NOW.plusNanos(7));
        Change<Agreement> ended = before.endedBy(superseded, Given.byMarketplace(Given.NOW.plusSeconds(1)));
        return ended.then(
                ended.after().succeededBy(Given.agreementId("2"), Given.byMarketplace(Given.NOW.plusSeconds(2))));
    }

    @Override
    default Option<Versioned<Agreement>> load(Stores stores) {
        return stores.agreements().find(Given.agreementId("1"));
    }

    @Override
    default void bear(Stores stores, Change<Agreement> birth) {
        stores.agreements().save(Revision.first(birth));
    }

    @Override
    default void save(Stores stores, Revision<Agreement> revision) {
        stores.agreements().save(revision);
    }

    /** Identity. */
    @Test
    @DisplayName("the same agreement at another marketplace, or in another case, is another agreement")
    default void similarAgreementsAreDifferent() {
        Change<Agreement> seen = Agreement.seen(AgreementId.of("aws", "agmt-Ab"), Given.byMarketplace(Given.NOW));
        Work.run(unitOfWork(), stores -> bear(stores, seen));

        assertThat(found(AgreementId.of("aws", "agmt-Ab"))).isEqualTo(Option.some(new Versioned<>(seen.after(), 1)));
        for (AgreementId other : List.of(
                AgreementId.of("aws", "agmt-ab"),
                AgreementId.of("aws-cn", "agmt-Ab"),
                AgreementId.of("aws", "agmt-Ab "),
                AgreementId.of("aws", "agmt-A"))) {
            assertThat(found(other)).isEqualTo(Option.none());
        }
    }

    /** The longest id. */
    @Test
    @DisplayName("an id of 300 characters, beyond the basic plane too, comes back as it was")
    default void aLongIdComesBack() {
        AgreementId id = new AgreementId("aws:" + "\uD83D\uDE80".repeat(296));
        Change<Agreement> seen = Agreement.seen(id, Given.byMarketplace(Given.NOW));
        Work.run(unitOfWork(), stores -> bear(stores, seen));

        assertThat(found(id)).isEqualTo(Option.some(new Versioned<>(seen.after(), 1)));
    }

    /** NOT-2 */
    @Test
    @DisplayName("the end of an agreement of which nothing else is known is kept (NOT-2)")
    default void aTombstoneIsKept() {
        Change<Agreement> seen = Agreement.seen(Given.agreementId("1"), Given.byMarketplace(Given.NOW));
        Change<Agreement> ended = seen.then(seen.after()
                .endedBy(new Sign(Sign.Kind.CANCELLED, Given.NOW.minusNanos(1)), Given.byMarketplace(Given.NOW)));
        Work.run(unitOfWork(), stores -> bear(stores, ended));

        Agreement loaded = Work.in(unitOfWork(), this::load).get().aggregate();

        Same.assertSame(loaded, ended.after());
        assertThat(loaded.customer()).isEqualTo(Option.none());
    }

    private Option<Versioned<Agreement>> found(AgreementId id) {
        return Work.option(unitOfWork(), stores -> stores.agreements().find(id));
    }
}
