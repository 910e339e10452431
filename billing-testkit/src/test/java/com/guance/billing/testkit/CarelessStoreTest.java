package com.guance.billing.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.testkit.CarelessStore.Sin;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A contract catches a careless store")
class CarelessStoreTest {

    @Test
    @DisplayName("a store without sin keeps the contract")
    void withoutSin() {
        assertThat(brokenBy(Sin.NONE)).isEmpty();
    }

    @Test
    @DisplayName("a store that ignores versions is caught")
    void ignoringVersions() {
        assertThat(brokenBy(Sin.IGNORES_VERSIONS))
                .containsExactlyInAnyOrder(
                        "aBirthOfWhatExistsIsRefused",
                        "aChangeFromAVersionNeverStoredIsRefused",
                        "aChangeFromAnOlderVersionIsRefused",
                        "aTouchMakesOthersStale",
                        "ofTwoBirthsOneIsRefused",
                        "ofTwoFromOneVersionOneIsRefused");
    }

    @Test
    @DisplayName("a store that takes a change without events for no change is caught")
    void ignoringTouches() {
        assertThat(brokenBy(Sin.IGNORES_TOUCHES))
                .containsExactlyInAnyOrder(
                        "aChangeWithoutEventsTouches", "aTouchMakesOthersStale", "ofTwoFromOneVersionOneIsRefused");
    }

    @Test
    @DisplayName("a store that forgets events is caught")
    void forgettingEvents() {
        assertThat(brokenBy(Sin.FORGETS_EVENTS)).contains("eventsOfWhatIsSavedWillBeTold");
    }

    @Test
    @DisplayName("an outbox that commits on left, or tells again, is caught")
    void tellingAgain() {
        assertThat(brokenOutbox(Sin.KEEPS_WRITES_ON_LEFT)).contains("theNextIsGivenTheRest");
        assertThat(brokenOutbox(Sin.TELLS_EVENTS_AGAIN)).contains("toldEventsAreNotPendingAgain");
        assertThat(brokenOutbox(Sin.NONE)).doesNotContain("theNextIsGivenTheRest", "toldEventsAreNotPendingAgain");
    }

    private static Set<String> brokenBy(Sin sin) {
        return Verdict.broken(CloudAccountsContract.class, store -> () -> store, () -> new CarelessStore(sin));
    }

    private static Set<String> brokenOutbox(Sin sin) {
        return Verdict.broken(EventOutboxContract.class, store -> () -> store, () -> new CarelessStore(sin));
    }
}
