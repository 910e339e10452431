package com.guance.billing.example.life;

import com.guance.billing.example.life.House.Custom;
import com.guance.billing.inmemory.InMemoryBilling;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** The same where the host has replaced policies: whatever it may choose, the library does what the plain model says. */
class LivesElsewhereProperties {

    @Property(tries = 150)
    @Label(
            "END-3 where the final sign counts, an ending subscription pays on until then, takes nothing new, and is remembered")
    void atTheFinalSign(@ForAll("histories") List<Deed> history) {
        asTheModelSays(
                history,
                new House(EnumSet.of(Custom.FINAL_SIGN)),
                List.of("ENDED_AT_THE_FINAL_SIGN", "RETURNED_BEFORE_THE_FINAL_SIGN", "REFUSED_WHILE_ENDING"));
    }

    @Property(tries = 150)
    @Label("END-3 END-6 LOCK-5 SET-7 UNL-6 where everything is replaced, all is as the plain model says")
    void whereAllIsReplaced(@ForAll("histories") List<Deed> history) {
        asTheModelSays(
                history,
                House.OTHER,
                List.of(
                        "ENDED_AT_THE_FINAL_SIGN",
                        "REFUSED_WHILE_ENDING",
                        "LEFT_LOCKED",
                        "LEFT_A_LIVING_PAYER",
                        "UNLOCKED_AFTER_COUNTDOWN"));
    }

    @Property(tries = 150)
    @Label("INV-1 INV-2 INV-3 INV-4 INV-6 INV-9 hold, and all is as the plain model says, whatever is replaced")
    void whateverIsReplaced(@ForAll("histories") List<Deed> history, @ForAll Set<Custom> customs) {
        asTheModelSays(history, new House(customs), List.of("ENDED_AT_THE_FINAL_SIGN", "UNLOCKED_AFTER_COUNTDOWN"));
    }

    private static void asTheModelSays(List<Deed> history, House house, List<String> expected) {
        Lives lives = new Lives(InMemoryBilling.create(), house);
        lives.play(history);
        expected.forEach(name -> Statistics.label(name)
                .collect(lives.seen.contains(name))
                .coverage(coverage -> coverage.check(true).count(times -> times > 0)));
    }

    @Provide
    Arbitrary<List<Deed>> histories() {
        return Deeds.historiesElsewhere();
    }
}
