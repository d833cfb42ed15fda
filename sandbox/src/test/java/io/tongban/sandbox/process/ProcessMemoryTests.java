package io.tongban.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessMemoryTests {

    @Test
    void weighsThisProcess() {
        ProcessMemory memory = ProcessMemory.of(List.of(ProcessHandle.current()));

        assertThat(memory.mebibytes()).isBetween(20L, 4_000L);
    }

    @Test
    void weighsNothingWhenThereIsNoProcess() {
        assertThat(ProcessMemory.of(List.of()).mebibytes()).isZero();
    }
}
