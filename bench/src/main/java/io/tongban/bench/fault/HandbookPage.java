package io.tongban.bench.fault;

import io.tongban.bench.result.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page of the handbook on faults: what an operator sees and does, and what the last whole run came to. */
final class HandbookPage {

    private HandbookPage() {}

    /** Writes {@code docs/operations/faults.md}. */
    static void write(Path root, List<Suffered> all) throws IOException {
        Files.write(root.resolve("docs/operations/faults.md"), lines(all));
    }

    static List<String> lines(List<Suffered> all) {
        List<String> lines = new ArrayList<>(List.of(
                "# Faults",
                "",
                "What happens to the network when a part of it fails, and what is to be done. `bench/run faults` makes each of these faults under a",
                "load of whole cases and writes this page: change it there (`bench/src/main/java/io/tongban/bench/fault`). The reasons are in",
                "[ADR 0200](../adr/0200-faults-are-made-in-real-processes.md).",
                "",
                "*Lost*: acts that somebody was told had been done and that no ledger has. *Twice*: acts that are there more often than that.",
                "*False refusals*: requests in order that were refused, cases sent to a person or received provisionally without a cause. *Wait*: cases",
                "received provisionally because a source was silent, as it should be; they were all decided afterwards. *Back after*: from the end of the",
                "fault (of a kill: from the kill) until a whole case went through again, the median and the worst.",
                ""));
        Table table = Table.of(
                "What became of the work", "fault", "times", "lost", "twice", "false refusals", "wait", "back after");
        Table operators = Table.of("What you see and do", "fault", "what is done", "you");
        for (Suffered suffered : all) {
            Fault fault = suffered.fault();
            operators.row(fault.name(), fault.what(), fault.operator());
            MeasureFaults.row(table, suffered);
        }
        lines.addAll(table.lines());
        Map<String, List<String>> leftOut = all.stream()
                .filter(Suffered::isLeftOut)
                .collect(Collectors.groupingBy(
                        Suffered::leftOut,
                        LinkedHashMap::new,
                        Collectors.mapping(suffered -> suffered.fault().name(), Collectors.toList())));
        leftOut.forEach((why, names) ->
                lines.addAll(List.of("Left out were " + String.join(", ", names) + ": " + why + ".", "")));
        lines.addAll(operators.lines());
        return lines;
    }
}
