package com.guance.billing.example.meter;

import com.guance.billing.inmemory.marketplace.ListedProduct.IdenticalResend;
import com.guance.billing.jdbc.JdbcBilling;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.h2.jdbcx.JdbcConnectionPool;

/** The same on a database. */
class MeteringOnH2Properties {

    @Property(tries = 12)
    @Label("INV-7 INV-8 on H2: hold after every step of any history, and the marketplace's bill is the judge")
    void theBillIsTheJudge(@ForAll("histories") List<Deed> history, @ForAll IdenticalResend resend) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1", "sa", "");
        try {
            new Meters(JdbcBilling.over(pool).migrate().unitOfWork(), resend).play(history);
        } finally {
            pool.dispose();
        }
    }

    @Provide
    Arbitrary<List<Deed>> histories() {
        return Deeds.histories();
    }
}
