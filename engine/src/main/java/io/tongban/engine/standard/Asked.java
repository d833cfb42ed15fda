package io.tongban.engine.standard;

import io.tongban.engine.expression.Months;
import io.tongban.engine.standard.Demand.PaperDemand;
import java.util.List;

/** Which papers a criterion, or an alternative of it, looks at. */
public sealed interface Asked {

    /** The kinds of papers that it looks at. */
    List<String> kinds();

    /** No paper. */
    record Nothing() implements Asked {

        @Override
        public List<String> kinds() {
            return List.of();
        }
    }

    /** All of these papers are needed. */
    record Papers(List<Demand> demands) implements Asked {

        public Papers {
            demands = List.copyOf(demands);
        }

        @Override
        public List<String> kinds() {
            return demands.stream()
                    .flatMap(demand -> demand.options().stream())
                    .map(PaperDemand::kind)
                    .distinct()
                    .toList();
        }
    }

    /** One of these kinds is needed, valid on the application date. */
    record Choice(List<String> kinds) implements Asked {

        public Choice {
            kinds = List.copyOf(kinds);
        }
    }

    /** A chain of labour contracts of so many months. */
    record Contracts(String kind, Months chain) implements Asked {

        public int chainMonths() {
            return chain.count();
        }

        @Override
        public List<String> kinds() {
            return List.of(kind);
        }
    }
}
