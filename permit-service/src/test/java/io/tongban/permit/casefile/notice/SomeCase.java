package io.tongban.permit.casefile.notice;

import io.tongban.engine.assessment.Assessment;
import io.tongban.engine.assessment.Assessor;
import io.tongban.engine.assessment.Identity;
import io.tongban.engine.assessment.Residence;
import io.tongban.engine.contributions.record.ContributionRecord;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.library.Standards;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.standard.Route;
import io.tongban.engine.standard.Standard;
import io.tongban.engine.suite.SuiteFacts;
import io.tongban.engine.visibility.SeenFacts;
import io.tongban.form.IdentityNumber;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invented case of the employment route under R1 with an address paper asked for, of someone who works for one employer. */
final class SomeCase {

    static final LocalDate DAY = LocalDate.of(2017, 5, 8);
    static final UUID CONTRACT_ID = UUID.fromString("00000000-0000-7000-8000-000000000001");
    static final UUID PHOTO_ID = UUID.fromString("00000000-0000-7000-8000-000000000002");
    static final UUID LEASE_ID = UUID.fromString("00000000-0000-7000-8000-000000000003");
    static final Paper CONTRACT = new Paper("labour-contract", "30010001", LocalDate.of(2015, 4, 5), null);
    static final Paper PHOTO = new Paper("photo", null, null, null);
    static final Paper LEASE = new Paper("lease", null, LocalDate.of(2016, 5, 10), LocalDate.of(2017, 5, 9));

    private static final Standards STANDARDS = StandardsLibrary.builtIn().standards();
    static final Standard R1 = STANDARDS.version("residence-permit", "R1");
    static final Standard ASKING = STANDARDS.whatIf(
            R1, DocumentNode.read("settings", "address-paper.asked: true").members());
    static final Standard ELDER_CARD = STANDARDS.version("elder-card", "E1");
    static final Route EMPLOYMENT = ASKING.route("employment").orElseThrow();

    private SomeCase() {}

    /** First contact is event 1. */
    static SeenFacts facts() {
        return SeenFacts.since(
                1,
                Identity.of(IdentityNumber.of("339999199001010013")),
                new Residence(LocalDate.of(2016, 5, 12), false));
    }

    /** Spans as {@code 2016-04..2017-03}, with {@code +UNIT} of another employer, and {@code ?} where they are not posted. */
    static ContributionRecord record(LocalDate on, String... spans) {
        StringBuilder rows = new StringBuilder("records: []");
        if (spans.length > 0) {
            rows = new StringBuilder("records:\n");
            for (String span : Arrays.asList(spans)) {
                String[] parts = span.replace("?", "").split("\\+", -1);
                rows.append("- {months: %s, kind: '11', unit: '%s', area: '330104', type: '10', posted: '%s'%s}\n"
                        .formatted(
                                parts[0],
                                parts.length > 1 ? parts[1] : "30010001",
                                span.endsWith("?") ? "0" : "1",
                                parts.length > 2 ? ", unitKind: " + parts[2] : ""));
            }
        }
        return Objects.requireNonNull(
                SuiteFacts.record(DocumentNode.read("record", rows.toString()), on, ASKING, "employment"));
    }

    static LookBasis basis(Standard standard, LocalDate on, @Nullable ContributionRecord record) {
        return new LookBasis(standard, "employment", record, on);
    }

    static Assessment assess(SeenFacts facts, LookBasis basis) {
        return new Assessor()
                .assess(
                        basis.standard(),
                        basis.route(),
                        facts.today(basis.appliedOn()).under(basis.standard(), basis.record()));
    }
}
