package io.tongban.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.sandbox.network.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every operation as everybody, at its service and at the gateway: whoever {@code doors.md} lets in gets past the door, and nobody
 * else; and who may not see a thing does not learn whether it is there.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@ExtendWith(RunningNetwork.OncePerJvm.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorMatrixIT {

    /** Few at a time: an account may not have more than a tenth of its lane's places. */
    private static final int CONNECTIONS = 4;

    private static final List<Part> SERVICES =
            List.of(Part.PERMIT_SERVICE, Part.COMMUNITY_SERVICE, Part.INSURANCE_ADAPTER);

    private final RunningNetwork network;
    private final DoorTable table = DoorTable.read();
    private final Map<DescribedOperation, Part> operations;
    private final DoorRequests requests;
    private final List<DoorCaller> callers;

    DoorMatrixIT(RunningNetwork network) throws IOException, InterruptedException {
        this.network = network;
        this.operations = described(network);
        DoorAccounts accounts = new DoorAccounts(network);
        DoorThings things = DoorThings.made(
                network.address(Part.PERMIT_SERVICE),
                network.address(Part.COMMUNITY_SERVICE),
                network.address(Part.BUREAUX) + "/partner",
                accounts,
                operations.keySet().stream()
                        .filter(operation -> operation.id().equals("writeDraft"))
                        .findFirst()
                        .orElseThrow()
                        .bodies()
                        .getFirst());
        this.requests = new DoorRequests(things, operations.keySet());
        this.callers = DoorCallers.all(network, accounts, things);
    }

    @Test
    void everyOperationHasARow() {
        List<String> findings = new ArrayList<>();
        operations.forEach((operation, part) -> {
            DoorTable.Row row = table.rows().get(operation.id());
            if (row == null) {
                findings.add("%s of %s has no row in %s: add one that says who is let in"
                        .formatted(operation.id(), part.label(), DoorTable.NAME));
            } else if (!row.service().equals(part.label())) {
                findings.add(
                        "%s is an operation of %s, not of %s".formatted(operation.id(), part.label(), row.service()));
            } else if (!table.needed(row).equals(operation.needsOneOf())) {
                findings.add("%s asks for one of %s, and its row lets in who has one of %s"
                        .formatted(operation.id(), operation.needsOneOf(), table.needed(row)));
            }
        });
        Set<String> known =
                operations.keySet().stream().map(DescribedOperation::id).collect(Collectors.toSet());
        table.rows().keySet().stream()
                .filter(row -> !known.contains(row))
                .forEach(row -> findings.add(
                        "no service has the operation %s: take its row out of %s".formatted(row, DoorTable.NAME)));

        assertThat(findings).isEmpty();
    }

    @Test
    void somebodyHasEveryRoleAndStandsInEveryRelation() throws IOException {
        Set<String> tried = callers.stream()
                .filter(DoorCaller::good)
                .flatMap(caller -> caller.shown(DoorAccounts.API).authorities().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> words = callers.stream()
                .flatMap(caller -> caller.words().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(tried)
                .as("DoorCallers has somebody for every role of the realm")
                .containsAll(DoorCallers.roles().stream().map("role "::concat).toList());
        assertThat(tried)
                .as("DoorCallers has somebody for whatever %s asks for", DoorTable.NAME)
                .containsAll(table.words().values().stream()
                        .map(DoorTable.Word::needs)
                        .toList());
        assertThat(words)
                .as("DoorCallers has somebody in every relation of %s, and in no other", DoorTable.NAME)
                .isEqualTo(table.words().entrySet().stream()
                        .filter(word -> word.getValue().isARelation())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everybodyIsLetInWhereTheTableSaysAndNowhereElse() throws IOException, InterruptedException {
        long began = System.nanoTime();
        List<Future<List<String>>> cells = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        try (ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS)) {
            operations.forEach((operation, part) -> table.row(operation.id()).ifPresent(row -> {
                for (Part at : List.of(part, Part.GATEWAY)) {
                    for (DoorCaller caller : callers) {
                        DoorCell cell = new DoorCell(table, requests, operation, row, at, network.address(at), caller);
                        cells.add(connections.submit(cell::findings));
                    }
                }
            }));
            for (Future<List<String>> cell : cells) {
                findings.addAll(got(cell));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "doors: %d operations, %d callers, %d cells in %d ms%n",
                operations.size(),
                callers.size(),
                cells.size(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));

        assertThat(findings).isEmpty();
    }

    private static List<String> got(Future<List<String>> cell) throws InterruptedException, IOException {
        try {
            return cell.get();
        } catch (ExecutionException failed) {
            throw new IOException("a cell was not answered", failed.getCause());
        }
    }

    private static Map<DescribedOperation, Part> described(RunningNetwork network)
            throws IOException, InterruptedException {
        Map<DescribedOperation, Part> operations = new LinkedHashMap<>();
        for (Part part : SERVICES) {
            String description = new DoorCall("GET", "/openapi", Map.of(), null)
                    .send(network.address(part), "", Map.of())
                    .body();
            DescribedOperation.of(JsonMapper.shared().readTree(description))
                    .forEach(operation -> operations.put(operation, part));
        }
        return operations;
    }
}
