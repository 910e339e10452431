package com.guance.billing.example;

import com.guance.billing.BillingCenterAccountId;
import com.guance.billing.CloudAccountId;
import com.guance.billing.DomainEvent;
import com.guance.billing.WorkspaceId;
import com.guance.billing.arrival.ClaimRefusal;
import com.guance.billing.arrival.ClaimTicket;
import com.guance.billing.arrival.LandingRefusal;
import com.guance.billing.aws.LandingForms;
import com.guance.billing.aws.SnsNotices;
import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.inmemory.marketplace.MarketplaceNotice;
import com.guance.billing.ports.driving.PageRequest;
import com.guance.billing.ports.driving.RunDue;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.NoticeOutcome;
import com.guance.billing.workspace.RegistrationForm;
import com.guance.billing.workspace.RegistrationForm.Answers;
import com.guance.billing.workspace.RegistrationForm.Consent;
import com.guance.billing.workspace.RegistrationRefusal;
import com.guance.billing.workspace.SettlementRefusal;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a test lets people do in a world. */
record Stage(World world) {

    static final Answers GOOD = new Answers("Shop", "EN", "us1", new Consent(true, "1"));

    CloudAccountId account() {
        return world.cast().cloudAccount();
    }

    void aMinuteLater() {
        world.clock().advance(Duration.ofMinutes(1));
    }

    /** The buyer subscribes; what the marketplace publishes is not delivered. */
    MarketplaceNotice subscribes() {
        aMinuteLater();
        world.aws().subscribe(world.cast().awsAccount());
        return onlyNotice();
    }

    /** The buyer cancels; what the marketplace publishes is not delivered. */
    MarketplaceNotice cancels() {
        aMinuteLater();
        world.aws().cancel(world.cast().awsAccount());
        return onlyNotice();
    }

    /** The subscription ends, and that is final. */
    void ends() {
        deliver(cancels());
        world.clock().advance(Duration.ofMinutes(61));
        world.aws().takeNotices().forEach(this::deliver);
        run();
    }

    /** The marketplace could not charge the buyer; what it publishes is not delivered. */
    MarketplaceNotice failsToSubscribe() {
        aMinuteLater();
        world.aws().failToSubscribe(world.cast().awsAccount());
        return onlyNotice();
    }

    NoticeOutcome deliver(MarketplaceNotice notice) {
        return deliver(notice.snsText());
    }

    NoticeOutcome deliver(String text) {
        return world.billing().receiveNotice().receive(SnsNotices.read(text, world.profile(), world.now()));
    }

    Either<LandingRefusal, ClaimTicket> land(String form) {
        return world.billing()
                .landBuyer()
                .land(LandingForms.read(form, world.profile()).get(), world.now());
    }

    ClaimTicket lands() {
        return land(world.aws().landingForm(world.cast().awsAccount())).get();
    }

    Either<ClaimRefusal, CloudAccount> claims(ClaimTicket ticket) {
        return world.billing()
                .claimCloudAccount()
                .claim(ticket, world.cast().holder().id(), world.by(world.cast().asHolder()));
    }

    /** The buyer has subscribed, landed and claimed. */
    void arrives() {
        deliver(subscribes());
        claims(lands()).get();
    }

    Either<RegistrationRefusal, Workspace> registers(WorkspaceId id, Answers answers) {
        return world.billing()
                .registerWorkspace()
                .paidThrough(
                        new RegistrationForm(id, world.cast().owner(), answers),
                        world.cast().holder().id(),
                        account(),
                        world.by(world.cast().asOwner()));
    }

    void existsUnder(BillingCenterAccountId holder, WorkspaceId id) {
        world.billing()
                .registerWorkspace()
                .paidByBillingCenter(
                        new RegistrationForm(id, world.cast().owner(), GOOD),
                        holder,
                        world.by(world.cast().asOwner()))
                .get();
    }

    Either<SettlementRefusal, Workspace> binds(WorkspaceId id) {
        return world.billing()
                .changeSettlement()
                .through(id, account(), world.by(world.cast().asOwner()));
    }

    /** The Billing Center account is in arrears. */
    void owes() {
        world.billing()
                .tellArrears()
                .began(world.cast().holder().id(), world.by(world.cast().asStaff()));
    }

    /** The Billing Center account has paid. */
    void pays() {
        world.billing()
                .tellArrears()
                .settled(world.cast().holder().id(), world.by(world.cast().asStaff()));
    }

    Either<SettlementRefusal, Workspace> choosesBillingCenter(WorkspaceId id) {
        return world.billing()
                .changeSettlement()
                .byBillingCenter(id, world.by(world.cast().asOwner()));
    }

    /** Website first: registered for a cloud whose account has not subscribed yet. */
    void awaits(WorkspaceId id) {
        world.billing()
                .registerWorkspace()
                .awaitingSubscription(
                        new RegistrationForm(id, world.cast().owner(), GOOD),
                        world.cast().holder().id(),
                        Cloud.AWS,
                        world.by(world.cast().asOwner()))
                .get();
    }

    /** Everything that is due. */
    RunDue.Done run() {
        return world.billing().due().run(world.now());
    }

    boolean isOnFile() {
        return onFile().stream().anyMatch(known -> known.id().equals(account()));
    }

    boolean isPaidByCloud(WorkspaceId id) {
        return isPaidByCloud(world.billing().ask().workspace(id).get());
    }

    static boolean isPaidByCloud(Workspace workspace) {
        return workspace.bindings().inForce().exists(method -> method.cloud().isDefined());
    }

    /** All that people can ask. */
    Map<String, Object> state() {
        return Map.of(
                "on file", onFile(),
                "books", world.billing().ask().books(account()),
                "workspaces",
                        world.cast().workspaces().stream()
                                .map(id -> world.billing().ask().workspace(id))
                                .collect(Collectors.toUnmodifiableList()));
    }

    /** Tells all that has not been told. */
    List<DomainEvent> events() {
        List<DomainEvent> told = new ArrayList<>();
        int more;
        do {
            more = world.billing().tellEvents().tell(delivery -> told.add(delivery.event()), world.now(), 100);
        } while (more > 0);
        return told;
    }

    private List<CloudAccount> onFile() {
        return Stream.of(world.cast().holder(), world.cast().stranger())
                .flatMap(holder ->
                        world
                                .billing()
                                .ask()
                                .registeredCloudAccounts(holder.id(), PageRequest.first(10))
                                .items()
                                .stream())
                .collect(Collectors.toUnmodifiableList());
    }

    private MarketplaceNotice onlyNotice() {
        List<MarketplaceNotice> published = world.aws().takeNotices();
        if (published.size() != 1) {
            throw new AssertionError(published);
        }
        return published.get(0);
    }
}
