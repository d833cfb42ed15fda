package io.tongban.bench.growth;

import io.tongban.bench.lifecycle.Newcomers;
import io.tongban.bench.lifecycle.WholeCase;
import io.tongban.bench.load.Load;
import io.tongban.bench.network.CityNetwork;
import io.tongban.platform.crypto.BlindIndex;
import io.tongban.platform.crypto.FieldEncryption;
import io.tongban.platform.crypto.FileKeys;
import io.tongban.platform.crypto.SigningKeys;
import io.tongban.sandbox.network.Part;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Fills the databases with cases as the services would have written them: the rows of cases that went through the gateway, each under
 * new names, encrypted for its new place, its ledger chained and signed anew. It goes on where an earlier run broke off.
 */
final class BulkWriter {

    private static final int AT_ONCE = 500;
    private static final int TOLD_EVERY = 50_000;
    private static final int MODELS = 40;
    private static final int WRITERS = 2;
    private static final Instant FIRST_CASE = Instant.parse("2024-01-01T00:00:00Z");

    /** Ids carry their time, those of copies an earlier one than any case that went through the gateway. */
    private static final String FIRST_ORIGINAL = "01930000-0000-7000-8000-000000000000";

    private static final String ORIGINALS = """
            select id, person, coalesce((select number from notice where case_id = id limit 1), '') as notice,
                (select visit from ledger_event where case_id = id and seq = 1) as visit
            from case_file
            where status = 'DECIDED' and id >= '%s'
            order by id desc
            limit %d
            """.formatted(FIRST_ORIGINAL, MODELS);

    private static final String QUERY_OF_A_CASE =
            "select id, id_number, person_index from contribution_query where case_ref = ? order by id limit 1";

    private final CityNetwork network;
    private final Map<String, FieldEncryption> encryption = new LinkedHashMap<>();
    private final BlindIndex permitIndex;
    private final BlindIndex adapterIndex;
    private final SigningKeys signing;

    BulkWriter(CityNetwork network) {
        this.network = network;
        FileKeys permit = new FileKeys(network.keysOf(Part.PERMIT_SERVICE));
        FileKeys adapter = new FileKeys(network.keysOf(Part.INSURANCE_ADAPTER));
        FileKeys community = new FileKeys(network.keysOf(Part.COMMUNITY_SERVICE));
        encryption.put("permit", new FieldEncryption(permit.fieldEncryption()));
        encryption.put("insurance", new FieldEncryption(adapter.fieldEncryption()));
        encryption.put("community", new FieldEncryption(community.fieldEncryption()));
        this.permitIndex = new BlindIndex(permit.blindIndex());
        this.adapterIndex = new BlindIndex(adapter.blindIndex());
        this.signing = new SigningKeys(permit.signing());
    }

    /** How many cases there are. */
    long cases() throws SQLException {
        try (Connection connection = network.databases().connect("permit")) {
            return count(connection);
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from case_file")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Writes until there are so many cases, then lets the server learn what its tables hold. */
    void fillTo(long wanted) throws SQLException, IOException, InterruptedException {
        long there = cases();
        if (there >= wanted) {
            return;
        }
        List<Names> originals = originals();
        Supply supply = new Supply(firstFree(), (wanted - there + AT_ONCE - 1) / AT_ONCE);
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.add(threads.submit(() -> {
                    write(originals, supply);
                    return null;
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException("the databases were not filled", failed);
        }
        for (String database : encryption.keySet()) {
            try (Connection connection = network.databases().connect(database);
                    Statement statement = connection.createStatement()) {
                statement.execute("vacuum analyze");
                statement.execute("checkpoint");
            }
        }
    }

    private void write(List<Names> originals, Supply supply) throws SQLException, IOException {
        Map<String, Connection> connections = new LinkedHashMap<>();
        try {
            for (String database : encryption.keySet()) {
                Connection connection = network.databases().connect(database);
                connections.put(database, connection);
                try (Statement statement = connection.createStatement()) {
                    // The rows are whole and chained already; triggers and references would be asked for each of them.
                    statement.execute("set session_replication_role = replica");
                    statement.execute("set synchronous_commit = off");
                }
            }
            List<ModelCase> models = new ArrayList<>();
            for (Names original : originals) {
                models.add(ModelCase.read(connections, encryption, original));
            }
            for (long from = supply.next(); from >= 0; from = supply.next()) {
                writeSome(connections, models, from);
            }
        } finally {
            for (Connection connection : connections.values()) {
                connection.close();
            }
        }
    }

    private void writeSome(Map<String, Connection> connections, List<ModelCase> models, long from)
            throws SQLException, IOException {
        Map<CopiedTable, StringBuilder> texts = new LinkedHashMap<>();
        Map<CopiedTable, List<String>> columns = new LinkedHashMap<>();
        Newcomers newcomers = new Newcomers(from);
        for (long number = from; number < from + AT_ONCE; number++) {
            ModelCase model = models.get((int) (number % models.size()));
            CopiedCase copy = new CopiedCase(model, names(newcomers.next(), number), encryption, signing);
            for (CopiedTable table : CopiedTable.ALL) {
                for (Map<String, @Nullable String> row : copy.rows(table)) {
                    columns.putIfAbsent(table, List.copyOf(row.keySet()));
                    append(texts.computeIfAbsent(table, none -> new StringBuilder()), row);
                }
            }
        }
        for (CopiedTable table : CopiedTable.ALL) {
            StringBuilder rows = texts.get(table);
            if (rows != null) {
                String named = String.join(", ", columns.getOrDefault(table, List.of()));
                Objects.requireNonNull(connections.get(table.database()))
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy " + table.name() + " (" + named + ") from stdin",
                                new StringReader(rows.toString()));
            }
        }
    }

    /** In the text format of COPY. */
    private static void append(StringBuilder text, Map<String, @Nullable String> row) {
        boolean first = true;
        for (String value : row.values()) {
            if (!first) {
                text.append('\t');
            }
            first = false;
            if (value == null) {
                text.append("\\N");
                continue;
            }
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                switch (c) {
                    case '\\' -> text.append("\\\\");
                    case '\t' -> text.append("\\t");
                    case '\n' -> text.append("\\n");
                    case '\r' -> text.append("\\r");
                    default -> text.append(c);
                }
            }
        }
        text.append('\n');
    }

    private Names names(String idNumber, long number) {
        return new Names(
                id(number, 'c'),
                id(number, 'd'),
                id(number, 'e'),
                "N-2017-%08d".formatted(10_000_000 + number),
                idNumber,
                permitIndex.of("person", idNumber),
                adapterIndex.of("insurance-person", idNumber));
    }

    /** Of version 7 and in the order of time, as the database gives them; one millisecond after the one before. */
    private static String id(long number, char which) {
        String time = "%012x".formatted(FIRST_CASE.toEpochMilli() + number);
        return "%s-%s-7%c00-8000-%012x".formatted(time.substring(0, 8), time.substring(8), which, number);
    }

    /** The number after the last copy; visits are written first, so a copy that was not finished counts too. */
    private long firstFree() throws SQLException {
        try (Connection connection = network.databases().connect("community");
                PreparedStatement last = connection.prepareStatement(
                        "select id::text from visit where id < ?::uuid order by id desc limit 1")) {
            last.setString(1, FIRST_ORIGINAL);
            ResultSet row = last.executeQuery();
            return row.next() ? Long.parseLong(row.getString(1).substring(24), 16) + 1 : 0;
        }
    }

    /** Cases that went through the gateway, the latest first; made if there are too few. */
    private List<Names> originals() throws SQLException, IOException, InterruptedException {
        List<Names> found = decided();
        if (found.size() < MODELS) {
            WholeCase newcomer = WholeCase.of(network, 1, new Newcomers(10_000_000 + cases()));
            for (int more = found.size(); more < MODELS; more++) {
                Load.once(newcomer);
            }
            found = decided();
        }
        return found;
    }

    private List<Names> decided() throws SQLException {
        List<Names> found = new ArrayList<>();
        try (Connection permit = network.databases().connect("permit");
                Connection insurance = network.databases().connect("insurance");
                Statement cases = permit.createStatement();
                ResultSet row = cases.executeQuery(ORIGINALS)) {
            while (row.next()) {
                String id = row.getString("id");
                try (PreparedStatement query = insurance.prepareStatement(QUERY_OF_A_CASE)) {
                    query.setString(1, id);
                    ResultSet of = query.executeQuery();
                    if (of.next()) {
                        found.add(new Names(
                                id,
                                row.getString("visit"),
                                of.getString("id"),
                                row.getString("notice"),
                                Objects.requireNonNull(encryption.get("insurance"))
                                        .decryptText(
                                                of.getBytes("id_number"),
                                                "contribution_query:" + of.getString("id") + ":id_number"),
                                row.getString("person"),
                                of.getString("person_index")));
                    }
                }
            }
        }
        return found;
    }

    /** Hands out numbers to writers, some at a time. */
    private static final class Supply {

        private final AtomicLong next;
        private final long end;

        Supply(long first, long times) {
            this.next = new AtomicLong(first);
            this.end = first + times * AT_ONCE;
        }

        /** The first of the next numbers, or -1 when all are written. */
        long next() {
            long first = next.getAndAdd(AT_ONCE);
            if (first % TOLD_EVERY == 0) {
                System.err.printf("%,d of %,d cases written%n", first, end);
            }
            return first < end ? first : -1;
        }
    }
}
