package io.tongban.permit.standard;

import java.util.List;

/** One way to qualify under a standard. */
public record Route(String id, Text name, List<Criterion> criteria) {

    public Route {
        criteria = List.copyOf(criteria);
    }
}
