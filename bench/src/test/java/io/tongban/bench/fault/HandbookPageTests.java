package io.tongban.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.bench.fault.Faults.Pace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of the handbook has the faults that are made, in the words of the code. */
class HandbookPageTests {

    private static final String WHAT_YOU_SEE = "## What you see and do";

    @Test
    void thePageTellsOfEachFaultThatIsMade() throws Exception {
        List<String> page = Files.readAllLines(Path.of("../docs/operations/faults.md"));
        List<Suffered> all = new Faults(1, Pace.WHOLE)
                .all().stream()
                        .map(fault -> Suffered.leftOut(fault, "nobody made it"))
                        .toList();

        assertThat(rows(page)).isEqualTo(rows(HandbookPage.lines(all)));
    }

    private static List<List<String>> rows(List<String> page) {
        return page.subList(page.indexOf(WHAT_YOU_SEE), page.size()).stream()
                .filter(line -> line.startsWith("| "))
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .toList();
    }
}
