package io.tongban.permit.casefile.view;

import io.tongban.permit.casefile.look.Look;
import io.tongban.permit.law.LawAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the texts of law can be opened that assessments name: beside the assessments, since a member more in one of them would
 * change its digest.
 */
public final class References {

    private References() {}

    static Map<String, String> of(Look... looks) {
        return of(List.of(looks));
    }

    /** The address of each text by its {@code reference}. */
    public static Map<String, String> of(Collection<Look> looks) {
        SortedMap<String, String> addresses = new TreeMap<>();
        for (Look look : looks) {
            AssessmentJson.read(look.assessment()).findValuesAsString("reference").stream()
                    .filter(reference -> !reference.isEmpty())
                    .forEach(reference -> addresses.put(reference, LawAddress.of(reference)));
        }
        return addresses;
    }
}
