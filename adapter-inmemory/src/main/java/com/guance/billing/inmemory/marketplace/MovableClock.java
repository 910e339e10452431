package com.guance.billing.inmemory.marketplace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until it is moved. Safe to share between threads; every view in another zone moves with it.
 */
public final class MovableClock extends Clock {

    private final Hand hand;
    private final ZoneId zone;

    private MovableClock(Hand hand, ZoneId zone) {
        this.hand = hand;
        this.zone = zone;
    }

    /** A clock in UTC that shows {@code start} until it is moved. */
    public static MovableClock at(Instant start) {
        return new MovableClock(new Hand(start), ZoneOffset.UTC);
    }

    /** Shows {@code to} from now on; it may lie before the present reading, as clocks of real hosts sometimes do. */
    public void moveTo(Instant to) {
        hand.moveTo(to);
    }

    /** Moves by {@code step}, which may be negative. */
    public void advance(Duration step) {
        hand.advance(step);
    }

    @Override
    public Instant instant() {
        return hand.reading();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovableClock(hand, other);
    }

    /** What all zones of one clock share. */
    private static final class Hand {

        private Instant reading;

        Hand(Instant start) {
            this.reading = start;
        }

        synchronized void moveTo(Instant to) {
            reading = to;
        }

        synchronized void advance(Duration step) {
            reading = reading.plus(step);
        }

        synchronized Instant reading() {
            return reading;
        }
    }
}
