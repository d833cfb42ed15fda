package io.tongban.permit.standard;

import java.util.List;

/** One requirement of a route. */
public record Criterion(String id, Text name, List<LegalBasis> basis) {

    public Criterion {
        basis = List.copyOf(basis);
    }
}
