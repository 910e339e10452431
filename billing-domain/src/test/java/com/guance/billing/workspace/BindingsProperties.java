package com.guance.billing.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.testing.Some;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.SettlementMethod.ThroughBillingCenter;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BindingsProperties {

    private static final Instant T = World.START;

    /** Somebody pays, or nobody, from a wanted instant on, which may lie before what is known. */
    record Step(Option<SettlementMethod> method, Instant wanted) {

        Bindings after(Bindings before) {
            Instant at = before.notBefore(wanted);
            return method.map(to -> before.starting(to, at))
                    .getOrElse(() -> before.inForce().isDefined() ? before.endingAt(at) : before);
        }
    }

    @Property(tries = 500)
    @Label("SET-10 intervals follow each other without overlap, and only the last may be open")
    void noOverlap(@ForAll("steps") List<Step> steps) {
        List<Binding> all = after(steps).all();

        for (int i = 0; i < all.size(); i++) {
            Binding binding = all.get(i);
            assertThat(binding.until().forAll(until -> !until.isBefore(binding.from())))
                    .isTrue();
            if (i + 1 < all.size()) {
                assertThat(binding.until()).isNotEmpty();
                assertThat(binding.until().get())
                        .isBeforeOrEqualTo(all.get(i + 1).from());
            }
        }
    }

    @Property(tries = 500)
    @Label("SET-10 who paid at an instant is whoever covers it, the one in force included")
    void whoPaid(@ForAll("steps") List<Step> steps, @ForAll("instants") Instant at) {
        Bindings bindings = after(steps);
        List<Binding> covering = bindings.all().stream()
                .filter(binding ->
                        !binding.from().isAfter(at) && !binding.until().exists(until -> !at.isBefore(until)))
                .toList();

        assertThat(covering).hasSizeLessThanOrEqualTo(1);
        assertThat(bindings.at(at).toJavaList())
                .isEqualTo(covering.stream().map(Binding::method).toList());
    }

    @Property(tries = 500)
    @Label("SET-10 what was answered for an instant before a change is answered for ever")
    void forEver(@ForAll("steps") List<Step> steps, @ForAll("step") Step next, @ForAll("instants") Instant at) {
        Bindings before = after(steps);
        Bindings after = next.after(before);
        Instant changed = before.notBefore(next.wanted());

        if (at.isBefore(changed)) {
            assertThat(after.at(at)).isEqualTo(before.at(at));
        } else {
            assertThat(after.at(at)).isEqualTo(next.method());
        }
        assertThat(after.all().subList(0, Math.max(0, before.all().size() - 1)))
                .isEqualTo(before.all().subList(0, Math.max(0, before.all().size() - 1)));
    }

    @Property(tries = 300)
    @Label("SET-1 the payer in force is the last one, until it ends")
    void inForce(@ForAll("steps") List<Step> steps, @ForAll("step") Step last) {
        Bindings after = last.after(after(steps));

        assertThat(after.inForce()).isEqualTo(last.method());
        assertThat(after.at(Instant.MAX)).isEqualTo(last.method());
    }

    @Example
    @Label("SET-10 an interval has its first instant and not its last")
    void halfOpen() {
        Binding binding = new Binding(method("a"), T, Option.some(T.plusSeconds(1)));

        assertThat(binding.covers(T.minusNanos(1))).isFalse();
        assertThat(binding.covers(T)).isTrue();
        assertThat(binding.covers(T.plusSeconds(1).minusNanos(1))).isTrue();
        assertThat(binding.covers(T.plusSeconds(1))).isFalse();
    }

    @Example
    @Label("SET-10 nobody ever paid for what was never bound")
    void none() {
        assertThat(Bindings.none().last()).isEmpty();
        assertThat(Bindings.none().inForce()).isEmpty();
        assertThat(Bindings.none().at(T)).isEmpty();
        assertThat(Bindings.none().notBefore(T)).isEqualTo(T);
    }

    private static Bindings after(List<Step> steps) {
        return steps.stream().reduce(Bindings.none(), (before, step) -> step.after(before), (one, other) -> other);
    }

    private static SettlementMethod method(String name) {
        return new ThroughBillingCenter(World.holder(name).id());
    }

    @Provide
    Arbitrary<Step> step() {
        Arbitrary<Option<SettlementMethod>> methods = Arbitraries.of(List.of(
                Option.none(),
                Option.some(method("a")),
                Option.some(method("b")),
                Option.some(new ThroughCloudAccount(World.ACCOUNT, World.FIRST)),
                Option.some(new ThroughCloudAccount(World.ACCOUNT, World.SECOND))));
        return Combinators.combine(methods, Some.instants()).as(Step::new);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return step().list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Some.instants();
    }
}
