package host;

import com.guance.billing.ports.driven.UnitOfWork;
import com.guance.billing.testkit.ClaimsContract;

/** A contract whose tests are JUnit Jupiter's. */
class StoreClaimsTest implements ClaimsContract {

    private final UnitOfWork store = Store.create();

    @Override
    public UnitOfWork unitOfWork() {
        return store;
    }
}
