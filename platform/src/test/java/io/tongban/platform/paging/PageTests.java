package io.tongban.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A page knows whether another one follows. */
class PageTests {

    @Test
    void aFullPageWithOneMoreBehindItHasANext() {
        Page<Integer> page = Page.of(List.of(1, 2, 3), 2, String::valueOf);
        assertThat(page).isEqualTo(new Page<>(List.of(1, 2), "2"));
        assertThat(page.map(number -> "#" + number)).isEqualTo(new Page<>(List.of("#1", "#2"), "2"));
    }

    @Test
    void theLastPageHasNone() {
        assertThat(Page.of(List.of(1, 2), 2, String::valueOf).next()).isNull();
        assertThat(Page.of(List.<Integer>of(), 2, String::valueOf).next()).isNull();
    }

    @Test
    void aLimitIsFromOneToTwoHundred() {
        assertThat(new PageRequest(null, 200).limit()).isEqualTo(200);
        assertThatThrownBy(() -> new PageRequest(null, 201)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PageRequest(null, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
