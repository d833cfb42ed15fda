package io.tongban.permit.casefile.suite;

import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.papers.LastDay;
import io.tongban.engine.point.OpenPoint;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.suite.Differences;
import io.tongban.permit.casefile.notice.DemandAnswer;
import io.tongban.permit.casefile.notice.JudgedPoint;
import io.tongban.permit.casefile.notice.JudgedPoint.Breach;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a suite expects of a look and of the demands after it, beside what they came to. */
final class LookExpectation {

    private final DocumentNode look;
    private final LookResult result;
    private final Differences differences = new Differences();

    LookExpectation(DocumentNode look, LookResult result) {
        this.look = look;
        this.result = result;
    }

    List<String> differences() {
        look.get("expect").members().forEach(this::compare);
        look.find("demands").map(DocumentNode::items).orElse(List.of()).forEach(this::compareDemand);
        return differences.lines();
    }

    private void compare(String key, DocumentNode expected) {
        switch (key) {
            case "outcome" ->
                differences.compare(key, expected, result.findings().outcome());
            case "complete" ->
                differences.compare(key, expected, result.completeness().complete());
            case "notice" -> differences.compare(key, expected, result.reason().isPresent());
            case "reason" -> differences.compare(key, expected, result.reason().orElse(null));
            case "points" -> differences.compareMaps(key, expected, points());
            case "units" -> differences.compareSets(key, expected, units());
            case "readyOn" ->
                differences.compare(key, expected, result.findings().readyOn());
            case "until" -> differences.compareMaps(key, expected, until());
            case "judged" -> compareJudged(expected);
            case "notBinding" -> differences.compareSets(key, expected, notBinding());
            case "outcomeUnconfirmed" ->
                differences.compare(key, expected, result.counted().outcome());
            default -> throw new IllegalStateException("the keys were checked: " + key);
        }
    }

    private Map<String, Object> points() {
        Map<String, Object> points = new TreeMap<>();
        result.findings().points().forEach(point -> points.put(point.point().toString(), point.state()));
        return points;
    }

    private List<String> units() {
        return result.findings().points().stream()
                .map(OpenPoint::standsFor)
                .flatMap(List::stream)
                .map(NamedPaper::unit)
                .map(String::valueOf)
                .toList();
    }

    /** What the notice says; where there is none, nothing. */
    private Map<String, Object> until() {
        Map<String, TreeSet<LocalDate>> days = new TreeMap<>();
        if (result.reason().isPresent()) {
            for (LastDay day : result.findings().until()) {
                days.computeIfAbsent(day.paper().toString(), paper -> new TreeSet<>())
                        .add(day.on());
            }
        }
        return new TreeMap<>(days);
    }

    private List<String> notBinding() {
        return result.counted().points().stream()
                .filter(point -> !point.binding())
                .map(point -> point.point().toString())
                .toList();
    }

    private void compareJudged(DocumentNode expected) {
        differences.compareSets(
                "judged",
                expected.items().stream().map(one -> one.get("point").text()).toList(),
                result.judged().stream().map(one -> one.point().point()).toList());
        for (DocumentNode wanted : expected.items()) {
            result.judged().stream()
                    .filter(one -> one.point()
                            .point()
                            .toString()
                            .equals(wanted.get("point").text()))
                    .forEach(one -> compareJudged(wanted, one));
        }
    }

    private void compareJudged(DocumentNode expected, JudgedPoint judged) {
        expected.members().forEach((key, value) -> {
            @Nullable
            Object found = switch (key) {
                case "point" -> judged.point().point();
                case "verdict" -> judged.verdict();
                case "rule" -> judged.rule();
                case "against" -> ofBreach(judged, Breach::against);
                case "host" -> ofBreach(judged, Breach::host);
                case "noticeOf" -> ofBreach(judged, breach -> breach.notice().givenOn());
                default -> throw new IllegalStateException("the keys were checked: " + key);
            };
            differences.compare(judged.point().point() + " " + key, value, found);
        });
    }

    private static @Nullable Object ofBreach(JudgedPoint judged, Function<Breach, @Nullable Object> part) {
        return Optional.ofNullable(judged.breach()).map(part).orElse(null);
    }

    private void compareDemand(DocumentNode demand) {
        NamedPaper paper = new NamedPaper(
                demand.get("paper").text(),
                demand.find("unit")
                        .filter(unit -> !unit.isNull())
                        .map(DocumentNode::text)
                        .orElse(null));
        DemandAnswer answer = result.demands().answer(demand.get("criterion").text(), paper);
        differences.compare("demand of " + paper, demand.get("expect"), word(answer));
    }

    /** As the problem of a refused demand is called. */
    private static String word(DemandAnswer answer) {
        return switch (answer) {
            case DemandAnswer.OutsideStandard outside -> "outside-standard";
            case DemandAnswer.PaperHolds holds -> "paper-holds";
            case DemandAnswer.AlreadyMet met -> "already-met";
            case DemandAnswer.InNotice named -> "ok";
            case DemandAnswer.EnterDefect defect -> "enter-defect";
        };
    }
}
