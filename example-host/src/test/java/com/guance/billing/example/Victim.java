package com.guance.billing.example;

import com.guance.billing.application.CloudBilling;
import com.guance.billing.jdbc.JdbcBilling;
import com.guance.billing.ports.driving.RunDue;
import com.guance.billing.ports.faults.Fault;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * A host in a JVM of its own, to be killed. It does what its input says, at the time that its input says, and says in a line each thing
 * that it is about to do outside: {@code .execute}, {@code .commit}, {@code .call}, {@code .answered}.
 */
final class Victim {

    private final CloudBilling billing;
    private final Usage usage;

    private Victim(CloudBilling billing, Usage usage) {
        this.billing = billing;
        this.usage = usage;
    }

    /** Database, marketplace, which cast plays, and how many dimensions it uses. */
    public static void main(String... arguments) throws IOException {
        Cast cast = new Cast(Long.parseLong(arguments[2]));
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(arguments[0]);
        source.setMaximumPoolSize(2);
        Executions told = new Executions(Victim::moment);
        CloudBilling billing = World.billing(
                JdbcBilling.over(told.in(source)).unitOfWork(), World.sdk(URI.create(arguments[1]), new Calls()), cast);
        new Victim(billing, new Usage(cast, Integer.parseInt(arguments[3]))).live();
    }

    private void live() throws IOException {
        billing.ask().books(usage.cast().cloudAccount()); // connects, and loads what every life needs
        say("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", -1);
            Instant now = Instant.parse(words[1]);
            say(words[0].equals("run") ? run(now) : take(Integer.parseInt(words[2]), now));
        }
    }

    private String take(int slot, Instant now) {
        boolean isTaken =
                billing.takeCharges().take(usage.charges(slot), now).stream().allMatch(answer -> answer.isRight());
        return isTaken ? "took" : "refused";
    }

    private String run(Instant now) {
        try {
            RunDue.Done done = billing.due().run(now);
            return done.rateReached() ? "rate" : "ran";
        } catch (Fault fault) {
            return "fault " + fault.getClass().getSimpleName();
        }
    }

    private static void moment(String of) {
        say("." + of);
    }

    private static void say(String line) {
        System.out.println(line);
    }

    /** Tells of each call before it leaves, and when it has come back. */
    private static final class Calls implements ExecutionInterceptor {

        @Override
        public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
            moment("call");
        }

        @Override
        public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
            moment("answered");
        }
    }
}
