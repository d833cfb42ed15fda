package io.tongban.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.platform.problem.Problem;
import java.util.List;
import java.util.UUID;
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
    void aListOfIdsIsReadOnBehindOne() {
        UUID id = UUID.fromString("0199b3b2-5d0e-7c41-8a6f-3f1d2b9c7e10");

        assertThat(new PageRequest(id.toString(), 50).afterId()).isEqualTo(id);
        assertThat(new PageRequest(null, 50).afterId()).isNull();
        assertThatThrownBy(() -> new PageRequest("x", 50).afterId()).isInstanceOf(Problem.class);
    }

    @Test
    void aLimitIsFromOneToTwoHundred() {
        assertThat(new PageRequest(null, 200).limit()).isEqualTo(200);
        assertThatThrownBy(() -> new PageRequest(null, 201)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PageRequest(null, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
