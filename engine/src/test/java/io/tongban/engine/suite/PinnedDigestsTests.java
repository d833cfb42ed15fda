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
                        "residence-permit R1 sha256:9df0232eafd797f930cc42331eb066713bf09a18632151552c95a45bd00b275e",
                        "residence-permit R2 sha256:4e46c47853c149fe2b8577e78236ffdfaa7dfa7bb17c55efc671010c45b4e959",
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
                        "residence-permit/cases/R2.yaml sha256:6129e66c5dd1138e3aff0aa0b3efbbc0b428390707d662968f7c214025b847f0",
                        "residence-permit/cases/assessments.yaml sha256:e614f74f97ed04ccca1f30f9f867bdb72e0b0c0d9d75aa6cfe528eafaa194063",
                        "residence-permit/cases/borders-of-the-record.yaml sha256:f1afb856637087793e6a2b308bfc857994f87f82c219421cc831485c4dfeb483",
                        "residence-permit/cases/borders.yaml sha256:80a9d9446ea7e9832210c4f1bb7e7d5d6d52d56525bde3461e5034a0d5e16351",
                        "residence-permit/cases/contributions.yaml sha256:e5f22199fd1694333c6218a2a9a8f63713f35e81e408fa4b3062ede38a301dd3",
                        "residence-permit/cases/field.yaml sha256:caf70274f3771b8c92483d064fcfee4951a986466d0953ff2035b6e19abc56d5",
                        "residence-permit/cases/histories-hard.yaml sha256:3ad1070e9a0162f4baa5eea7a7107d62192bc473228bf008aa400a82bb388c21",
                        "residence-permit/cases/histories-harder.yaml sha256:740789fb4288aca850f0c0c9388e54f3f37de9a09ce766c19e805a62f2b1dee2",
                        "residence-permit/cases/ranking.yaml sha256:bb9730984deeb49b9af31e233df354cb45ce6649d52528ddc063bb983f572f05",
                        "residence-permit/cases/residence-route.yaml sha256:46af0a98095acfd534f6dea62e3e360066ef26dc20f66dcd062d07f7cea8f3f5",
                        "residence-permit/cases/study-route.yaml sha256:9a7030e4e3edb2ae8a67d1522a85964550f5912d7ff5cb269b295c51d6e8840b",
                        "residence-permit/cases/units.yaml sha256:d97c9c56f014b629f8ff4e9859964645e1b3af46fa3fd148aa512f4685f9d501",
                        "residence-permit/cases/versions.yaml sha256:6e4943f99994b77db3610d14f17e34a5227e3053fbadb814b34fec8cf25decf1");
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
            assessments.forEach(assessment ->
                    digests.append(assessment.canonical().digest()).append('\n'));
        }
        return CanonicalJson.digest(digests.toString());
    }
}
