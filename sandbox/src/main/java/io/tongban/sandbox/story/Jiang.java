package io.tongban.sandbox.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Mr Jiang's facts of 2017 as a clerk enters them; person and employer are invented. */
final class Jiang {

    static final String ITEM = "residence-permit";

    static final String NAME = "姜远";
    static final String ID_NUMBER = "339999198805140011";

    private static final Map<String, Object> APPLICANT = Map.of("name", NAME, "idNumber", ID_NUMBER);

    private static final Map<String, Object> RESIDENCE =
            Map.of("division", "330104008008", "registeredOn", "2016-05-12", "waived", false);

    private static final List<Map<String, Object>> PAPERS = List.of(
            Map.of("kind", "labour-contract", "unit", "30010001", "from", "2016-04-05", "until", "2019-04-04"),
            Map.of("kind", "photo"),
            Map.of("kind", "lease", "from", "2016-05-10", "until", "2017-05-09"));

    private Jiang() {}

    static Map<String, Object> facts() {
        return facts(PAPERS);
    }

    /** The same facts with the papers in another order. */
    static Map<String, Object> shuffled(long seed) {
        List<Map<String, Object>> papers = new ArrayList<>(PAPERS);
        Collections.shuffle(papers, new Random(seed));
        return facts(papers);
    }

    static List<String> paperKinds(Map<String, Object> facts) {
        List<String> kinds = new ArrayList<>();
        if (facts.get("papers") instanceof List<?> papers) {
            for (Object paper : papers) {
                if (paper instanceof Map<?, ?> fields) {
                    kinds.add(String.valueOf(fields.get("kind")));
                }
            }
        }
        return kinds;
    }

    private static Map<String, Object> facts(List<Map<String, Object>> papers) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("item", ITEM);
        facts.put("route", "employment");
        facts.put("applicant", APPLICANT);
        facts.put("residence", RESIDENCE);
        facts.put("papers", papers);
        return facts;
    }
}
