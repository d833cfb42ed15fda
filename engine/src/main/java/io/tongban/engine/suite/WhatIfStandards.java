package io.tongban.engine.suite;

import io.tongban.engine.document.DocumentNode;
import io.tongban.engine.library.Standards;
import io.tongban.engine.standard.Standard;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Standards with other values for some settings, each compiled once however many cases ask for it. */
public final class WhatIfStandards {

    /** Each is a standard that is compiled and held. */
    private static final int MOST = 100;

    private final Standards published;
    private final Map<String, Standard> compiled = new HashMap<>();
    private int tried;

    public WhatIfStandards(Standards published) {
        this.published = published;
    }

    public Standards published() {
        return published;
    }

    /**
     * The standard with other values.
     *
     * @throws io.tongban.engine.document.DocumentInvalid if there is no such setting, its value is not allowed, or the suite tries
     *     too many
     */
    public Standard of(Standard standard, Map<String, DocumentNode> settings) {
        if (settings.isEmpty()) {
            return standard;
        }
        Map<String, String> written = new TreeMap<>();
        settings.forEach((name, node) -> written.put(name, String.valueOf(node.value())));
        String key = standard.digest() + written;
        Standard known = compiled.get(key);
        if (known == null) {
            tried++;
            if (tried > MOST) {
                throw settings.values()
                        .iterator()
                        .next()
                        .invalid(
                                "the suite tries more than " + MOST + " combinations of settings",
                                "keep those that the cases need, or make two suites of it");
            }
            known = published.whatIf(standard, settings);
            compiled.put(key, known);
        }
        return known;
    }
}
