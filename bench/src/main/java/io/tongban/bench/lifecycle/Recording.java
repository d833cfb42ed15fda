package io.tongban.bench.lifecycle;

import io.tongban.bench.load.Load;
import io.tongban.bench.network.CityNetwork;
import io.tongban.bench.result.Table;
import io.tongban.sandbox.network.DatabaseAdministrator;
import io.tongban.sandbox.network.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements that a case sends to each database, as the server logged them, made into scripts of pgbench. */
final class Recording {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private static final int SAMPLES = 12;

    private final Map<String, ReplayScript> scripts;

    private Recording(Map<String, ReplayScript> scripts) {
        this.scripts = scripts;
    }

    /** Has the server log the statements of some cases, one after the other: what differs between two is the case's own. */
    static Recording of(CityNetwork network, Newcomers newcomers)
            throws IOException, InterruptedException, SQLException {
        WholeCase cases = WholeCase.of(network, 1, newcomers);
        Load.once(cases); // so that pools, keys and statements are there
        Path log = network.log(Part.POSTGRESQL);
        configure(network, "log_line_prefix = '" + Sent.PREFIX + "'", "log_statement = 'all'");
        List<List<Sent>> recorded = new ArrayList<>();
        try {
            for (int sample = 0; sample < SAMPLES; sample++) {
                long from = Files.size(log);
                Load.once(cases);
                recorded.add(Sent.in(textFrom(log, from)));
            }
        } finally {
            configure(network, "log_statement = 'none'");
        }
        Map<String, ReplayScript> scripts = new TreeMap<>();
        for (String database : List.of("permit", "insurance", "community")) {
            scripts.put(database, ReplayScript.of(database, recorded));
        }
        return new Recording(scripts);
    }

    private static String textFrom(Path log, long from) throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        return new String(bytes, (int) from, (int) (bytes.length - from), StandardCharsets.UTF_8);
    }

    private static void configure(CityNetwork network, String... settings) throws SQLException, InterruptedException {
        try (Connection connection = network.databases().connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String setting : settings) {
                statement.execute("alter system set " + setting);
            }
            statement.execute("select pg_reload_conf()");
        }
        Thread.sleep(500); // the server tells nobody when its sessions have read their settings again
    }

    /** Transactions of a whole case a second, by database, each played by pgbench for this time. */
    Map<String, Double> replayed(CityNetwork network, Duration time) throws IOException, InterruptedException {
        Map<String, Double> rates = new LinkedHashMap<>();
        for (Map.Entry<String, ReplayScript> script : scripts.entrySet()) {
            rates.put(script.getKey(), replayed(network.databases(), script.getKey(), script.getValue(), time));
        }
        return rates;
    }

    private static double replayed(
            DatabaseAdministrator administrator, String database, ReplayScript script, Duration time)
            throws IOException, InterruptedException {
        Path file = Files.createTempFile("case-" + database, ".sql");
        try {
            Files.writeString(file, script.text());
            ProcessBuilder pgbench = new ProcessBuilder(
                            "pgbench",
                            "--no-vacuum",
                            "--protocol=prepared",
                            "--client=16",
                            "--jobs=2",
                            "--time=" + time.toSeconds(),
                            "--host=127.0.0.1",
                            "--port=" + administrator.port(),
                            "--username=" + administrator.name(),
                            "--file=" + file,
                            database)
                    .redirectErrorStream(true);
            pgbench.environment().put("PGPASSWORD", administrator.password());
            Process process = pgbench.start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher rate = RATE.matcher(printed);
            if (process.waitFor() != 0 || !rate.find()) {
                Path kept = Path.of(System.getProperty("java.io.tmpdir"), "case-" + database + "-refused.sql");
                Files.writeString(kept, script.text());
                throw new IOException("pgbench did not play " + kept + ":\n"
                        + printed.lines()
                                .filter(line -> line.contains("error"))
                                .limit(12)
                                .reduce("", (all, line) -> all + line + "\n"));
            }
            return Double.parseDouble(rate.group(1));
        } finally {
            Files.delete(file);
        }
    }

    Table table(Map<String, Double> rates) {
        Table table = Table.of(
                "What a case asks of the databases", "database", "statements", "transactions", "pgbench, cases/s");
        scripts.forEach((database, script) -> table.row(
                database,
                Integer.toString(script.statements()),
                Integer.toString(script.transactions()),
                String.format(Locale.ROOT, "%.1f", rates.getOrDefault(database, Double.NaN))));
        return table;
    }
}
