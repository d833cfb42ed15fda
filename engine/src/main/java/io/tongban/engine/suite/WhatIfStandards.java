package io.tongban.engine.suite;

import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.library.Standards;
import io.tongban.engine.standard.Standard;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Standards with other values for some settings, each compiled once however many cases ask for it. */
final class WhatIfStandards {

    private final Standards published;
    private final Map<String, Standard> compiled = new HashMap<>();

    WhatIfStandards(Standards published) {
        this.published = published;
    }

    Standards published() {
        return published;
    }

    Standard of(Standard standard, Map<String, DocumentNode> settings) {
        Map<String, String> written = new TreeMap<>();
        settings.forEach((name, node) -> written.put(name, String.valueOf(node.value())));
        String key = standard.digest() + written;
        Standard known = compiled.get(key);
        if (known == null) {
            known = published.whatIf(standard, settings);
            compiled.put(key, known);
        }
        return known;
    }
}
