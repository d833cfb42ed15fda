package io.tongban.permit.casefile.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.assessment.Outcome;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.standard.StandardReference;
import io.tongban.permit.casefile.look.Look;
import io.tongban.permit.casefile.look.Look.OpenPoint;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a notice that was given says all that a later look found. */
class NoticeTests {

    private static final LocalDate DAY = LocalDate.of(2017, 4, 6);

    @ParameterizedTest(name = "told {0}, found {1}: {2}")
    @CsvSource({
        "photo:MISSING photo, photo:MISSING photo, true",
        "photo:MISSING photo, photo:TOLERABLE photo, true",
        "photo:TOLERABLE photo, photo:MISSING photo, false",
        "photo:MISSING photo, residence:NOT_YET, false",
        "photo:MISSING photo, photo:MISSING other, false",
        "employment:MISSING labour-contract:1, employment:MISSING labour-contract:1, true",
        "employment:MISSING labour-contract:1, employment:MISSING labour-contract:2, false",
        "employment:MISSING labour-contract:1, employment:MISSING labour-contract, false",
        "employment:MISSING labour-contract:1, employment:MISSING, true"
    })
    void coversTheSamePointsInNoBetterState(String told, String found, boolean covered) {
        assertThat(isCovered(look(told, DAY, DAY), look(found, DAY, DAY))).isEqualTo(covered);
    }

    @ParameterizedTest(name = "ready on {0}, then, asked on {2}, on {1}: {3}")
    @CsvSource(nullValues = "?", textBlock = """
        2017-05-18, 2017-05-18, 2017-04-07, true
        2017-05-18, 2017-05-19, 2017-04-07, false
        2017-05-18, 2017-05-17, 2017-04-07, true
        2017-05-18, ?,          2017-04-07, false
        2017-05-18, 2017-05-20, 2017-05-20, true
        2017-05-18, 2017-05-21, 2017-05-20, false
        ?,          2017-05-18, 2017-04-07, true
        """)
    void coversNoLaterDate(@Nullable LocalDate told, @Nullable LocalDate found, LocalDate appliedOn, boolean covered) {
        assertThat(isCovered(look("a:NOT_YET", told, DAY), look("a:NOT_YET", found, appliedOn)))
                .isEqualTo(covered);
    }

    @Test
    void saysWhatTheAssessmentSaysOfEachOpenCriterion() {
        NoticeContent content = NoticeContent.of(look("photo:MISSING photo", DAY, DAY));

        assertThat(content.json()).isEqualTo("""
                {"points":[{"id":"photo","state":"MISSING"}],"missing":["photo"],"readyOn":"2017-04-06","lapsing":[],\
                "assessment":"sha256:2"}""");
        assertThat(NoticeContent.read(content.json())).isEqualTo(content);
    }

    private static boolean isCovered(Look told, Look found) {
        NoticeContent content = NoticeContent.of(told);
        return new Notice("N-2017-00000001", DAY, points(told), NoticeContent.read(content.json()))
                .covers(found, points(found));
    }

    private static Set<NoticePoint> points(Look look) {
        return look.points().stream()
                .map(point -> NoticePoint.of(point, unit -> "x" + unit))
                .collect(Collectors.toSet());
    }

    /** With one open criterion, as {@code id:STATE paper}, beside one that is met. */
    private static Look look(String open, @Nullable LocalDate readyOn, LocalDate appliedOn) {
        String[] parts = open.split("[: ]", 3);
        List<NamedPaper> missing = parts.length == 3 ? List.of(NamedPaper.of(parts[2])) : List.of();
        return new Look(
                new StandardReference("residence-permit", "R1", "sha256:1"),
                appliedOn,
                null,
                null,
                false,
                Outcome.INCOMPLETE,
                List.of(new OpenPoint(parts[0], CriterionState.valueOf(parts[1]), missing)),
                readyOn,
                "sha256:2",
                null,
                null,
                """
                {"criteria":[{"id":"identity","state":"MET"},{"id":"%s","state":"%s"}],"missing":[%s],"readyOn":%s,\
                "lapsing":[]}""".formatted(
                                parts[0],
                                parts[1],
                                missing.stream()
                                        .map(paper -> '"' + paper.toString() + '"')
                                        .collect(Collectors.joining(",")),
                                readyOn == null ? "null" : '"' + readyOn.toString() + '"'));
    }
}
