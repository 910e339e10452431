package com.guance.billing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guance.billing.AgreementId;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.ports.faults.EntryKind;
import com.guance.billing.ports.faults.EntryUnreadable;
import com.guance.billing.ports.faults.UnreadableEntry;
import com.guance.billing.ports.faults.UnreadableEntry.Reason;
import com.guance.billing.subscription.Agreement;
import com.guance.billing.testkit.Given;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A damaged agreement is named as unreadable until it is mended; others are read (REL-1). */
class DamagedAgreementTest {

    @ParameterizedTest
    @EnumSource
    @DisplayName("REL-1 an agreement whose event is cut is named by the fault, and readable when it is mended")
    void damaged(Databases databases) {
        DataSource database = databases.migrated();
        UnitOfWork store = JdbcBilling.over(database).unitOfWork();
        AgreementId damaged = Given.agreementId("1");
        AgreementId other = Given.agreementId("2");
        Transactions.run(store, stores -> List.of(damaged, other).forEach(id -> born(stores, id)));
        String where = " WHERE kind = 'agreement' AND subject = '" + damaged.value() + "'";
        Databases.run(database, "UPDATE billing_journal SET payload = '~' || payload" + where);
        UnreadableEntry entry = new UnreadableEntry(EntryKind.AGREEMENT, damaged.value(), Reason.MALFORMED);
        UnitOfWork node = JdbcBilling.over(database).unitOfWork();

        assertThatThrownBy(() ->
                        Transactions.run(node, stores -> stores.agreements().find(damaged)))
                .isInstanceOfSatisfying(
                        EntryUnreadable.class,
                        fault -> assertThat(fault.entries()).containsExactly(entry));
        assertThat(Transactions.<Boolean>ask(
                        node, stores -> stores.agreements().find(other).isDefined()))
                .isTrue();
        assertThat(readAgain(node, entry)).isEmpty();
        Databases.run(database, "UPDATE billing_journal SET payload = SUBSTRING(payload FROM 2)" + where);
        assertThat(readAgain(node, entry)).containsExactly(entry);
        assertThat(Transactions.<Boolean>ask(
                        node, stores -> stores.agreements().find(damaged).isDefined()))
                .isTrue();
    }

    private static void born(Stores stores, AgreementId id) {
        stores.agreements().save(Revision.first(Agreement.seen(id, Given.byMarketplace(Given.NOW))));
    }

    private static List<UnreadableEntry> readAgain(UnitOfWork store, UnreadableEntry entry) {
        return Transactions.ask(store, stores -> stores.unreadables().readAgain(List.of(entry)));
    }
}
