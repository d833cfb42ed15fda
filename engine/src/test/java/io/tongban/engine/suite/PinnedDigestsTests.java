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
                        "residence-permit R1 sha256:dfca9a42ee95dcf0cbdf93c4fdb24a2ab549826b47389f1e81be64586de45fb4",
                        "residence-permit R2 sha256:062924e470e36be82d216f6ce66408fd1318ca67f77606a54c5f827b53055ba1",
                        "elder-card E1 sha256:7031099f92e3c505f73691b6e0bddaa15cb7d8c5a05f3533ec3b4d1c1a0c1cd4");
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
                        "elder-card/cases/E1.yaml sha256:db6266d67c0dbd509737cafb70606585d819060683ddcba10f461085426857dc",
                        "residence-permit/cases/R2.yaml sha256:d99f4fbc8d2162f140ee4cc417bb9bb6fb79f1372d4955ebcb287d961d1b56db",
                        "residence-permit/cases/assessments.yaml sha256:dde12328d85f87a8c551b6b0aa008ae2b127050c03701f3691d777c77e12f313",
                        "residence-permit/cases/borders.yaml sha256:6d8688ad97ed6563871dd5cba2e91d80b1824a24d3f4225d1723e9660e6fbcd8",
                        "residence-permit/cases/contributions.yaml sha256:ffb40db3ff1c0e74001f37dbd6a45fc259ad71a331d62f648e05213f6ddad98a",
                        "residence-permit/cases/ranking.yaml sha256:d9b25a34d2b357b8bc1f57477018e61497264daa0d62cd67fc7a01d9f131954f",
                        "residence-permit/cases/residence-route.yaml sha256:1c7144b4cecc7651d66f2d27a5b2ce5f442aa3c57432f270a153c385a83b33a8",
                        "residence-permit/cases/study-route.yaml sha256:6488ad08d3c17ec3756639efe03a938407b5a4c25d643edb6615b3acbbfee21a",
                        "residence-permit/cases/versions.yaml sha256:7b4117c3be57889f0984a31460982d8918fd2f2dabf54c30c1eb6acac1f29801");
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
