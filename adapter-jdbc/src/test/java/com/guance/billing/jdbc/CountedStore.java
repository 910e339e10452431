package com.guance.billing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.guance.billing.ports.driven.Stores;
import com.guance.billing.ports.driven.UnitOfWork;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * A store whose statements are counted.
 *
 * @param counting where they are counted
 * @param store on a new database
 */
record CountedStore(CountingDataSource counting, UnitOfWork store) {

    /** A new one, with something in it. */
    static CountedStore holding(Databases databases, Consumer<Stores> work) {
        DataSource database = databases.migrated();
        Transactions.run(JdbcBilling.over(database).unitOfWork(), work);
        CountingDataSource counting = new CountingDataSource(database);
        return new CountedStore(
                counting, JdbcBilling.over(counting.dataSource()).unitOfWork());
    }

    /** An empty one. */
    static CountedStore empty(Databases databases) {
        return holding(databases, stores -> {});
    }

    /** How many statements and batches one transaction's work takes. */
    int executions(Consumer<Stores> work) {
        int before = counting.executions();
        Transactions.run(store, work);
        int during = counting.executions();
        assertThat(before).isZero();
        return during;
    }
}
