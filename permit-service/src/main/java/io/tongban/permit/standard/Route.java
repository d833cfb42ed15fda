package io.tongban.permit.standard;

import java.util.List;

/** One way to qualify under a standard. */
public record Route(String id, Text name, List<Criterion> criteria) {

    static final String CONTRIBUTIONS = "contributions";

    public Route {
        criteria = List.copyOf(criteria);
    }

    /** The criterion whose settings say how contribution months are counted. */
    public Criterion contributions() {
        return criteria.stream()
                .filter(criterion -> criterion.id().equals(CONTRIBUTIONS))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("every route is checked for it when it is loaded"));
    }
}
