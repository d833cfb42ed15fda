package io.tongban.permit.casefile.suite;

import io.tongban.engine.assessment.Assessment;
import io.tongban.engine.assessment.Assessor;
import io.tongban.engine.assessment.Outcome;
import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.papers.LastDay;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.point.Mark;
import io.tongban.engine.point.Marks;
import io.tongban.engine.point.OpenPoint;
import io.tongban.engine.point.Point;
import io.tongban.engine.standard.Route;
import io.tongban.engine.standard.Standard;
import io.tongban.engine.suite.SuiteFacts;
import io.tongban.engine.suite.WhatIfStandards;
import io.tongban.engine.visibility.SeenFacts;
import io.tongban.engine.visibility.SeenPaper;
import io.tongban.permit.casefile.authority.AuthorityId;
import io.tongban.permit.casefile.look.LookCompleteness;
import io.tongban.permit.casefile.notice.Demands;
import io.tongban.permit.casefile.notice.GivenNotice;
import io.tongban.permit.casefile.notice.JudgedPoint;
import io.tongban.permit.casefile.notice.LookBasis;
import io.tongban.permit.casefile.notice.LookFindings;
import io.tongban.permit.casefile.notice.NoticeChain;
import io.tongban.permit.casefile.notice.NoticeReason;
import io.tongban.permit.casefile.notice.OneNotice;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The looks at the case of a suite, one after the other, each with the notices and verdicts before it. */
final class LooksInTurn {

    private final WhatIfStandards standards;
    private final Standard published;
    private final String route;
    private final DocumentNode written;
    private final AuthorityId holder;
    private final Assessor assessor = new Assessor();
    private final List<GivenNotice> notices = new ArrayList<>();
    private final Map<String, LookBasis> bases = new HashMap<>();
    private final List<Visit> visits = new ArrayList<>();
    private final List<DocumentNode> unanswered;
    private Marks marks = Marks.NONE;
    private @Nullable LocalDate receivedOn;
    private boolean provisional;

    /**
     * The looks of one day at one window.
     *
     * @param lookedAt the criteria whose papers were looked at so far
     * @param complete whether one of its looks was complete
     */
    private record Visit(LocalDate on, String window, Set<String> lookedAt, boolean complete) {

        static Visit begun(LocalDate on, String window) {
            return new Visit(on, window, Set.of(), false);
        }

        boolean isOf(Visit other) {
            return on.equals(other.on) && window.equals(other.window);
        }
    }

    LooksInTurn(WhatIfStandards standards, Standard published, String route, DocumentNode written) {
        this.standards = standards;
        this.published = published;
        this.route = route;
        this.written = written;
        this.holder = new AuthorityId(written.get("holder").text());
        this.unanswered = new ArrayList<>(items("confirmations"));
    }

    /** In what the looks come to something else than is expected. */
    List<String> differences() {
        List<DocumentNode> looks = written.get("looks").items();
        if (looks.stream().noneMatch(LooksInTurn::expectsSomething)) {
            throw written.get("looks").invalid("no look expects anything", "say what one of them is to come to");
        }
        List<String> differences = new ArrayList<>();
        for (DocumentNode look : looks) {
            String name = "look of " + look.get("on").text()
                    + look.find("at").map(at -> " " + at.text()).orElse("");
            new LookExpectation(look, look(look)).differences().forEach(line -> differences.add(name + ": " + line));
        }
        requireThatSupervisorsAnsweredWhatWasNamed();
        return differences;
    }

    private LookResult look(DocumentNode look) {
        LocalDate day = look.get("on").date();
        LocalDateTime moment = look.find("at")
                .map(at -> day.atTime(LocalTime.parse(at.text())))
                .orElseGet(() -> day.atTime(LocalTime.MAX));
        Standard standard = standards.of(published, settings(look));
        Route asked = standard.route(route).orElseThrow();
        SeenFacts facts = new WrittenFacts(written, standard).until(moment);
        answerBySupervisor(moment);
        LocalDate appliedOn = receivedOn == null ? day : receivedOn;
        ContributionRecord record = SuiteFacts.record(look, day, standard, route);
        LookBasis basis = new LookBasis(standard, route, record, appliedOn);

        Assessment found = assess(basis, facts, marks.allBinding(), moment);
        List<Paper> papers =
                facts.papers().values().stream().map(SeenPaper::today).toList();
        LookFindings findings = LookFindings.of(day, found, LastDay.of(standard, asked, papers));
        LookCompleteness completeness = completeness(look, day, asked, found);
        NoticeChain chain = new NoticeChain(notices);
        Optional<NoticeReason> reason =
                completeness.complete() ? chain.reason(findings, provisional) : Optional.empty();
        List<JudgedPoint> judged = reason.isEmpty()
                ? List.of()
                : new OneNotice(assessor, chain, this::basis, basis, facts, holder).judge(chain.added(findings));
        marks = OneNotice.after(marks, judged);
        Assessment counted = assess(basis, facts, marks, moment);
        if (reason.isPresent()) {
            give(look, moment, findings, counted, basis);
        }
        goOn(look, appliedOn, found.outcome());
        Demands demands =
                new Demands(standard, asked, counted, papersById(facts), new NoticeChain(notices).latest(), day);
        return new LookResult(findings, completeness, reason, judged, counted, demands);
    }

    private Assessment assess(LookBasis basis, SeenFacts facts, Marks set, LocalDateTime moment) {
        Marks all = set;
        for (DocumentNode review : items("reviews")) {
            if (!isAfter(review, moment)) {
                all = all.underReview(
                        review.get("criterion").text(), review.get("reason").constant(Mark.class));
            }
        }
        return assessor.assess(
                basis.standard(),
                basis.route(),
                facts.today(basis.appliedOn()).with(all).under(basis.standard(), basis.record()));
    }

    private LookCompleteness completeness(DocumentNode look, LocalDate day, Route asked, Assessment found) {
        if (look.find("by").isPresent()) {
            return LookCompleteness.withoutVisit(
                    !visits.isEmpty() && visits.getLast().complete());
        }
        Visit begun = Visit.begun(day, look.get("window").text());
        Visit before = visits.stream().filter(begun::isOf).findFirst().orElse(begun);
        Set<String> lookedAt = new HashSet<>(before.lookedAt());
        look.find("lookedAt")
                .ifPresentOrElse(
                        some -> some.items().forEach(criterion -> lookedAt.add(criterion.text())),
                        () -> asked.criteria().forEach(criterion -> lookedAt.add(criterion.id())));
        LookCompleteness completeness = LookCompleteness.inVisit(asked, found, lookedAt);
        Visit after = new Visit(day, begun.window(), lookedAt, before.complete() || completeness.complete());
        if (visits.contains(before)) {
            visits.set(visits.indexOf(before), after);
        } else {
            visits.add(after);
        }
        return completeness;
    }

    private void give(
            DocumentNode look, LocalDateTime moment, LookFindings findings, Assessment counted, LookBasis basis) {
        String number = "N-%d-%08d".formatted(moment.getYear(), notices.size() + 1);
        GivenNotice.@Nullable Window window = look.find("by").isPresent()
                ? null
                : new GivenNotice.Window(
                        new AuthorityId(look.get("authority").text()),
                        look.get("host").text());
        notices.add(new GivenNotice(
                number,
                event(moment),
                findings.today(),
                window,
                counted.points(),
                findings.readyOn(),
                findings.until()));
        bases.put(number, basis);
    }

    private LookBasis basis(GivenNotice notice) {
        return Objects.requireNonNull(bases.get(notice.number()));
    }

    /** A case that was received provisionally is so until it settles, this way or the other. */
    private void goOn(DocumentNode look, LocalDate appliedOn, Outcome outcome) {
        if (look.find("received").filter(DocumentNode::flag).isPresent()) {
            receivedOn = appliedOn;
            provisional = outcome == Outcome.PROVISIONAL;
        } else {
            provisional &= outcome == Outcome.PROVISIONAL;
        }
    }

    private void answerBySupervisor(LocalDateTime moment) {
        for (DocumentNode confirmation : List.copyOf(unanswered)) {
            Optional<OpenPoint> told = told(confirmation);
            if (!isAfter(confirmation, moment) && told.isPresent()) {
                OpenPoint point = told.get();
                marks = confirmation.get("as").text().equals("DROPPED") ? marks.dropped(point) : marks.binding(point);
                unanswered.remove(confirmation);
            }
        }
    }

    /** The point as the latest notice of the day of the answer, or of a day before, names it. */
    private Optional<OpenPoint> told(DocumentNode confirmation) {
        Point point = Point.of(confirmation.get("point").text());
        return notices.reversed().stream()
                .filter(notice ->
                        !notice.givenOn().isAfter(confirmation.get("on").date()))
                .flatMap(notice -> notice.points().stream())
                .filter(told -> told.point().isSameAs(point))
                .findFirst();
    }

    private static boolean expectsSomething(DocumentNode look) {
        boolean demands =
                look.find("demands").filter(all -> !all.items().isEmpty()).isPresent();
        return demands || !look.get("expect").members().isEmpty();
    }

    /** An answer for anything else would be left out in silence. */
    private void requireThatSupervisorsAnsweredWhatWasNamed() {
        for (DocumentNode confirmation : unanswered) {
            if (told(confirmation).isEmpty()) {
                throw confirmation
                        .get("point")
                        .invalid("no notice before the answer names the point", "write it as the notice names it");
            }
        }
    }

    /** What is dated counts from the beginning of its day. */
    private static boolean isAfter(DocumentNode dated, LocalDateTime moment) {
        return dated.get("on").date().atStartOfDay().isAfter(moment);
    }

    private Map<String, DocumentNode> settings(DocumentNode look) {
        Map<String, DocumentNode> settings = new LinkedHashMap<>();
        for (DocumentNode of : List.of(written, look)) {
            of.find("settings")
                    .filter(value -> !value.isNull())
                    .map(DocumentNode::members)
                    .ifPresent(settings::putAll);
        }
        return settings;
    }

    private List<DocumentNode> items(String key) {
        return written.find(key).map(DocumentNode::items).orElse(List.of());
    }

    private static Map<UUID, Paper> papersById(SeenFacts facts) {
        return facts.papers().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, shown -> shown.getValue().today()));
    }

    /** Events of a case have growing numbers, as moments have. */
    static long event(LocalDateTime moment) {
        return moment.toEpochSecond(ZoneOffset.UTC);
    }
}
