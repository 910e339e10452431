package com.guance.billing.jdbc;

class H2MemoryTest extends StoreContracts {

    H2MemoryTest() {
        super(Databases.H2.migrated());
    }
}
