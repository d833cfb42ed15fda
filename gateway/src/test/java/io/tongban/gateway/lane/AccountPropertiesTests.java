package io.tongban.gateway.lane;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountPropertiesTests {

    private final AccountProperties accounts = new AccountProperties(10, 50);

    @Test
    void aShareIsRoundedUpAndAtLeastOnePlace() {
        assertThat(accounts.placesIn(Lane.ONLINE, 80)).isEqualTo(8);
        assertThat(accounts.placesIn(Lane.ONLINE, 81)).isEqualTo(9);
        assertThat(accounts.placesIn(Lane.ONLINE, 1)).isEqualTo(1);
        assertThat(accounts.placesIn(Lane.PARTNER, 40)).isEqualTo(20);
    }
}
