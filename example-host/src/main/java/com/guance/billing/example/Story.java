package com.guance.billing.example;

/** The story of the vendor's page "Amazon Cloud Account Billing", from first to last. */
final class Story {

    private final World world;
    private final Narrator narrator;

    Story(World world, Narrator narrator) {
        this.world = world;
        this.narrator = narrator;
    }

    void tell() {
        Notices notices = new Notices(world, narrator);
        new Arriving(world, narrator, notices).tell();
        new Binding(world, narrator).tell();
        new Metering(world, narrator).tell();
        new Cancelling(world, narrator, notices).tell();
        new Unlocking(world, narrator).tell();
        new Returning(world, narrator, notices).tell();
        new Accounting(world, narrator).tell();
    }
}
