package com.guance.billing.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.guance.billing.testing.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SecretsTest {

    private static final String SECRET = "s3cret-and-long-enough";

    @Test
    @DisplayName("ARR-1 a registration token never shows itself, nor does what carries it")
    void tokenIsHidden() {
        RegistrationToken token = new RegistrationToken(SECRET);

        assertThat(token.value()).isEqualTo(SECRET);
        assertThat(token).hasToString("RegistrationToken[hidden]");
        assertThat(new Landing(World.PRODUCT, token, true).toString()).doesNotContain(SECRET);
    }

    @Test
    @DisplayName("ARR-1 the refusal of an unusable token does not repeat it")
    void refusedTokenIsHidden() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegistrationToken(SECRET.repeat(1000)))
                .withMessageNotContaining(SECRET);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegistrationToken(SECRET + "\n"))
                .withMessageNotContaining(SECRET);
        assertThatIllegalArgumentException().isThrownBy(() -> new RegistrationToken(" "));
    }

    @Test
    @DisplayName("ARR-2 a claim ticket never shows itself")
    void ticketIsHidden() {
        assertThat(new ClaimTicket(SECRET)).hasToString("ClaimTicket[hidden]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClaimTicket(SECRET.repeat(10)))
                .withMessageNotContaining(SECRET);
    }

    @Test
    @DisplayName("ARR-2 what is stored of a ticket is its SHA-256")
    void digest() {
        assertThat(new ClaimTicket("abc").digest())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    @DisplayName("ARR-2 a ticket is made of 16 bytes of chance or more, and of all of them")
    void ticketOfChance() {
        assertThatIllegalArgumentException().isThrownBy(() -> ClaimTicket.of(new byte[15]));
        assertThat(ClaimTicket.of(new byte[16]).value()).isEqualTo("AAAAAAAAAAAAAAAAAAAAAA");
        byte[] chance = new byte[32];
        chance[31] = -1;
        assertThat(ClaimTicket.of(chance).value()).isEqualTo("A".repeat(40) + "AP8");
    }
}
