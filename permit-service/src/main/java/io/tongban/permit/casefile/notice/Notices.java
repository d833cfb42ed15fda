package io.tongban.permit.casefile.notice;

import io.tongban.engine.rule.CriterionState;
import io.tongban.permit.casefile.look.Look;
import io.tongban.permit.casefile.look.Look.OpenPoint;
import io.tongban.platform.clock.BusinessClock;
import io.tongban.platform.crypto.BlindIndex;
import io.tongban.platform.crypto.FieldEncryption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The notices that applicants were given; the runtime role can add and read them, no more. */
@Repository
public class Notices {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> SETTLED = Set.of("MET", "WAIVED");

    private static final Pattern OF_UNIT = Pattern.compile("([^:#]+:[^:#]+):(.+)");

    private final JdbcClient jdbc;
    private final FieldEncryption encryption;
    private final BlindIndex blindIndex;
    private final BusinessClock clock;

    Notices(JdbcClient jdbc, FieldEncryption encryption, BlindIndex blindIndex, BusinessClock clock) {
        this.jdbc = jdbc;
        this.encryption = encryption;
        this.blindIndex = blindIndex;
        this.clock = clock;
    }

    /**
     * Gives the complete list of what a check found open, within the caller's transaction. Once means once: while the latest
     * notice names all of it, none in a better state and no earlier ready date, that one stands and nothing is given.
     *
     * @param window null when the service gives it by itself
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Notice> giveIfNew(UUID caseId, Look look, @Nullable UUID window) {
        Set<String> points = points(look);
        boolean said = latest(caseId)
                .filter(notice -> notice.points().containsAll(points) && !hasWorsened(notice, look))
                .isPresent();
        return points.isEmpty() || said ? Optional.empty() : Optional.of(give(caseId, look, window));
    }

    /** Whether a point is in a worse state than the notice said, or everything is met later than it said. */
    private static boolean hasWorsened(Notice notice, Look look) {
        JsonNode content = JSON.readTree(notice.content());
        Map<String, CriterionState> said = new HashMap<>();
        content.path("points")
                .forEach(point -> said.put(
                        point.path("id").asString(),
                        CriterionState.valueOf(point.path("state").asString())));
        boolean worseState = look.openPoints().stream()
                .anyMatch(point -> point.state().compareTo(said.getOrDefault(point.criterion(), point.state())) > 0);
        return worseState || isLater(content.path("readyOn"), look);
    }

    /** That papers can be brought today is no later date than that they could be brought on an earlier day. */
    private static boolean isLater(JsonNode said, Look look) {
        LocalDate readyOn = look.readyOn();
        if (!said.isString()) {
            return false;
        }
        return readyOn == null
                || (readyOn.isAfter(LocalDate.parse(said.stringValue())) && readyOn.isAfter(look.appliedOn()));
    }

    /** Gives the complete list even if an earlier notice named it all, since dates have moved. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Notice give(UUID caseId, Look look, @Nullable UUID window) {
        LocalDate today = clock.today();
        Notice notice = new Notice(number("notice_number", "N", today), today, points(look), content(look));
        jdbc.sql("""
            insert into notice (case_id, number, given_on, window_id, points, content)
            values (:caseId, :number, :givenOn, :window, :points, :content)
            """)
                .param("caseId", caseId)
                .param("number", notice.number())
                .param("givenOn", notice.givenOn())
                .param("window", window)
                .param("points", notice.points().toArray(String[]::new))
                .param("content", encryption.encrypt(notice.content(), context(notice.number())))
                .update();
        return notice;
    }

    /** A new number of a receipt. */
    public String receiptNumber() {
        return number("receipt_number", "R", clock.today());
    }

    public Optional<Notice> latest(UUID caseId) {
        return jdbc.sql("""
            select number, given_on, points, content
            from notice
            where case_id = :caseId
            order by given_at desc
            limit 1
            """).param("caseId", caseId).query(this::notice).optional();
    }

    private String number(String sequence, String letter, LocalDate today) {
        long next = jdbc.sql("select nextval(:sequence::regclass)")
                .param("sequence", sequence)
                .query(Long.class)
                .single();
        return "%s-%d-%08d".formatted(letter, today.getYear(), next);
    }

    private Set<String> points(Look look) {
        Set<String> points = new TreeSet<>();
        for (OpenPoint point : look.openPoints()) {
            points.add(point.criterion());
            point.missing().forEach(paper -> points.add(hidingUnit(point.criterion() + ":" + paper)));
        }
        return points;
    }

    /** Where someone works is not in the clear: of {@code criterion:paper:unit} the unit is a keyed index. */
    private String hidingUnit(String point) {
        Matcher ofUnit = OF_UNIT.matcher(point);
        return ofUnit.matches() ? ofUnit.group(1) + "#" + blindIndex.of("notice-unit", ofUnit.group(2)) : point;
    }

    private static String content(Look look) {
        JsonNode assessment = JSON.readTree(look.assessment());
        ObjectNode content = JSON.createObjectNode();
        ArrayNode points = content.putArray("points");
        for (JsonNode criterion : assessment.path("criteria")) {
            if (!SETTLED.contains(criterion.path("state").stringValue(""))) {
                points.add(criterion);
            }
        }
        content.set("missing", assessment.path("missing"));
        content.set("readyOn", assessment.path("readyOn"));
        content.set("lapsing", assessment.path("lapsing"));
        content.put("assessment", look.digest());
        return JSON.writeValueAsString(content);
    }

    private Notice notice(ResultSet row, int number) throws SQLException {
        String named = row.getString("number");
        return new Notice(
                named,
                row.getObject("given_on", LocalDate.class),
                Arrays.stream((String[]) row.getArray("points").getArray())
                        .map(this::hidingUnit) // an old notice names units
                        .collect(Collectors.toUnmodifiableSet()),
                encryption.decryptText(row.getBytes("content"), context(named)));
    }

    private static String context(String number) {
        return "notice:" + number;
    }
}
