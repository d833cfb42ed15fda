package io.tongban.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorTableTests {

    private static final String ROWS = """
            | word | needs | who that is |
            |---|---|---|
            | the owner | role clerk | made it |
            | any auditor | role auditor | |

            | operation | service | gateway | let in | otherwise |
            |---|---|---|---|---|
            | readThing | things | yes | the owner, any auditor | thing-unknown, pass-* |
            | listThings | things | no | everybody | |

            | refusal | why that may be learned |
            |---|---|
            | pass-old | a reason |
            """;

    @Test
    void saysWhoIsLetInAndWhatTheOthersAreTold() {
        DoorTable table = DoorTable.of(ROWS);
        DoorTable.Row row = table.row("readThing").orElseThrow();

        assertThat(table.needed(row)).isEqualTo(Set.of("role clerk", "role auditor"));
        assertThat(row.refusesWith("/errors/thing-unknown")).isTrue();
        assertThat(row.refusesWith("/errors/thing-unknown-too")).isFalse();
        assertThat(row.refusesWith("/errors/pass-old")).isTrue();
        assertThat(table.mayTell("/errors/pass-old")).isTrue();
        assertThat(table.mayTell("/errors/thing-unknown")).isFalse();
        assertThat(table.row("listThings").filter(DoorTable.Row::isForEverybody))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "| readThing | things | yes | any auditor | |; is there twice",
                "| any auditor | role auditor | |; is there twice",
                "| writeThing | things | yes | the heir | |; does not explain",
                "| writeThing | things | perhaps | the owner | |; neither yes nor no",
                "| writeThing | things | yes | the owner |; is of no table"
            })
    void refusesARowThatCouldBeMisread(String row, String why) {
        assertThatThrownBy(() -> DoorTable.of(ROWS + row + "\n")).hasMessageContaining(why);
    }
}
