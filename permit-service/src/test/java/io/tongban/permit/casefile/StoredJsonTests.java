package io.tongban.permit.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.assessment.Outcome;
import io.tongban.engine.papers.Paper;
import io.tongban.engine.rule.CriterionState;
import io.tongban.engine.rule.NamedPaper;
import io.tongban.engine.standard.StandardReference;
import io.tongban.permit.casefile.CaseState.DecisionReason;
import io.tongban.permit.casefile.look.CaseFacts;
import io.tongban.permit.casefile.look.Examination.Evidence;
import io.tongban.permit.casefile.look.Look;
import io.tongban.permit.casefile.look.Look.OpenPoint;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The JSON in which parts of a case are stored, sealed: what was written before must be read for as long as cases are kept. */
class StoredJsonTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final LocalDate DAY = LocalDate.of(2017, 4, 6);

    private static final String FACTS = """
            {"name":"A","idNumber":"339999199001010013","division":"330104008008","registeredOn":"2016-05-12",\
            "waived":false,"answers":{"sector":"other"},"papers":[{"kind":"labour-contract","unit":"30010001",\
            "from":"2016-04-05","until":null,"says":{"tenant":"applicant"}}]}""";

    private static final String CHECK = """
            {"standard":{"item":"residence-permit","version":"R1","digest":"sha256:1"},"appliedOn":"2017-04-06",\
            "asOf":null,"evidenceId":"00000000-0000-7000-8000-000000000001","sourceSilent":true,"outcome":"INCOMPLETE",\
            "openPoints":[{"criterion":"employment","state":"MISSING","missing":["labour-contract:30010001"]}],\
            "readyOn":"2017-04-06","digest":"sha256:2","assessment":"{}"}""";

    @Test
    void factsAreStoredAsBefore() {
        CaseFacts facts = new CaseFacts(
                "A",
                "339999199001010013",
                "330104008008",
                LocalDate.of(2016, 5, 12),
                false,
                Map.of("sector", "other"),
                List.of(new Paper(
                        "labour-contract",
                        "30010001",
                        null,
                        LocalDate.of(2016, 4, 5),
                        null,
                        Map.of("tenant", "applicant"))));

        assertThat(JSON.writeValueAsString(facts)).isEqualTo(FACTS);
        assertThat(JSON.readValue(FACTS, CaseFacts.class)).isEqualTo(facts);
    }

    @Test
    void checksAreStoredAsBefore() {
        Look look = new Look(
                new StandardReference("residence-permit", "R1", "sha256:1"),
                DAY,
                null,
                ID,
                true,
                Outcome.INCOMPLETE,
                List.of(new OpenPoint(
                        "employment", CriterionState.MISSING, List.of(new NamedPaper("labour-contract", "30010001")))),
                DAY,
                "sha256:2",
                null,
                null,
                "{}");

        assertThat(JSON.writeValueAsString(look)).isEqualTo(CHECK);
        assertThat(JSON.readValue(CHECK, Look.class)).isEqualTo(look);
    }

    @Test
    void evidenceAndReasonsAreStoredAsBefore() {
        assertThat(JSON.writeValueAsString(new Evidence(ID, DAY, "a.b.c")))
                .isEqualTo(
                        "{\"id\":\"00000000-0000-7000-8000-000000000001\",\"asOf\":\"2017-04-06\",\"jws\":\"a.b.c\"}");
        assertThat(JSON.writeValueAsString(new DecisionReason("residence", null)))
                .isEqualTo("{\"criterion\":\"residence\",\"explanation\":null}");
    }
}
