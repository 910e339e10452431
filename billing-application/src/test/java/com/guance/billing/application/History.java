package com.guance.billing.application;

import static com.guance.billing.application.Scene.ACCOUNT;
import static com.guance.billing.application.Scene.BUYER;
import static com.guance.billing.application.Scene.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.DomainEvent;
import com.guance.billing.SubscriptionId;
import com.guance.billing.WorkspaceId;
import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.cloudaccount.Payer;
import com.guance.billing.inmemory.InMemoryBilling;
import com.guance.billing.inmemory.marketplace.Misbehaviour;
import com.guance.billing.inmemory.marketplace.SubscriptionState;
import com.guance.billing.metering.Books;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.Charge;
import com.guance.billing.metering.Intake;
import com.guance.billing.metering.Quantity;
import com.guance.billing.ports.faults.Fault;
import com.guance.billing.workspace.Phase;
import com.guance.billing.workspace.SettlementMethod;
import com.guance.billing.workspace.SettlementMethod.ThroughBillingCenter;
import com.guance.billing.workspace.Workspace;
import com.guance.billing.workspace.WorkspaceEvent;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plays steps against the library, with a plain account of what was taken beside it. */
final class History {

    private static final List<String> WORKSPACES = List.of("wksp_1", "wksp_2", "wksp_3", "wksp_4", "wksp_5", "wksp_6");

    private final BreakableStore store = new BreakableStore(InMemoryBilling.create());
    private final Scene scene = new Scene(store);
    private final PeoplesSteps people = new PeoplesSteps(scene);
    private final RecordsSteps records = new RecordsSteps(scene);
    private final Random random;
    private final List<Charge> given = new ArrayList<>();
    private final List<DomainEvent> told = new ArrayList<>();
    private Quantity taken = Quantity.ZERO;
    private int misbehaviours;
    private int faults;
    private int refusals;
    private boolean inArrears;

    History(long seed) {
        this.random = new Random(seed);
        if (random.nextInt(4) == 0) {
            scene.claimAccount();
        } else {
            scene.registerAccount();
        }
        told.addAll(scene.events());
    }

    Scene scene() {
        return scene;
    }

    void play(Step step) {
        switch (step) {
            case SUBSCRIBE -> scene.aws.subscribe(BUYER);
            case CANCEL -> cancel();
            case LAND_AND_CLAIM -> landAndClaim();
            case DELIVER_NOTICES -> scene.deliverNotices();
            case REGISTER ->
                answered(scene.billing
                        .registerWorkspace()
                        .paidThrough(Scene.form(any(), "us1"), HOLDER.id(), ACCOUNT, scene.byOwner()));
            case REGISTER_AT_BILLING_CENTER ->
                answered(scene.billing
                        .registerWorkspace()
                        .paidByBillingCenter(Scene.form(any(), "eu1"), HOLDER.id(), scene.byOwner()));
            case BIND ->
                answered(scene.billing.changeSettlement().through(new WorkspaceId(any()), ACCOUNT, scene.byOwner()));
            case BIND_TO_BILLING_CENTER ->
                answered(scene.billing.changeSettlement().byBillingCenter(new WorkspaceId(any()), scene.byOwner()));
            case CHARGE -> charge();
            case CHARGE_AGAIN -> chargeAgain();
            case RUN -> run();
            case RUN_WITH_LOST_ANSWER -> runWith(Misbehaviour.acceptThenDrop());
            case RUN_INTO_A_CRASH -> runIntoACrash();
            case RUN_THROTTLED -> runWith(Misbehaviour.throttle());
            case RUN_REJECTED -> runWith(Misbehaviour.error(400, "InvalidTagException"));
            case SUSPEND -> suspend();
            case REINSTATE -> scene.aws.reinstate(BUYER);
            case RELEASE_RECORDS -> records.release();
            case DECIDE_RECORDS -> records.decide(told);
            case MINUTES_PASS -> scene.pass(Duration.ofMinutes(1 + random.nextInt(40)));
            case HOURS_PASS -> scene.pass(Duration.ofHours(1 + random.nextInt(5)));
            case DAYS_PASS -> scene.pass(Duration.ofDays(1 + random.nextInt(20)));
            case FAIL_TO_SUBSCRIBE -> scene.aws.failToSubscribe(BUYER);
            default -> {
                inArrears = step == Step.ARREARS_BEGIN || (inArrears && step != Step.ARREARS_SETTLED);
                answered(people.play(step, new WorkspaceId(any())));
            }
        }
        told.addAll(scene.events());
    }

    /** Everything that is under way comes to its end, whatever the marketplace was still told to do: the window closes, too. */
    void settleDown() {
        scene.deliverNotices();
        scene.aws.reinstate(BUYER);
        scene.pass(Duration.ofMinutes(75));
        for (int run = 0; run < misbehaviours + 6; run++) {
            run();
            scene.pass(Duration.ofMinutes(15));
        }
        for (int hour = 0; hour < 24; hour++) {
            scene.pass(Duration.ofHours(1));
            run();
        }
        told.addAll(scene.events());
    }

    void assertInvariants() {
        books().forEach(books ->
                assertThat(books.areBalanced()).as("INV-7 %s", books).isTrue());
        assertThat(sum(Books::charged)).as("INV-7 nothing taken is lost").isEqualTo(taken);
        new StatementsAre(scene).asTheBooksAre(random.nextInt(400));
        assertThat(accepted()).as("INV-8").isLessThanOrEqualTo(billed());
        workspaces().forEach(workspace -> {
            assertThat(workspace.phase() != Phase.ACTIVE
                            || workspace.bindings().inForce().isDefined())
                    .as("UNL-4 %s", workspace)
                    .isTrue();
            assertThat(inArrears
                            && !workspace.isLocked()
                            && workspace.bindings().inForce().contains(new ThroughBillingCenter(HOLDER.id())))
                    .as("INV-1 LOCK-7 who is in arrears pays for no unlocked workspace: %s", workspace)
                    .isFalse();
            assertThat(Workspace.replay(eventsOf(workspace))).as("INV-4").isEqualTo(workspace);
            workspace
                    .bindings()
                    .inForce()
                    .flatMap(SettlementMethod::cloud)
                    .forEach(paid -> assertThat(living())
                            .as("INV-1 INV-2 the payer is alive, and under the workspace's holder: %s", workspace)
                            .contains(paid.subscription()));
        });
    }

    long billed() {
        return scene.aws.billedTotal(scene.aws.customerIdentifier(BUYER), Scene.UNITS.name());
    }

    long accepted() {
        return sum(books -> books.of(Standing.ACCEPTED)).wholeUnits();
    }

    long disputed() {
        return sum(books -> books.of(Standing.DISPUTED)).wholeUnits();
    }

    boolean saw(String event) {
        return told.stream().anyMatch(seen -> seen.getClass().getSimpleName().equals(event));
    }

    long lives() {
        return told.stream()
                .filter(seen -> seen.getClass().getSimpleName().equals("SubscriptionSeen"))
                .count();
    }

    int faults() {
        return faults;
    }

    int refusals() {
        return refusals;
    }

    boolean hasUnsettled() {
        return books().stream().anyMatch(books -> !books.of(Standing.UNSETTLED).isZero());
    }

    private void landAndClaim() {
        ClaimTicket ticket = scene.land();
        told.addAll(scene.events());
        answered(scene.billing.claimCloudAccount().claim(ticket, HOLDER.id(), scene.byHolder()));
    }

    private void cancel() {
        if (scene.aws.state(BUYER) == SubscriptionState.SUBSCRIBED) {
            scene.aws.cancel(BUYER);
        }
    }

    private void charge() {
        String quantity = random.nextInt(4) + "." + random.nextInt(1_000);
        Charge charge = scene.charge(any(), quantity, scene.now().minusSeconds(random.nextInt(5_000)));
        given.add(charge);
        take(charge);
    }

    private void chargeAgain() {
        if (!given.isEmpty()) {
            take(given.get(random.nextInt(given.size())));
        }
    }

    private void take(Charge charge) {
        Either<?, Intake> answer =
                scene.billing.takeCharges().take(List.of(charge), scene.now()).get(0);
        answered(answer);
        if (answer.isRight() && answer.get() != Intake.TAKEN_BEFORE) {
            taken = taken.plus(charge.usage().quantity());
        }
    }

    private void run() {
        try {
            scene.billing.due().run(scene.now());
        } catch (Fault fault) {
            faults++;
        }
    }

    private void runWith(Misbehaviour misbehaviour) {
        misbehaviours++;
        scene.aws.whenMetering(misbehaviour);
        run();
    }

    private void suspend() {
        scene.aws.suspend(BUYER);
        run();
    }

    private void runIntoACrash() {
        store.breakAfter(random.nextInt(9));
        run();
        store.mend();
    }

    /** INV-6: a refusal leaves no event behind. */
    private void answered(Either<?, ?> answer) {
        List<DomainEvent> events = scene.events();
        if (answer.isLeft()) {
            refusals++;
            assertThat(events).as("INV-6 %s", answer).isEmpty();
        }
        told.addAll(events);
    }

    /** The subscriptions that may pay for workspaces of the holder. */
    private Set<SubscriptionId> living() {
        return scene.onFile().stream()
                .flatMap(account -> account.payers().stream())
                .map(Payer::subscription)
                .collect(Collectors.toUnmodifiableSet());
    }

    private String any() {
        return WORKSPACES.get(random.nextInt(WORKSPACES.size()));
    }

    private List<Workspace> workspaces() {
        return WORKSPACES.stream()
                .flatMap(
                        id -> scene.billing.ask().workspace(new WorkspaceId(id)).toJavaStream())
                .collect(Collectors.toUnmodifiableList());
    }

    private List<WorkspaceEvent> eventsOf(Workspace workspace) {
        return told.stream()
                .filter(WorkspaceEvent.class::isInstance)
                .map(WorkspaceEvent.class::cast)
                .filter(event -> event.workspace().equals(workspace.id()))
                .collect(Collectors.toUnmodifiableList());
    }

    private List<Books> books() {
        return scene.billing.ask().books(ACCOUNT);
    }

    private Quantity sum(Function<Books, Quantity> part) {
        return books().stream().map(part).reduce(Quantity.ZERO, Quantity::plus);
    }
}
