package io.tongban.permit.casefile.look;

import io.tongban.engine.assessment.Identity;
import io.tongban.engine.assessment.Residence;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.replay.AssessedFacts;
import io.tongban.form.IdentityNumber;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant states and brings.
 *
 * @param division 12-digit code of the community in which the applicant is registered or lives
 * @param registeredOn null if the applicant is not registered
 * @param answers to the standard's questions, by their ids
 */
public record CaseFacts(
        String name,
        String idNumber,
        String division,
        @Nullable LocalDate registeredOn,
        boolean waived,
        Map<String, String> answers,
        List<Paper> papers) {

    public CaseFacts {
        // Facts that were stored before there were questions have no answers.
        answers = answers == null ? Map.of() : Map.copyOf(answers);
        papers = List.copyOf(papers);
    }

    /** The district or county of the residence. */
    public String district() {
        return division.substring(0, 6);
    }

    /** The same with more papers, of which one that is there already is not added again, and more or other answers. */
    public CaseFacts with(List<Paper> morePapers, Map<String, String> moreAnswers) {
        Set<Paper> allPapers = new LinkedHashSet<>(papers);
        allPapers.addAll(morePapers);
        Map<String, String> allAnswers = new HashMap<>(answers);
        allAnswers.putAll(moreAnswers);
        return new CaseFacts(name, idNumber, division, registeredOn, waived, allAnswers, List.copyOf(allPapers));
    }

    public IdentityNumber identity() {
        return IdentityNumber.of(idNumber);
    }

    /** What assessments see of it. */
    public AssessedFacts assessed(LocalDate appliedOn) {
        return new AssessedFacts(
                appliedOn, Identity.of(identity()), new Residence(registeredOn, waived), answers, papers);
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "CaseFacts[hidden]";
    }
}
