package io.tongban.engine.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.assessment.Assessment;
import io.tongban.engine.assessment.Assessor;
import io.tongban.engine.assessment.RankedRoutes.RankedRoute;
import io.tongban.engine.canonical.CanonicalJson;
import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.library.Standards;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.standard.Standard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The digests of the published standards, and of the assessments of every published case, as cases in use refer to them. A change
 * here is a change of what was published or decided: never to be made along with another.
 */
class PinnedDigestsTests {

    private static final Path LIBRARY = Path.of("..", "standards");

    private static final Standards PUBLISHED = StandardsLibrary.in(LIBRARY).standards();

    @Test
    void publishedStandardsKeepTheirDigests() {
        assertThat(PUBLISHED.all().stream().map(PinnedDigestsTests::line))
                .containsExactly(
                        "residence-permit R1 sha256:feeeb9527f5865d60009944f971dce4f5bc5dae614a0fae85f9541ba4de56445",
                        "residence-permit R2 sha256:e97b142a53b038f4bc95c732f3b8cbce1548170be2da24103d028ef6341429c2",
                        "elder-card E1 sha256:ad774057ae403b1f1eb7fc127c3835da2c9facad77518fb937845a5c565e5748");
    }

    @Test
    void assessmentsKeepEveryByte() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(LIBRARY)) {
            for (Path file : files.filter(path ->
                            path.toString().endsWith(".yaml") && path.toString().contains("cases"))
                    .sorted()
                    .toList()) {
                found.add(LIBRARY.relativize(file).toString().replace('\\', '/') + " " + digest(file));
            }
        }

        assertThat(found)
                .containsExactly(
                        "elder-card/cases/E1.yaml sha256:e137f2876dad1b78dbbc74eda90ad36c2ce116550f7b1daf55f4ed0f6e7c02c6",
                        "elder-card/cases/field.yaml sha256:f40a2308967e155b78088eb04491cd6702a708840461c89554d3e4542c47ae38",
                        "residence-permit/cases/R2.yaml sha256:50d55092a528b4579c4be7b85d9814a5d492e53baab4eb61a5a602f214905d4d",
                        "residence-permit/cases/assessments.yaml sha256:8619ff03b592bf43c9ea8cb3a5ac3c2d7b051ad6e7788cf43d9b072f9d4b296a",
                        "residence-permit/cases/borders-of-the-record.yaml sha256:d4fc58474c64daa66d0b7c158b41ff0b0038eb4254eae3f7c17f323a0f3b2a01",
                        "residence-permit/cases/borders.yaml sha256:92c42977c7f68615c1e28f92087ca4666b6ba20ce475b9e05f2d8ca77a8428af",
                        "residence-permit/cases/contributions.yaml sha256:2c72d5f2b421c36037a3060e166e15b8452d54e3ea4eb99e85004c5fc1e9766c",
                        "residence-permit/cases/field.yaml sha256:c2079b4b23a1fae73bfd7a2347f1c4d463db97d7a21f8b9f4ee91f39b063d44b",
                        "residence-permit/cases/histories-hard.yaml sha256:31c5db6e07c0ab1d9fad8b9054625cf32cfa8bdcca86abdf6c74eb37271ef71c",
                        "residence-permit/cases/histories-harder.yaml sha256:8c58091ac55f5e6cbae81ab6555ea40e683b7d976714fb31fb33f72f45334f73",
                        "residence-permit/cases/ranking.yaml sha256:b232852ff8ace003229a09e8d6925964e1e7fbdb60a748512704a1acc01a9187",
                        "residence-permit/cases/residence-route.yaml sha256:8b1974c50885ddfb1f29d0e5aeb1337f0921fd0b7f0da979db48a4eb9f11fe17",
                        "residence-permit/cases/study-route.yaml sha256:a72c9cfbb0391ac7afa96ac63f0d514905a3e9f58dbcbe3aeb5bf3c8aa85649e",
                        "residence-permit/cases/units.yaml sha256:314aa753d5c86f2982287e803ffb84602cb1ad8379ffd2ddf64b09c21ceeea74",
                        "residence-permit/cases/versions.yaml sha256:eb286424abf5451830bc49dc1746b487506d56b4eeacb9f67a9a3e6d75b30542");
    }

    private static String line(Standard standard) {
        return standard.item() + " " + standard.version() + " " + standard.digest();
    }

    /** One digest of the digests of all assessments of the suite's cases, in their order. */
    private static String digest(Path file) throws IOException {
        DocumentNode suite = DocumentNode.read(file.toString(), Files.readString(file));
        WhatIfStandards standards = new WhatIfStandards(PUBLISHED);
        Assessor assessor = new Assessor();
        StringBuilder digests = new StringBuilder();
        for (DocumentNode node : suite.get("cases").items()) {
            SuiteCase suiteCase = SuiteCase.read(suite, node, standards);
            List<Assessment> assessments = suiteCase.route() == null
                    ? assessor.assessAll(suiteCase.standard(), suiteCase.facts()).routes().stream()
                            .map(RankedRoute::assessment)
                            .toList()
                    : List.of(assessor.assess(suiteCase.standard(), suiteCase.route(), suiteCase.facts()));
            assessments.forEach(
                    assessment -> digests.append(assessment.digest()).append('\n'));
        }
        return CanonicalJson.digest(digests.toString());
    }
}
