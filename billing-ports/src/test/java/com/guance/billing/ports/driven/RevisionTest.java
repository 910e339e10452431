package com.guance.billing.ports.driven;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RevisionTest {

    private final Change<String> change = Change.none("after");

    @Test
    @DisplayName("a birth is from version 0, every other revision from the version that was read")
    void versions() {
        assertThat(Revision.first(change)).isEqualTo(new Revision<>(0, change));
        assertThat(Revision.of(new Versioned<>("before", 7), change)).isEqualTo(new Revision<>(7, change));
    }
}
