package com.guance.billing.jdbc;

import com.guance.billing.ports.driven.UnitOfWork;
import javax.sql.DataSource;

/**
 * Two nodes over a new database; each remembers for itself.
 *
 * @param database with one workspace in it
 * @param store of the node that is looked at
 * @param another of the other node
 */
record TwoNodes(DataSource database, UnitOfWork store, UnitOfWork another) {

    /** Two that remember nothing yet. */
    static TwoNodes over(Databases databases) {
        DataSource database = databases.migrated();
        Transactions.run(
                JdbcBilling.over(database).unitOfWork(), stores -> PaidWorkspaces.save(stores, PaidWorkspaces.ONE));
        return new TwoNodes(
                database,
                JdbcBilling.over(database).unitOfWork(),
                JdbcBilling.over(database).unitOfWork());
    }
}
