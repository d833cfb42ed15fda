package io.tongban.engine.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.library.StandardsLibrary;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which papers belong to a criterion, and which of them a notice means by a word. */
class AskedPapersTests {

    private static final Standard STANDARD =
            StandardsLibrary.in(Path.of("..", "standards")).standards().version("residence-permit", "R1");

    @Test
    void areThoseOfAllAlternatives() {
        assertThat(criterion("employment").paperKinds())
                .containsExactlyInAnyOrder(
                        "labour-contract",
                        "farm-contract",
                        "business-licence",
                        "annual-report",
                        "not-abnormal-proof",
                        "online-business-certificate",
                        "private-nonenterprise-paper",
                        "transport-licence",
                        "supervision-card",
                        "other-proof");
        assertThat(criterion("address-paper").paperKinds())
                .containsExactlyInAnyOrder("lease", "title", "address-statement");
        assertThat(criterion("contributions").paperKinds()).isEmpty();
    }

    @Test
    void areNamedByWordsOfTheRulesAndOfTheDemands() {
        assertThat(criterion("employment").namedPapers()).contains("employment-paper", "annual-report");
        assertThat(criterion("dwelling").namedPapers()).contains("dwelling-paper", "rental-record");
        assertThat(criterion("identity").namedPapers()).containsExactly("identity-document");
    }

    @ParameterizedTest
    @CsvSource({
        "dwelling, lease, lease",
        "dwelling, rental-record, lease-registration rental-safety-sheet",
        "dwelling, photo,",
        "address-paper, address-paper, lease title address-statement",
        "identity, identity-document,"
    })
    void areMeantByAWord(String criterion, String word, @Nullable String kinds) {
        Set<String> meant =
                kinds == null ? Set.of() : Arrays.stream(kinds.split(" ", -1)).collect(Collectors.toSet());

        assertThat(criterion(criterion).kindsMeantBy(word)).isEqualTo(meant);
    }

    @Test
    void areContractsOfTheEmploymentAlone() {
        assertThat(criterion("employment").contracts()).contains("labour-contract");
        assertThat(criterion("dwelling").contracts()).isEmpty();
    }

    private static Criterion criterion(String id) {
        return STANDARD.criteria().stream()
                .filter(criterion -> criterion.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
