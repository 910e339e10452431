package com.guance.billing.jdbc;

import com.guance.billing.AgreementId;
import com.guance.billing.ports.driven.Agreements;
import com.guance.billing.ports.driven.Revision;
import com.guance.billing.ports.driven.Versioned;
import com.guance.billing.subscription.Agreement;
import com.guance.billing.subscription.AgreementEvent;
import io.vavr.control.Option;
import java.util.List;

/** What notices said of agreements. */
final class JdbcAgreements implements Agreements {

    private static final Kind<Agreement, AgreementEvent> KIND = new Kind<>(
            "agreement",
            "billing_agreement",
            AgreementEvent.class,
            Agreement::replay,
            new Kind.Thin<>(
                    List.of(),
                    agreement -> agreement.id().value(),
                    agreement -> Option.none(),
                    agreement -> new Row()));

    private final Aggregates<Agreement, AgreementEvent> agreements;

    JdbcAgreements(Session session) {
        this.agreements = all(session);
    }

    static Aggregates<Agreement, AgreementEvent> all(Session session) {
        return new Aggregates<>(session, KIND);
    }

    @Override
    public Option<Versioned<Agreement>> find(AgreementId id) {
        return Option.of(agreements.find(List.of(id), AgreementId::value).get(id));
    }

    @Override
    public void save(Revision<Agreement> revision) {
        agreements.save(List.of(revision));
    }
}
