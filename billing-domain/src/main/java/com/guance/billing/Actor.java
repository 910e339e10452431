package com.guance.billing;

/** Who asks. The host authenticates; the library checks only what the domain knows (SET-2). */
public sealed interface Actor {

    /**
     * 拥有者 of a workspace.
     *
     * @param user the person
     */
    record Owner(UserId user) implements Actor {

        /** Refuses nulls. */
        public Owner {
            Required.value(user, "user");
        }
    }

    /**
     * 管理员 of a workspace; may not change who pays (SET-2).
     *
     * @param user the person
     */
    record Administrator(UserId user) implements Actor {

        /** Refuses nulls. */
        public Administrator {
            Required.value(user, "user");
        }
    }

    /**
     * The holder of a Billing Center account.
     *
     * @param account the account held
     */
    record Holder(BillingCenterAccountId account) implements Actor {

        /** Refuses nulls. */
        public Holder {
            Required.value(account, "account");
        }
    }

    /**
     * 客户经理: the vendor's own staff.
     *
     * @param user the person
     */
    record Staff(UserId user) implements Actor {

        /** Refuses nulls. */
        public Staff {
            Required.value(user, "user");
        }
    }

    /**
     * A marketplace that told us something.
     *
     * @param name the marketplace's name, as in its profile
     */
    record Marketplace(String name) implements Actor {

        /** Refuses nulls. */
        public Marketplace {
            Required.value(name, "name");
        }
    }

    /** 费用中心: the vendor's Billing Center, the system itself. Not the {@link Holder} of one of its accounts. */
    record BillingCenter() implements Actor {}

    /** The passing of time. */
    record Clock() implements Actor {}

    /** Whether it is the vendor itself, staff or Billing Center (FIN-1, LOCK-7): nobody else says what only the vendor can know. */
    default boolean isOfVendor() {
        return this instanceof Staff || this instanceof BillingCenter;
    }
}
