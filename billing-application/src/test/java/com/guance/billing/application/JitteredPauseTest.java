package com.guance.billing.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JitteredPauseTest {

    private final List<Duration> slept = new ArrayList<>();

    @Test
    @DisplayName("REL-3 the bound of a pause doubles with each race lost, up to 64 ms")
    void bounds() {
        JitteredPause longest = new JitteredPause(below -> below - 1, slept::add);
        for (int lost = 1; lost <= 50; lost++) {
            longest.before(lost);
        }
        assertThat(slept.subList(0, 7)).extracting(Duration::toMillis).containsExactly(2L, 4L, 8L, 16L, 32L, 64L, 64L);
        assertThat(slept).hasSize(50).allMatch(pause -> pause.toMillis() <= 64);
    }

    @Test
    @DisplayName("REL-3 within its bound a pause is as long as chance has it, and at least a millisecond")
    void jitter() {
        int[] drawn = {0};
        JitteredPause pause = new JitteredPause(below -> drawn[0]++ % below, slept::add);
        for (int time = 0; time < 4; time++) {
            pause.before(2);
        }
        assertThat(slept).extracting(Duration::toMillis).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    @DisplayName("REL-3 an interrupted thread goes on at once, and stays interrupted")
    void interrupted() {
        JitteredPause pause = new JitteredPause(below -> 0, time -> {
            throw new InterruptedException();
        });
        pause.before(1);
        assertThat(Thread.interrupted()).isTrue();
    }
}
