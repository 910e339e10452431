package com.guance.billing.subscription;

import static com.guance.billing.testing.Cases.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.guance.billing.AgreementId;
import com.guance.billing.Change;
import com.guance.billing.DomainEvent;
import com.guance.billing.Request;
import com.guance.billing.subscription.AgreementEvent.AgreementEnded;
import com.guance.billing.subscription.AgreementEvent.AgreementFollows;
import com.guance.billing.subscription.AgreementEvent.AgreementLinked;
import com.guance.billing.subscription.AgreementEvent.AgreementSeen;
import com.guance.billing.subscription.AgreementEvent.AgreementSucceeded;
import com.guance.billing.subscription.MarketplaceCustomer.Licensed;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.World;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AgreementProperties {

    private static final AgreementId ID = AgreementId.of("aws", "agmt-1");
    private static final AgreementId NEXT = AgreementId.of("aws", "agmt-2");
    private static final AgreementId OTHER = AgreementId.of("aws", "agmt-3");
    private static final Licensed LICENSE = new Licensed(World.PRODUCT, "111122223333", "l-1");
    private static final Request BY = World.byMarketplace(World.START);

    private final Agreement seen = Agreement.seen(ID, BY).after();

    @Example
    @Label("NOT-2 an agreement of which nothing else is known is kept")
    void seen() {
        Change<Agreement> change = Agreement.seen(ID, BY);

        assertThat(change.events()).containsExactly(new AgreementSeen(ID, BY));
        assertThat(change.after().id()).isEqualTo(ID);
        assertThat(change.after().customer()).isEmpty();
        assertThat(change.after().ended()).isEmpty();
        assertThat(change.after().successor()).isEmpty();
    }

    @Example
    @Label("NOT-3 NOT-1 which license comes from it is absorbed, and the same license again changes nothing")
    void linked() {
        Change<Agreement> change = seen.linkedTo(LICENSE, BY);
        Licensed other = new Licensed(World.PRODUCT, "111122223333", "l-2");

        assertThat(change.events()).containsExactly(new AgreementLinked(ID, LICENSE, BY));
        assertThat(change.after().customer()).containsExactly(LICENSE);
        assertThat(change.after().linkedTo(LICENSE, BY)).isEqualTo(Change.none(change.after()));
        assertThat(change.after().linkedTo(other, BY).after().customer()).containsExactly(other);
    }

    @Property(tries = 300)
    @Label("INV-5 NOT-3 it ended as the newest sign says, in whatever order signs come, and no sign counts twice")
    void newestEnd(@ForAll("signs") List<Sign> signs) {
        Agreement after = seen;
        for (Sign sign : signs) {
            Change<Agreement> change = after.endedBy(sign, BY);
            boolean newer = after.ended().forAll(known -> sign.compareTo(known) > 0);
            assertThat(change.events()).isEqualTo(newer ? List.of(new AgreementEnded(ID, sign, BY)) : List.of());
            after = change.after();
        }

        assertThat(after.ended().toJavaOptional()).isEqualTo(signs.stream().max(Comparator.naturalOrder()));
    }

    @Example
    @Label("END-5 the agreement that follows is the one that was named first")
    void succeeded() {
        Change<Agreement> change = seen.succeededBy(NEXT, BY);

        assertThat(change.events()).containsExactly(new AgreementSucceeded(ID, NEXT, BY));
        assertThat(change.after().successor()).containsExactly(NEXT);
        assertThat(change.after().succeededBy(NEXT, BY)).isEqualTo(Change.none(change.after()));
        assertThat(change.after().succeededBy(OTHER, BY)).isEqualTo(Change.none(change.after()));
    }

    @Example
    @Label("END-5 so is the agreement that it follows")
    void follows() {
        Change<Agreement> change = seen.follows(NEXT, BY);

        assertThat(change.events()).containsExactly(new AgreementFollows(ID, NEXT, BY));
        assertThat(change.after().previous()).containsExactly(NEXT);
        assertThat(change.after().follows(OTHER, BY)).isEqualTo(Change.none(change.after()));
    }

    @Property(tries = 300)
    @Label("INV-4 an agreement is what its events say, field by field")
    void replay(@ForAll("steps") List<Step> steps) {
        Change<Agreement> change = Agreement.seen(ID, BY);
        for (Step step : steps) {
            change = change.then(step.on(change.after()));
        }
        Agreement replayed = Agreement.replay(
                change.events().stream().map(AgreementEvent.class::cast).toList());

        assertThat(replayed).isEqualTo(change.after());
        assertThat(replayed).usingRecursiveComparison().isEqualTo(change.after());
    }

    @Example
    @Label("INV-4 a history starts with the birth, and a birth within it changes nothing")
    void birth() {
        AgreementSeen birth = new AgreementSeen(ID, BY);

        assertThatIllegalArgumentException().isThrownBy(() -> Agreement.replay(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Agreement.replay(List.of(new AgreementSucceeded(ID, NEXT, BY), birth)));
        assertThat(Agreement.replay(List.of(birth, birth))).isEqualTo(seen);
    }

    @Example
    @Label("NOT-3 each event of an agreement is a case of its own, and names agreement, actor and instant")
    void events() {
        List<AgreementEvent> all = List.of(
                new AgreementSeen(ID, BY),
                new AgreementLinked(ID, LICENSE, BY),
                new AgreementEnded(ID, new Sign(Kind.CANCELLED, World.START), BY),
                new AgreementSucceeded(ID, NEXT, BY),
                new AgreementFollows(ID, NEXT, BY));

        assertThat(all)
                .extracting(event ->
                        event.<String>fold(is("seen"), is("linked"), is("ended"), is("succeeded"), is("follows")))
                .containsExactly("seen", "linked", "ended", "succeeded", "follows");
        assertThat(all).extracting(DomainEvent::subject).containsOnly(ID.value());
        assertThat(all).extracting(DomainEvent::request).containsOnly(BY);
    }

    @FunctionalInterface
    interface Step {
        Change<Agreement> on(Agreement agreement);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> ends = sign().map(sign -> agreement -> agreement.endedBy(sign, BY));
        Arbitrary<Step> links = Arbitraries.of("l-1", "l-2")
                .map(license -> new Licensed(World.PRODUCT, "111122223333", license))
                .map(license -> agreement -> agreement.linkedTo(license, BY));
        Arbitrary<Step> follows = Arbitraries.of(NEXT, OTHER).map(next -> agreement -> agreement.succeededBy(next, BY));
        Arbitrary<Step> precedes = Arbitraries.of(NEXT, OTHER).map(next -> agreement -> agreement.follows(next, BY));
        return Arbitraries.oneOf(ends, links, follows, precedes).list().ofMaxSize(10);
    }

    @Provide
    Arbitrary<List<Sign>> signs() {
        return sign().list().ofMaxSize(6);
    }

    private static Arbitrary<Sign> sign() {
        return Combinators.combine(
                        Arbitraries.of(Kind.SUPERSEDED, Kind.CANCELLED, Kind.STATUS_UNKNOWN),
                        Arbitraries.integers().between(0, 4))
                .as((kind, second) -> new Sign(kind, World.START.plusSeconds(second)));
    }
}
