package com.guance.billing.example.life;

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
class LivesOnH2Properties {

    @Property(tries = 25)
    @Label("INV-1 INV-2 INV-3 INV-4 INV-6 INV-9 on H2: all is as the plain model says, after every step of any history")
    void asTheModelSays(@ForAll("histories") List<Deed> history) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1", "sa", "");
        try {
            new Lives(JdbcBilling.over(pool).migrate().unitOfWork(), House.DEFAULT).play(history);
        } finally {
            pool.dispose();
        }
    }

    @Provide
    Arbitrary<List<Deed>> histories() {
        return Deeds.histories();
    }
}
