package com.guance.billing.example;

import com.guance.billing.application.CloudBilling;
import com.guance.billing.jdbc.JdbcBilling;
import com.guance.billing.ports.faults.Fault;
import com.zaxxer.hikari.HikariDataSource;
import io.vavr.control.Either;
import java.net.URI;
import java.time.Instant;

/** A host in a JVM of its own that takes charges by several threads, and says in a line which slot was answered, until it is killed. */
final class Taker {

    static final int THREADS = 4;

    private final CloudBilling billing;
    private final Usage usage;

    private Taker(CloudBilling billing, Usage usage) {
        this.billing = billing;
        this.usage = usage;
    }

    /** Database, which cast plays, how many dimensions it uses, and the first slot. */
    public static void main(String... arguments) {
        Cast cast = new Cast(Long.parseLong(arguments[1]));
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(arguments[0]);
        source.setMaximumPoolSize(THREADS);
        CloudBilling billing =
                World.billing(JdbcBilling.over(source).unitOfWork(), World.sdk(URI.create("http://127.0.0.1:1")), cast);
        Taker taker = new Taker(billing, new Usage(cast, Integer.parseInt(arguments[2])));
        int first = Integer.parseInt(arguments[3]);
        for (int i = 0; i < THREADS; i++) {
            int slot = first + i;
            new Thread(() -> taker.takeFrom(slot), "taker-" + i).start();
        }
    }

    /** Each thread has slots of its own. */
    private void takeFrom(int first) {
        try {
            for (int slot = first; ; slot += THREADS) {
                Instant now = Usage.endOf(slot);
                if (billing.takeCharges().take(usage.charges(slot), now).stream()
                        .allMatch(Either::isRight)) {
                    System.out.println(slot);
                }
            }
        } catch (Fault databaseGone) {
            // what was not answered may be lost
        }
    }
}
