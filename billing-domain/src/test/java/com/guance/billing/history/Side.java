package com.guance.billing.history;

import com.guance.billing.history.Command.ChangeOwner;
import com.guance.billing.history.Command.Claim;
import com.guance.billing.history.Command.Dissolve;
import com.guance.billing.history.Command.Hear;
import com.guance.billing.history.Command.Move;
import com.guance.billing.history.Command.NameSuccessor;
import com.guance.billing.history.Command.Owe;
import com.guance.billing.history.Command.Register;
import com.guance.billing.history.Command.RegisterAwaiting;
import com.guance.billing.history.Command.RegisterExperience;
import com.guance.billing.history.Command.Release;
import com.guance.billing.history.Command.Settle;
import com.guance.billing.history.Command.StaffLock;
import com.guance.billing.history.Command.StaffRelease;
import com.guance.billing.history.Command.Unlock;
import com.guance.billing.history.Command.Wait;
import com.guance.billing.history.Command.Withdraw;

/** Who can be asked: the real thing and its plain model. Each answers {@code ok}, or the names of the refusals. */
interface Side {

    String register(Register command);

    String registerAwaiting(RegisterAwaiting command);

    String registerExperience(RegisterExperience command);

    String settle(Settle command);

    String withdraw(Withdraw command);

    String lock(StaffLock command);

    String release(StaffRelease command);

    String unlock(Unlock command);

    String move(Move command);

    String changeOwner(ChangeOwner command);

    String dissolve(Dissolve command);

    String owe(Owe command);

    String claim(Claim command);

    String release(Release command);

    String hear(Hear command);

    String name(NameSuccessor command);

    String await(Wait command);
}
