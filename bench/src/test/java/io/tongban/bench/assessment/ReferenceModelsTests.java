package io.tongban.bench.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.assessment.Assessor;
import io.tongban.engine.assessment.Facts;
import io.tongban.engine.assessment.Outcome;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is compared is the same: assessments, their rules alone, the DMN model and its CEL come to the same outcomes. */
class ReferenceModelsTests {

    private static final KieModel KIE = new KieModel();
    private static final CelModel CEL = new CelModel();

    @ParameterizedTest
    @EnumSource
    void comesToTheSameOutcomes(Person person) {
        Facts facts = person.facts();
        Map<String, Outcome> assessed = new Assessor()
                .assessAll(Published.R1, facts).routes().stream()
                        .collect(Collectors.toMap(
                                route -> route.assessment().route(),
                                route -> route.assessment().outcome()));
        PreparedFacts prepared = PreparedFacts.of(Published.R1, facts);

        assertThat(prepared.outcomes()).isEqualTo(assessed);
        assertThat(KIE.outcomes(prepared.forDmn())).isEqualTo(assessed);
        assertThat(CEL.outcomes(CelModel.facts(prepared.forDmn()))).isEqualTo(assessed);
        assertThat(assessed).containsEntry("employment", Outcome.valueOf(person.name()));
    }
}
