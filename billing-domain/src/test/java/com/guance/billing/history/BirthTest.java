package com.guance.billing.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.cloudaccount.CloudAccount;
import com.guance.billing.cloudaccount.CloudAccountEvent.CloudAccountRecorded;
import com.guance.billing.metering.MeteringRecord;
import com.guance.billing.metering.MeteringRecordEvent.RecordMade;
import com.guance.billing.metering.RecordContent;
import com.guance.billing.site.Cloud;
import com.guance.billing.subscription.Subscription;
import com.guance.billing.subscription.SubscriptionEvent.SubscriptionSeen;
import com.guance.billing.testing.Given;
import com.guance.billing.testing.Metering;
import com.guance.billing.testing.World;
import com.guance.billing.workspace.LifeEvent.WorkspaceRegistered;
import com.guance.billing.workspace.Plan;
import com.guance.billing.workspace.Workspace;
import io.vavr.control.Option;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BirthTest {

    @Test
    @DisplayName("INV-4 a birth within a history changes nothing")
    void bornOnce() {
        var by = World.byMarketplace(World.START);
        WorkspaceRegistered workspace = new WorkspaceRegistered(
                World.WORKSPACE, Given.paidThroughAccount().registration(), Plan.COMMERCIAL, Option.none(), by);
        CloudAccountRecorded account = new CloudAccountRecorded(World.ACCOUNT, Cloud.AWS, World.USD, by);
        SubscriptionSeen subscription = new SubscriptionSeen(World.FIRST, World.CUSTOMER, 1, by);
        RecordMade record =
                new RecordMade(Metering.RECORD, Metering.BILLED, RecordContent.of(World.START, List.of()), false, by);

        assertThat(Workspace.replay(List.of(workspace, workspace))).isEqualTo(Workspace.replay(List.of(workspace)));
        assertThat(CloudAccount.replay(List.of(account, account))).isEqualTo(CloudAccount.replay(List.of(account)));
        assertThat(Subscription.replay(List.of(subscription, subscription)))
                .isEqualTo(Subscription.replay(List.of(subscription)));
        assertThat(MeteringRecord.replay(List.of(record, record))).isEqualTo(MeteringRecord.replay(List.of(record)));
    }
}
