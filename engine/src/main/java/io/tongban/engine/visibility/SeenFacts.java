package io.tongban.engine.visibility;

import io.tongban.engine.assessment.Identity;
import io.tongban.engine.assessment.Residence;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.papers.PaperState;
import io.tongban.engine.replay.AssessedFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The facts of a case, made of its events in their order: today's, and today's without what became visible after one of the events.
 *
 * @param answers by question
 * @param papers by their ids
 */
public record SeenFacts(
        Seen<Identity> identity,
        Seen<Optional<LocalDate>> registeredOn,
        Seen<Boolean> waived,
        Map<String, Seen<String>> answers,
        Map<UUID, SeenPaper> papers) {

    public SeenFacts {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        papers = Collections.unmodifiableMap(new LinkedHashMap<>(papers));
    }

    /** What is there to be seen from the first contact on. */
    public static SeenFacts since(long event, Identity identity, Residence residence) {
        return new SeenFacts(
                Seen.since(event, identity),
                Seen.since(event, Optional.ofNullable(residence.registeredOn())),
                Seen.since(event, residence.waived()),
                Map.of(),
                Map.of());
    }

    /** With the answer that the applicant gave to a question, for the first time or anew. */
    public SeenFacts answered(long event, String question, String answer) {
        Seen<String> known = answers.get(question);
        return withAnswer(question, known == null ? Seen.since(event, answer) : known.then(event, answer));
    }

    /** With a paper that was shown. */
    public SeenFacts shown(long event, UUID id, Paper paper) {
        Map<UUID, SeenPaper> all = new LinkedHashMap<>(papers);
        if (all.putIfAbsent(id, SeenPaper.since(event, paper)) != null) {
            throw new IllegalArgumentException("paper " + id + " was shown before");
        }
        return new SeenFacts(identity, registeredOn, waived, answers, all);
    }

    public SeenFacts corrected(long event, CorrectionGround ground, Identity now) {
        return new SeenFacts(identity.corrected(event, ground, now), registeredOn, waived, answers, papers);
    }

    public SeenFacts corrected(long event, CorrectionGround ground, Residence now) {
        return new SeenFacts(
                identity,
                registeredOn.corrected(event, ground, Optional.ofNullable(now.registeredOn())),
                waived.corrected(event, ground, now.waived()),
                answers,
                papers);
    }

    /** An answer that was given and not entered was given at the first contact. */
    public SeenFacts corrected(long event, CorrectionGround ground, String question, String answer) {
        Seen<String> known = answers.get(question);
        long since =
                ground == CorrectionGround.TYPED ? identity.values().getFirst().since() : event;
        return withAnswer(question, known == null ? Seen.since(since, answer) : known.corrected(event, ground, answer));
    }

    /** With every detail corrected in which the paper is another now. */
    public SeenFacts corrected(long event, CorrectionGround ground, UUID paper, Paper now) {
        return withPaper(paper, known -> known.corrected(event, ground, now));
    }

    /** With a paper in which something is wrong; that was there to be seen when it was shown. */
    public SeenFacts defective(UUID paper) {
        return withPaper(paper, SeenPaper::defective);
    }

    /** With a finding on a paper, which is visible when it is made. */
    public SeenFacts found(long event, UUID paper, PaperState state) {
        return withPaper(paper, known -> known.found(event, state));
    }

    /** The facts as they are known now, for an application of that day. */
    public AssessedFacts today(LocalDate appliedOn) {
        return by(Long.MAX_VALUE, appliedOn);
    }

    /**
     * Today's facts without what became visible after the event, for an application of that day.
     *
     * @throws java.util.NoSuchElementException if the event lies before the first contact
     */
    public AssessedFacts by(long event, LocalDate appliedOn) {
        Map<String, String> known = new LinkedHashMap<>();
        answers.forEach((question, answer) -> answer.by(event).ifPresent(given -> known.put(question, given)));
        List<Paper> shown = new ArrayList<>();
        papers.values().forEach(paper -> paper.by(event).ifPresent(shown::add));
        return new AssessedFacts(
                appliedOn,
                identity.by(event).orElseThrow(),
                new Residence(
                        registeredOn.by(event).orElseThrow().orElse(null),
                        waived.by(event).orElseThrow()),
                known,
                shown);
    }

    private SeenFacts withAnswer(String question, Seen<String> answer) {
        Map<String, Seen<String>> all = new LinkedHashMap<>(answers);
        all.put(question, answer);
        return new SeenFacts(identity, registeredOn, waived, all, papers);
    }

    private SeenFacts withPaper(UUID id, UnaryOperator<SeenPaper> change) {
        SeenPaper known = papers.get(id);
        if (known == null) {
            throw new IllegalArgumentException("paper " + id + " was not shown");
        }
        Map<UUID, SeenPaper> all = new LinkedHashMap<>(papers);
        all.put(id, change.apply(known));
        return new SeenFacts(identity, registeredOn, waived, answers, all);
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "SeenFacts[hidden]";
    }
}
