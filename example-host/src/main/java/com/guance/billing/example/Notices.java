package com.guance.billing.example;

import com.guance.billing.aws.SnsNotices;
import com.guance.billing.inmemory.marketplace.MarketplaceNotice;
import com.guance.billing.subscription.NoticeOutcome;
import java.util.ArrayList;
import java.util.List;

/** Delivers what the marketplace has published, as the raw text that SNS would. */
record Notices(World world, Narrator narrator) {

    List<NoticeOutcome> deliver() {
        List<NoticeOutcome> outcomes = new ArrayList<>();
        for (MarketplaceNotice published : world.aws().takeNotices()) {
            NoticeOutcome outcome = world.billing()
                    .receiveNotice()
                    .receive(SnsNotices.read(published.snsText(), world.profile(), world.now()));
            narrator.what("the marketplace's notice \"" + published.message().action() + "\" was "
                    + outcome.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
            outcomes.add(outcome);
        }
        return outcomes;
    }
}
