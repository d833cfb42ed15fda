package io.tongban.bench.growth;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one case is called by, in whatever text and column it stands.
 *
 * @param query of insurance-adapter, of which its evidence has the id
 * @param notice its number; empty if none was given
 * @param idNumber of the applicant
 * @param person the pseudonym of the applicant in permit-service
 * @param personAtAdapter the same in insurance-adapter
 */
record Names(
        String caseId,
        String visit,
        String query,
        String notice,
        String idNumber,
        String person,
        String personAtAdapter) {

    /** Each name by which part of a case it is of. */
    Map<Part, String> byPart() {
        Map<Part, String> names = new LinkedHashMap<>();
        names.put(Part.CASE, caseId);
        names.put(Part.VISIT, visit);
        names.put(Part.QUERY, query);
        names.put(Part.NOTICE, notice);
        names.put(Part.ID_NUMBER, idNumber);
        names.put(Part.PERSON, person);
        names.put(Part.PERSON_AT_ADAPTER, personAtAdapter);
        names.values().removeIf(String::isEmpty);
        return names;
    }

    String of(Part part) {
        return switch (part) {
            case CASE -> caseId;
            case VISIT -> visit;
            case QUERY -> query;
            case NOTICE -> notice;
            case ID_NUMBER -> idNumber;
            case PERSON -> person;
            case PERSON_AT_ADAPTER -> personAtAdapter;
        };
    }

    /** Shows no name. */
    @Override
    public String toString() {
        return "Names";
    }

    /** What a name stands for. */
    enum Part {
        CASE,
        VISIT,
        QUERY,
        NOTICE,
        ID_NUMBER,
        PERSON,
        PERSON_AT_ADAPTER
    }
}
