package io.tongban.permit.casefile.check;

import io.tongban.permit.assessment.IdentityNumber;
import io.tongban.permit.assessment.Paper;
import io.tongban.permit.assessment.Residence;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant states and brings.
 *
 * @param division 12-digit code of the community in which he is registered or lives
 * @param registeredOn null if he is not registered
 */
public record CaseFacts(
        String name,
        String idNumber,
        String division,
        @Nullable LocalDate registeredOn,
        boolean waived,
        List<Paper> papers) {

    public CaseFacts {
        papers = List.copyOf(papers);
    }

    /** The district or county of the residence. */
    public String district() {
        return division.substring(0, 6);
    }

    /** The same with more papers; one that is there already is not added again. */
    public CaseFacts with(List<Paper> more) {
        Set<Paper> all = new LinkedHashSet<>(papers);
        all.addAll(more);
        return new CaseFacts(name, idNumber, division, registeredOn, waived, List.copyOf(all));
    }

    public IdentityNumber identity() {
        return IdentityNumber.of(idNumber);
    }

    Residence residence() {
        return new Residence(registeredOn, waived);
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "CaseFacts[hidden]";
    }
}
