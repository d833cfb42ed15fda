package io.tongban.engine.standard;

import io.tongban.engine.basis.Origin;
import io.tongban.engine.rule.Text;
import java.util.List;

/** One way to qualify under a standard. */
public record Route(String id, Text name, List<Criterion> criteria, Origin origin) {

    public Route {
        criteria = List.copyOf(criteria);
    }

    /** Whether any criterion that is asked for depends on contribution records; if not, no source is asked. */
    public boolean readsContributions() {
        return criteria.stream().filter(Criterion::asked).anyMatch(Criterion::readsContributions);
    }
}
