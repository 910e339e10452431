package com.guance.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.Change;
import com.guance.billing.Request;
import com.guance.billing.WorkspaceId;
import com.guance.billing.metering.Books.Standing;
import com.guance.billing.metering.MeteringRecordEvent.RecordAccepted;
import com.guance.billing.metering.MeteringRecordEvent.RecordDisputed;
import com.guance.billing.metering.MeteringRecordEvent.RecordMade;
import com.guance.billing.metering.MeteringRecordEvent.RecordNotBilled;
import com.guance.billing.metering.MeteringRecordEvent.RecordRefused;
import com.guance.billing.metering.MeteringRecordEvent.RecordSent;
import com.guance.billing.metering.MeteringRecordEvent.RecordUnprocessed;
import com.guance.billing.policy.SubmittingPolicy.Retries;
import com.guance.billing.site.SiteId;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.testing.Metering;
import com.guance.billing.testing.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MeteringRecordTest {

    private static final RecordId ID = Metering.RECORD;
    private static final Retries RETRIES = Metering.RETRIES;
    private static final Request BY = World.byMarketplace(World.START);

    private final RecordContent content =
            RecordContent.of(World.START, List.of(new Allocation(new WorkspaceId("a"), new SiteId("us1"), 3)));
    private final MeteringRecord made =
            MeteringRecord.made(ID, Metering.BILLED, content, BY).after();
    private final MeteringRecord sent = Metering.sent(made).after();
    private final MeteringRecord inDoubt = Metering.sent(sent).after();

    @Test
    @DisplayName("MET-6 a record is made with its content and owed")
    void makes() {
        assertThat(MeteringRecord.made(ID, Metering.BILLED, content, BY).events())
                .containsExactly(new RecordMade(ID, Metering.BILLED, content, false, BY));
        assertThat(made.status()).isEqualTo(RecordStatus.MADE);
        assertThat(made.isOwed()).isTrue();
    }

    @Test
    @DisplayName("MET-4 a record without a whole unit is never sent")
    void carried() {
        MeteringRecord empty = MeteringRecord.made(ID, Metering.BILLED, RecordContent.of(World.START, List.of()), BY)
                .after();

        assertThat(empty.status()).isEqualTo(RecordStatus.CARRIED);
        assertThat(empty.isOwed()).isFalse();
    }

    @Test
    @DisplayName("SUB-1 each attempt is counted before it leaves")
    void attempts() {
        assertThat(Metering.sent(made).events())
                .containsExactly(new RecordSent(ID, 1, World.START.plus(RETRIES.lease()), World.byClock(World.START)));
        assertThat(List.of(sent.attempts(), inDoubt.attempts(), inDoubt.unanswered()))
                .containsExactly(1, 2, 2);
        MeteringRecord returned =
                Metering.answered(inDoubt, new MeteringAnswer.Unprocessed(), BY).after();
        assertThat(Metering.sent(returned).after().attempts()).isEqualTo(3);
    }

    @Test
    @DisplayName("SUB-3 what is unprocessed is returned, and still owed")
    void returned() {
        Change<MeteringRecord> change = Metering.answered(sent, new MeteringAnswer.Unprocessed(), BY);

        assertThat(change.events())
                .containsExactly(new RecordUnprocessed(ID, change.after().sendFrom(), BY));
        assertThat(change.after().isOwed()).isTrue();
    }

    @Test
    @DisplayName("SUB-1 accepted with the marketplace's own id")
    void accepted() {
        assertThat(Metering.answered(sent, new MeteringAnswer.Accepted("receipt"), BY)
                        .events())
                .containsExactly(new RecordAccepted(ID, "receipt", BY));
    }

    @Test
    @DisplayName("SUB-4 a duplicate is our own earlier attempt if one was never answered, and disputed else")
    void duplicate() {
        MeteringAnswer duplicate = new MeteringAnswer.Duplicate();

        assertThat(Metering.answered(inDoubt, duplicate, BY).events())
                .containsExactly(new RecordAccepted(ID, "DuplicateRecord", BY));
        assertThat(Metering.answered(sent, duplicate, BY).events())
                .containsExactly(new RecordDisputed(ID, "DuplicateRecord", BY));
        assertThat(Metering.answered(returnedAndSent(), duplicate, BY).events())
                .containsExactly(new RecordDisputed(ID, "DuplicateRecord", BY));
    }

    @Test
    @DisplayName("SUB-5 SUB-11 not subscribed is final and unsettled, but disputed if an attempt was never answered")
    void notSubscribed() {
        MeteringAnswer notSubscribed = new MeteringAnswer.NotSubscribed();

        assertThat(Metering.answered(sent, notSubscribed, BY).events())
                .containsExactly(new RecordNotBilled(ID, RecordStatus.UNSETTLED, "CustomerNotSubscribed", BY));
        assertThat(Metering.answered(inDoubt, notSubscribed, BY).events())
                .containsExactly(new RecordDisputed(ID, "CustomerNotSubscribed", BY));
    }

    @Test
    @DisplayName(
            "SUB-5 MET-7 the units of a customer who is not subscribed return, where somebody may be billed for them")
    void notSubscribedReturns() {
        Change<MeteringRecord> change =
                sent.answered(1, new MeteringAnswer.NotSubscribed(), RETRIES, RecordStatus.RETURNED, BY);

        assertThat(change.events())
                .containsExactly(new RecordNotBilled(ID, RecordStatus.RETURNED, "CustomerNotSubscribed", BY));
        assertThat(change.after().returned()).isEqualTo(made.content().units());
        assertThat(change.after().units()).isZero();
    }

    @Test
    @DisplayName("SUB-5 a 0 moves no units: not subscribed, unanswered or expired it is zero, never disputed")
    void zero() {
        MeteringRecord zero =
                MeteringRecord.idle(ID, Metering.BILLED, World.START, BY).after();
        MeteringRecord doubtful = Metering.sent(
                        Metering.answered(Metering.sent(zero).after(), new MeteringAnswer.Unanswered(), BY)
                                .after())
                .after();

        assertThat(Metering.answered(doubtful, new MeteringAnswer.NotSubscribed(), BY)
                        .events())
                .containsExactly(new RecordNotBilled(ID, RecordStatus.RETURNED, "CustomerNotSubscribed", BY));
        assertThat(doubtful.expired(RecordStatus.UNSETTLED, World.byClock(doubtful.sendFrom()))
                        .after()
                        .status())
                .isEqualTo(RecordStatus.RETURNED);
        assertThat(doubtful.returned().total()).isZero();
    }

    @Test
    @DisplayName("SUB-6 a record that is refused alone for a cause that nobody knows is owed, backs off and is last")
    void refused() {
        Change<MeteringRecord> change = sent.refused(1, "ExceptionOfTomorrow", RETRIES, BY);
        MeteringRecord refused = change.after();

        assertThat(change.events())
                .containsExactly(new RecordRefused(ID, "ExceptionOfTomorrow", refused.sendFrom(), BY));
        assertThat(refused.sendFrom()).isAfter(BY.at());
        assertThat(List.of(refused.status(), refused.unanswered())).containsExactly(RecordStatus.MADE, 0);
        assertThat(refused.isRefused()).isTrue();
        assertThat(sent.isRefused()).isFalse();
        assertThat(inDoubt.refused(2, "ExceptionOfTomorrow", RETRIES, BY)
                        .after()
                        .status())
                .isEqualTo(RecordStatus.SENT);
        MeteringRecord accepted = Metering.answered(
                        Metering.sent(refused).after(), new MeteringAnswer.Accepted("receipt"), BY)
                .after();
        assertThat(accepted.isRefused()).isFalse();
        assertThat(accepted.why()).isEmpty();
        assertThat(accepted.refused(2, "late", RETRIES, BY).isNone()).isTrue();
    }

    @Test
    @DisplayName("SUB-6 a record that is rejected alone is held, but disputed if an attempt was never answered")
    void rejected() {
        BatchRejected rejected = new BatchRejected("InvalidTagException");

        assertThat(sent.rejected(rejected, BY).events())
                .containsExactly(new RecordNotBilled(ID, RecordStatus.HELD, "InvalidTagException", BY));
        assertThat(inDoubt.rejected(rejected, BY).events())
                .containsExactly(new RecordDisputed(ID, "InvalidTagException", BY));
        assertThat(made.rejected(rejected, BY)).isEqualTo(Change.none(made));
    }

    @Test
    @DisplayName("each answer of the marketplace is a case of its own")
    void answers() {
        List<MeteringAnswer> all = List.of(
                new MeteringAnswer.Accepted("a"),
                new MeteringAnswer.Duplicate(),
                new MeteringAnswer.NotSubscribed(),
                new MeteringAnswer.Unprocessed(),
                new MeteringAnswer.Unanswered());

        assertThat(all)
                .extracting(answer -> answer.<String>fold(
                        accepted -> "accepted", () -> "duplicate", () -> "not", () -> "again", () -> "in doubt"))
                .containsExactly("accepted", "duplicate", "not", "again", "in doubt");
    }

    @Test
    @DisplayName("INV-8 different meters and hours have different keys")
    void keys() {
        assertThat(ID.key()).isEqualTo("aws/observability/customer-1/hosts@2026-03-05T10:00:00Z");
        assertThat(key("a/b", "c")).isNotEqualTo(key("a", "b/c"));
        assertThat(key("a", "b%2Fc")).isNotEqualTo(key("a", "b/c"));
        assertThat(key("a%2Fb", "c")).isNotEqualTo(key("a", "b/c"));
    }

    @Test
    @DisplayName("INV-7 books balance if all that was charged stands somewhere, once")
    void books() {
        Map<Standing, Quantity> standing = new HashMap<>();
        standing.put(Standing.ACCEPTED, Quantity.whole(2));
        standing.put(Standing.CARRIED, Quantity.of("0.5"));
        Books balanced = books("2.5", standing);
        standing.put(Standing.UNSETTLED, Quantity.of("0.000000000001"));

        assertThat(balanced.areBalanced()).isTrue();
        assertThat(balanced.of(Standing.CARRIED)).isEqualTo(Quantity.of("0.5"));
        assertThat(balanced.of(Standing.UNSETTLED)).isEqualTo(Quantity.ZERO);
        assertThat(books("2.5", standing).areBalanced()).isFalse();
        assertThat(books("2.6", balanced.standing()).areBalanced()).isFalse();
        assertThat(books("0", Map.of()).areBalanced()).isTrue();
    }

    private static Books books(String charged, Map<Standing, Quantity> standing) {
        return new Books(World.ACCOUNT, Metering.HOSTS, Quantity.of(charged), standing);
    }

    private static String key(String customer, String dimension) {
        return new RecordId(
                        new Meter(new MarketplaceCustomer.Legacy(World.PRODUCT, customer), new Dimension(dimension)),
                        Metering.HOUR)
                .key();
    }

    private MeteringRecord returnedAndSent() {
        return Metering.sent(Metering.answered(sent, new MeteringAnswer.Unprocessed(), BY)
                        .after())
                .after();
    }
}
