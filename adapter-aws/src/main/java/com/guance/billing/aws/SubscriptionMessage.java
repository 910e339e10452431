package com.guance.billing.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guance.billing.Text;
import com.guance.billing.subscription.Fact;
import com.guance.billing.subscription.MarketplaceCustomer;
import com.guance.billing.subscription.Notice;
import com.guance.billing.subscription.NoticeReason;
import com.guance.billing.subscription.Product;
import com.guance.billing.subscription.Sign;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The body of a notice in the legacy identity scheme ("SaaS notifications" page of the seller guide). */
final class SubscriptionMessage {

    private static final Map<String, Sign.Kind> KINDS = Map.of(
            "subscribe-success", Sign.Kind.ACTIVATED,
            "subscribe-fail", Sign.Kind.NOT_ACTIVATED,
            "unsubscribe-pending", Sign.Kind.ENDING,
            "unsubscribe-success", Sign.Kind.ENDED);

    private static final int LONGEST_IDENTIFIER = 255;

    private final Product product;
    private final JsonFields fields;

    private SubscriptionMessage(Product product, JsonFields fields) {
        this.product = product;
        this.fields = fields;
    }

    static SubscriptionMessage of(ObjectNode json, Product product) {
        return new SubscriptionMessage(product, new JsonFields(json));
    }

    /**
     * What it says. Of another action or product, the rest of the body is not looked at.
     *
     * @param named the envelope it came in
     * @param ownTime when it was so
     * @param before what was wrong with the envelope
     */
    Notice notice(Notice.Envelope named, Instant ownTime, List<String> before) {
        Option<String> action = fields.text("action");
        Option<String> code = fields.text("product-code");
        return code.filter(c -> !c.equals(product.code()))
                .<Notice>map(
                        c -> new Notice.Unknown(named, NoticeReason.FOREIGN_PRODUCT, "product " + JsonFields.word(c)))
                .orElse(() -> action.filter(a -> !KINDS.containsKey(a))
                        .map(a -> new Notice.Unknown(named, "action " + JsonFields.word(a))))
                .getOrElse(() -> ours(named, action.map(KINDS::get), ownTime, before));
    }

    private Notice ours(Notice.Envelope named, Option<Sign.Kind> kind, Instant ownTime, List<String> before) {
        Option<String> identifier = fields.text("customer-identifier").filter(this::isIdentifier);
        List<String> problems =
                Stream.concat(before.stream(), fields.problems().stream()).toList();
        return problems.isEmpty()
                ? new Notice.Understood(
                        named,
                        new Fact.OfCustomer(
                                new MarketplaceCustomer.Legacy(product, identifier.get()),
                                new Sign(kind.get(), ownTime)))
                : new Notice.Malformed(named, problems);
    }

    private boolean isIdentifier(String text) {
        boolean fits = text.codePointCount(0, text.length()) <= LONGEST_IDENTIFIER && Text.isWellFormed(text);
        if (!fits) {
            fields.problem("customer-identifier is longer than 255 characters, or has control characters");
        }
        return fits;
    }
}
