package host;

import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.testkit.HistoriesContract;

/** A contract whose tests are jqwik's properties. */
class StoreHistoriesProperties implements HistoriesContract {

    private final UnitOfWork store = Store.create();

    @Override
    public UnitOfWork unitOfWork() {
        return store;
    }
}
