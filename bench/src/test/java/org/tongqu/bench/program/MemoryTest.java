package org.tongqu.bench.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FEATURE: the memory of a process is read from where Linux keeps it. */
class MemoryTest {

    @Test
    void theResidentMemoryIsReadInMebibytes() {
        assertThat(Memory.residentMib(List.of("Name:\tjava", "VmHWM:\t  999999 kB", "VmRSS:\t  358400 kB")))
                .isEqualTo(350);
    }

    @Test
    void thisVeryProcessHasSome() throws Exception {
        assertThat(Memory.residentMib(Files.readAllLines(Path.of("/proc/self/status"))))
                .isBetween(10L, 10_000L);
    }

    @Test
    void aProcessThatEndedIsNotTakenForAnEmptyOne() {
        assertThatThrownBy(() -> Memory.residentMib(List.of("Name:\tjava", "State:\tZ (zombie)")))
                .hasMessageContaining("has ended");
    }
}
