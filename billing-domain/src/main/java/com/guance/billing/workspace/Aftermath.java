package com.guance.billing.workspace;

import com.guance.billing.policy.EndConsequence;
import com.guance.billing.workspace.SettlementMethod.ThroughCloudAccount;
import java.time.Instant;

/** What the end of a subscription brings to the workspaces that it paid for. */
sealed interface Aftermath {

    /** Another subscription of the account pays on (END-5). */
    record TakenOver(ThroughCloudAccount by, Instant activatedAt) implements Aftermath {}

    /** The agreement that follows is awaited (END-5). */
    record Awaited(Instant deadline, EndConsequence otherwise) implements Aftermath {}

    /** Nobody of the account pays on (END-2, END-9). */
    record Final(EndConsequence consequence) implements Aftermath {}
}
