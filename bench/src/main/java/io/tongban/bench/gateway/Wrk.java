package io.tongban.bench.gateway;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Load by wrk, which takes little of the cores that it shares with what it measures. */
final class Wrk {

    private static final Pattern RESULT = Pattern.compile("result ([0-9.]+) ([0-9.]+) ([0-9.]+) ([0-9.]+) ?(.*)");

    private final Path folder;

    Wrk(Path folder) {
        this.folder = folder;
    }

    /** As many calls as so many connections can make, each with the next of the tokens; an empty one is none. */
    Result flatOut(URI address, List<String> tokens, int connections, Duration time)
            throws IOException, InterruptedException {
        return run(address, tokens, connections, time, "");
    }

    /** So many calls a second, evenly; those that are late are made up for, as long as 64 at once suffice. */
    Result paced(URI address, List<String> tokens, double perSecond, Duration time)
            throws IOException, InterruptedException {
        return run(address, tokens, 64, time, pace(perSecond));
    }

    private Result run(URI address, List<String> tokens, int connections, Duration time, String delay)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path shown = Files.write(Files.createTempFile(folder, "tokens", ".txt"), tokens);
        Path script = Files.writeString(
                Files.createTempFile(folder, "load", ".lua"), script(shown, address.getRawPath(), delay));
        Process wrk = started(List.of(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + Math.max(1, time.toSeconds()) + "s",
                "-s",
                script.toString(),
                address.toString()));
        String printed = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        wrk.waitFor();
        Matcher result = RESULT.matcher(printed);
        if (!result.find()) {
            throw new IOException("wrk said: " + printed.strip());
        }
        return Result.of(result);
    }

    /** Lua knows no time finer than a second; that of the machine is asked. */
    private static String pace(double perSecond) {
        return """
                local ffi = require("ffi")
                ffi.cdef("typedef struct { long seconds; long nanoseconds; } moment; int clock_gettime(int, moment *);")
                local moment, first, sent = ffi.new("moment"), nil, 0
                local function now()
                  ffi.C.clock_gettime(1, moment)
                  return tonumber(moment.seconds) * 1000 + tonumber(moment.nanoseconds) / 1e6
                end
                function delay()
                  first, sent = first or now(), sent + 1
                  return math.max(0, first + sent * %s - now())
                end
                """.formatted(1000 / perSecond);
    }

    private static String script(Path tokens, String path, String delay) {
        return """
                local requests, next, threads, counted = {}, 0, {}, {"200", "401", "429", "503"}
                function setup(thread) table.insert(threads, thread) end
                function init()
                  for token in io.lines("%1$s") do
                    local headers = {["Accept"] = "application/json", ["Accept-Language"] = "zh-CN,zh;q=0.9"}
                    if token ~= "" then headers["Authorization"] = "Bearer " .. token end
                    requests[#requests + 1] = wrk.format("GET", "%2$s", headers)
                  end
                  for _, status in ipairs(counted) do _G["s" .. status] = 0 end
                  sOther = 0
                end
                function request() next = next %% #requests + 1; return requests[next] end
                function response(status)
                  local name = "s" .. status
                  if _G[name] then _G[name] = _G[name] + 1 else sOther = sOther + 1 end
                end
                %3$s
                function done(summary, latency)
                  local line = string.format("result %%.1f %%.3f %%.3f %%.3f", summary.requests / (summary.duration / 1e6),
                    latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency:percentile(99) / 1e3)
                  counted[#counted + 1] = "Other"
                  for _, status in ipairs(counted) do
                    local sum = 0
                    for _, thread in ipairs(threads) do sum = sum + thread:get("s" .. status) end
                    line = line .. " " .. status .. "=" .. sum
                  end
                  local errors = summary.errors
                  print(line .. " broken=" .. (errors.connect + errors.read + errors.write + errors.timeout))
                end
                """.formatted(tokens, path, delay);
    }

    private static Process started(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException none) {
            throw new IOException("no wrk is installed; on Debian: apt-get install wrk", none);
        }
    }

    /**
     * What came of a load.
     *
     * @param rate calls a second
     * @param p50 milliseconds
     * @param p95 milliseconds
     * @param p99 milliseconds
     * @param answers how many of each status, those that broke included
     */
    record Result(double rate, double p50, double p95, double p99, Map<String, Long> answers) {

        private static Result of(Matcher result) {
            Map<String, Long> answers = new TreeMap<>();
            for (String counted : result.group(5).split(" ", -1)) {
                int sign = counted.indexOf('=');
                answers.put(counted.substring(0, sign), Long.valueOf(counted.substring(sign + 1)));
            }
            return new Result(
                    Double.parseDouble(result.group(1)),
                    Double.parseDouble(result.group(2)),
                    Double.parseDouble(result.group(3)),
                    Double.parseDouble(result.group(4)),
                    answers);
        }

        long calls() {
            return answers.values().stream().mapToLong(Long::longValue).sum();
        }

        long with(String... statuses) {
            return List.of(statuses).stream()
                    .mapToLong(status -> answers.getOrDefault(status, 0L))
                    .sum();
        }
    }
}
