package io.tongban.permit.casefile.suite;

import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.standard.Route;
import io.tongban.engine.standard.Standard;
import io.tongban.engine.suite.WhatIfStandards;
import io.tongban.platform.suite.SuiteKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Suites {@code one-notice}: looks at a case one after the other, what each finds, whether a notice follows it, and what is said of the
 * points that it adds.
 */
public final class OneNoticeSuite implements SuiteKind {

    private final WhatIfStandards standards =
            new WhatIfStandards(StandardsLibrary.builtIn().standards());

    @Override
    public List<String> differences(Map<String, @Nullable Object> suite, Map<String, @Nullable Object> suiteCase) {
        DocumentNode ofAll = DocumentNode.of("the suite", withoutCases(suite));
        DocumentNode written = DocumentNode.of("the case", suiteCase);
        OneNoticeKeys.SUITE.require(ofAll);
        OneNoticeKeys.CASE.require(written);
        Standard standard = standards
                .published()
                .version(ofAll.get("standard").text(), ofAll.get("version").text());
        Route route = standard.route(ofAll.get("route").text())
                .orElseThrow(
                        () -> ofAll.get("route").invalid("the standard has no such route", "name one that it has"));
        return new LooksInTurn(standards, standard, route.id(), written).differences();
    }

    private Map<String, @Nullable Object> withoutCases(Map<String, @Nullable Object> suite) {
        Map<String, @Nullable Object> ofAll = new LinkedHashMap<>(suite);
        ofAll.remove(cases());
        return ofAll;
    }
}
