package com.guance.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.AgreementId;
import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.subscription.Sign.Kind;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.Some;
import com.guance.billing.testing.World;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ToldProperties {

    private static final Request BY = World.byMarketplace(World.START.plusSeconds(86_400));
    private static final Request LANDED = World.byMarketplace(World.START.plusSeconds(90_000));

    private static Subscription unseen() {
        return Subscription.seen(World.CUSTOMER, 1, BY).after();
    }

    @Property(tries = 200)
    @Label("END-4 all that is said of a subscription counts, said again as well; that a cascade is complete does not")
    void counted(@ForAll("signs") List<Sign> signs) {
        Subscription before = unseen();
        for (Sign sign : signs) {
            Change<Subscription> heard = before.hear(sign, World.ENDING, BY).getOrElse(Change.none(before));
            Subscription after = heard.after();

            assertThat(after.changes() - before.changes())
                    .isEqualTo(heard.events().size());
            assertThat(after.cascadeCompleted(BY).after().changes()).isEqualTo(after.changes());
            before = after.cascadeCompleted(BY).after();
        }
    }

    @Example
    @Label("END-4 birth counts for nothing; account, agreement and successor count")
    void countedFacts() {
        AgreementId agreement = AgreementId.of("aws", "agmt-1");
        Subscription traced = unseen().tracedTo(World.ACCOUNT, BY).after();

        assertThat(unseen().changes()).isZero();
        assertThat(traced.changes()).isEqualTo(1);
        assertThat(traced.comesFrom(agreement, BY).after().changes()).isEqualTo(2);
        assertThat(traced.succeededBy(new NamedSuccessor(agreement, false), BY)
                        .after()
                        .changes())
                .isEqualTo(2);
    }

    @Example
    @Label("NOT-2 NOT-6 an activation that came before the landing is heard at the landing by those who wait")
    void heardAtTheLanding() {
        Sign activated = new Sign(Kind.ACTIVATED, World.START);
        Subscription active = Given.hear(unseen(), activated, BY.at());

        assertThat(active.activeHeard()).containsExactly(BY);
        assertThat(active.tracedTo(World.ACCOUNT, LANDED).after().activeHeard()).containsExactly(LANDED);
        assertThat(active.tracedTo(World.ACCOUNT, LANDED).after().cascadeOpen()).isTrue();
    }

    @Example
    @Label("ARR-6 NOT-6 who lands before the activation has heard of none, and hears of it at its receipt")
    void landedFirst() {
        Subscription landed = unseen().tracedTo(World.ACCOUNT, LANDED).after();

        assertThat(landed.activeHeard()).isEmpty();
        assertThat(landed.cascadeOpen()).isFalse();
        assertThat(Given.hear(landed, new Sign(Kind.ACTIVATED, World.START), BY.at())
                        .activeHeard())
                .containsExactly(BY);
    }

    @Provide
    Arbitrary<List<Sign>> signs() {
        return Some.signs().list().ofMaxSize(8);
    }
}
