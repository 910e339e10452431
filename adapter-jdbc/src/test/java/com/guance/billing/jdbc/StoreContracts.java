package com.guance.billing.jdbc;

import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.testkit.AccountPagesContract;
import com.guance.billing.testkit.AgreementsContract;
import com.guance.billing.testkit.ArrearsContract;
import com.guance.billing.testkit.BacklogContract;
import com.guance.billing.testkit.BooksContract;
import com.guance.billing.testkit.CallPermitsContract;
import com.guance.billing.testkit.ChargesContract;
import com.guance.billing.testkit.ClaimsContract;
import com.guance.billing.testkit.CloudAccountsContract;
import com.guance.billing.testkit.EventOutboxContract;
import com.guance.billing.testkit.GatheringContract;
import com.guance.billing.testkit.GivingBackContract;
import com.guance.billing.testkit.IdleHoursContract;
import com.guance.billing.testkit.LateChargesContract;
import com.guance.billing.testkit.LeavingsContract;
import com.guance.billing.testkit.LicensedCustomersContract;
import com.guance.billing.testkit.MeteringRecordsContract;
import com.guance.billing.testkit.NoticesContract;
import com.guance.billing.testkit.RecordedHoursContract;
import com.guance.billing.testkit.RunTimesContract;
import com.guance.billing.testkit.SendingContract;
import com.guance.billing.testkit.StatementsContract;
import com.guance.billing.testkit.SubmissionHoldsContract;
import com.guance.billing.testkit.SubscriptionsContract;
import com.guance.billing.testkit.UnitOfWorkContract;
import com.guance.billing.testkit.UnreadablesContract;
import com.guance.billing.testkit.UnsettlingContract;
import com.guance.billing.testkit.WorkspaceListsContract;
import com.guance.billing.testkit.WorkspaceTimesContract;
import com.guance.billing.testkit.WorkspacesContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

/** All that a store owes, on one kind of database; each test gets a new one. */
abstract class StoreContracts {

    final DataSource database;
    private final UnitOfWork store;

    StoreContracts(DataSource migrated) {
        this.database = migrated;
        this.store = JdbcBilling.over(migrated).unitOfWork();
    }

    @Nested
    class AccountPages implements AccountPagesContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class Agreements implements AgreementsContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class SubmissionHolds implements SubmissionHoldsContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class Arrears implements ArrearsContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class Backlog implements BacklogContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class Books implements BooksContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class Charges implements ChargesContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class Claims implements ClaimsContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class CloudAccounts implements CloudAccountsContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class Outbox implements EventOutboxContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class Unsettling implements UnsettlingContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class GatheringAndCarrying implements GatheringContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class LicensedCustomers implements LicensedCustomersContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class MeteringRecords implements MeteringRecordsContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class Notices implements NoticesContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class Statements implements StatementsContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class Subscriptions implements SubscriptionsContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class LateCharges implements LateChargesContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class Leavings implements LeavingsContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class Transactions implements UnitOfWorkContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class WorkspaceLists implements WorkspaceListsContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class WorkspaceTimes implements WorkspaceTimesContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class Workspaces implements WorkspacesContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class RecordedHours implements RecordedHoursContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class Sending implements SendingContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class GivingBack implements GivingBackContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class IdleHours implements IdleHoursContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class RunTimes implements RunTimesContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class CallPermits implements CallPermitsContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }

    @Nested
    class Unreadables implements UnreadablesContract {

        @Override
        public UnitOfWork unitOfWork() {
            return store;
        }
    }
}
