package com.guance.billing.history;

import com.guance.billing.Actor;
import com.guance.billing.testing.World;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A workspace, as plainly as it can be said: fields and ifs. */
final class Plain {

    /** A change that waits. */
    record Waiting(int account, Option<String> subscription, Instant since) {

        Instant lapse() {
            return since.plus(Duration.ofDays(14));
        }
    }

    /** A successor that is awaited, instead of a lock or a switch. */
    record Successor(String ended, int account, Instant deadline) {}

    static final String NOBODY = "nobody";
    static final String CENTER = "center";

    private static final List<Integer> REMINDERS = List.of(7, 3, 1);

    boolean registered;
    int holder;
    Actor owner = Answers.OWNER;
    boolean experience;
    boolean active;
    Option<Instant> lapse = Option.none();
    String closed = "";
    String payer = NOBODY;
    int paidAccount = Command.BILLING_CENTER;
    Option<Waiting> waiting = Option.none();
    Option<Successor> successor = Option.none();
    Option<YearMonth> changed = Option.none();
    final Set<String> causes = new TreeSet<>();
    int endedAccount = Command.BILLING_CENTER;
    Option<Instant> deadline = Option.none();
    boolean over;

    /** Whether the account that paid has been given up since. */
    boolean forgone;

    int reminded;
    private final List<Instant> reminders = new ArrayList<>();

    boolean isClosed() {
        return !closed.isEmpty();
    }

    boolean isLocked() {
        return !causes.isEmpty();
    }

    boolean isFullAt(Instant at) {
        return deadline.exists(end -> !at.isBefore(end));
    }

    boolean isLockedByEnd() {
        return causes.stream().anyMatch(cause -> cause.startsWith("ended"));
    }

    boolean isPaidByAccount() {
        return !payer.equals(NOBODY) && !payer.equals(CENTER);
    }

    boolean usesMonth() {
        return active && !isLockedByEnd();
    }

    /** The account whose end it suffers from, unless it is none. */
    int lostAccount() {
        return successor.map(Successor::account).getOrElse(isLockedByEnd() ? endedAccount : Command.BILLING_CENTER);
    }

    String phase() {
        if (isClosed()) {
            return closed;
        } else if (isLocked()) {
            return over ? "FULLY_LOCKED" : "LOCKED";
        } else if (experience) {
            return "EXPERIENCE";
        } else if (!active) {
            return "AWAITING_SUBSCRIPTION";
        }
        return successor.isDefined() ? "AWAITING_SUCCESSOR" : "ACTIVE";
    }

    void pay(String by, int account, Option<Instant> month) {
        payer = by;
        paidAccount = account;
        successor = Option.none();
        active = true;
        experience = false;
        lapse = Option.none();
        changed = month.map(Plain::month).orElse(changed);
    }

    void unpay() {
        forgone = false;
        payer = NOBODY;
        paidAccount = Command.BILLING_CENTER;
    }

    void lock(String cause, Instant at) {
        if (!isLocked()) {
            deadline = Option.some(at.plus(World.COUNTDOWN));
            REMINDERS.forEach(days -> reminders.add(at.plus(World.COUNTDOWN).minus(Duration.ofDays(days))));
        }
        causes.add(cause);
    }

    void release(String prefix) {
        causes.removeIf(cause -> cause.startsWith(prefix));
        if (!isLocked()) {
            deadline = Option.none();
            reminders.clear();
        }
    }

    /** A registration that has outlived its time while a change waited may choose again until that would have lapsed. */
    void waitNoMore(Instant at) {
        if (lapse.exists(known -> !at.isBefore(known))) {
            lapse = waiting.map(Waiting::lapse);
        }
        waiting = Option.none();
    }

    /** Whatever is due by an instant; {@code consequence} is what an awaited successor's not coming brings. */
    void pass(Instant now, Runnable consequence) {
        waiting.map(Waiting::lapse).filter(at -> !now.isBefore(at)).forEach(this::waitNoMore);
        Option<Instant> lapsing = lapse.filter(at -> waiting.isEmpty() && !now.isBefore(at));
        lapsing.filter(at -> !isClosed()).forEach(at -> {
            countDown(at.minusNanos(1));
            closed = "LAPSED";
        });
        if (successor.exists(awaited -> !now.isBefore(awaited.deadline()))) {
            consequence.run();
            successor = Option.none();
        }
        countDown(now);
    }

    private void countDown(Instant now) {
        if (!isClosed()) {
            int before = reminders.size();
            reminders.removeIf(at -> !now.isBefore(at));
            reminded += before - reminders.size();
            over = over || isFullAt(now);
        }
    }

    static YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(ZoneId.of("Asia/Shanghai")));
    }
}
