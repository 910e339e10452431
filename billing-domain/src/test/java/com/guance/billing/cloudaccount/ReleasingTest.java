package com.guance.billing.cloudaccount;

import static com.guance.billing.testing.Cases.is;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Actor;
import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.cloudaccount.CloudAccountEvent.RegistrationForgotten;
import com.guance.billing.cloudaccount.ReleaseRefusal.NotForThisActor;
import com.guance.billing.cloudaccount.ReleaseRefusal.NotRegistered;
import com.guance.billing.cloudaccount.ReleaseRefusal.StillPays;
import com.guance.billing.site.Cloud;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.Some;
import com.guance.billing.testing.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReleasingTest {

    private static final Instant END = World.START.plusSeconds(3600);
    private static final BillingCenterAccountId HOLDER = World.HOLDER.id();

    private final CloudAccount ended = Given.closed(Given.onFile(), World.FIRST, END);

    @Property(tries = 200)
    @Label("END-7 INV-6 the holder and staff may release a remembered registration, nobody else")
    void whoMay(@ForAll("actors") Actor actor) {
        boolean may = actor instanceof Actor.Staff || actor.equals(new Actor.Holder(HOLDER));
        Request by = new Request(actor, END);

        var answer = ended.released(by);

        if (may) {
            assertThat(answer.get().events()).containsExactly(new RegistrationForgotten(World.ACCOUNT, HOLDER, by));
        } else {
            assertThat(answer.getLeft()).isEqualTo(new NotForThisActor(actor));
        }
    }

    @Example
    @Label("END-7 ARR-3 what was released is anyone's, at once")
    void anyones() {
        Change<CloudAccount> change = ended.released(World.byHolder(END)).get();

        assertThat(change.after().holder()).isEmpty();
        assertThat(change.after().rememberedUntil()).isEmpty();
        assertThat(change.after()
                        .claimedBy(World.OTHER_HOLDER, World.byOwner(END))
                        .get()
                        .after()
                        .registeredUnder(END))
                .containsExactly(World.OTHER_HOLDER.id());
    }

    @Property(tries = 200)
    @Label("END-7 SET-11 what nobody has registered, or what is forgotten by now, cannot be released; only staff are"
            + " told that")
    void notRegistered(@ForAll("actors") Actor actor, @ForAll("instants") Instant at) {
        Request by = new Request(actor, at);
        CloudAccount recorded = Given.recorded(World.ACCOUNT, Cloud.AWS);
        ReleaseRefusal refusal =
                actor instanceof Actor.Staff ? new NotRegistered(World.ACCOUNT) : new NotForThisActor(actor);

        assertThat(recorded.released(by).getLeft()).isEqualTo(refusal);
        if (!at.isBefore(END.plus(World.COUNTDOWN))) {
            assertThat(ended.released(by).getLeft()).isEqualTo(refusal);
        }
    }

    @Example
    @Label("END-7 while a subscription lives the registration stands; a pending one does not hold it")
    void stillPays() {
        CloudAccount onFile = Given.onFile();
        CloudAccount expecting = Given.registered(World.ACCOUNT, Cloud.AWS, World.HOLDER)
                .follow(Given.pending(World.FIRST), World.POLICIES, World.byMarketplace(END))
                .after();

        assertThat(onFile.released(World.byHolder(END)).getLeft()).isEqualTo(new StillPays(onFile.payers()));
        assertThat(onFile.released(World.byStaff(END)).isLeft()).isTrue();
        assertThat(expecting.released(World.byHolder(END)).isRight()).isTrue();
    }

    @Example
    @Label("END-7 each refusal of a release is a case of its own, and does not change behind its back")
    void refusals() {
        List<Payer> payers = new ArrayList<>(List.of(Given.payer(World.FIRST, World.START)));
        StillPays pays = new StillPays(payers);
        payers.clear();
        List<ReleaseRefusal> all = List.of(
                new ReleaseRefusal.CloudAccountUnknown(World.ACCOUNT),
                new NotRegistered(World.ACCOUNT),
                new NotForThisActor(new Actor.Clock()),
                pays,
                new ReleaseRefusal.StillSettles(World.WORKSPACE));

        assertThat(all)
                .extracting(refusal -> refusal.<String>fold(
                        is("unknown"), is("not registered"), is("actor"), is("pays"), is("settles")))
                .containsExactly("unknown", "not registered", "actor", "pays", "settles");
        assertThat(pays.payers()).hasSize(1);
    }

    @Provide
    Arbitrary<Actor> actors() {
        return Some.actors();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Some.instants();
    }
}
