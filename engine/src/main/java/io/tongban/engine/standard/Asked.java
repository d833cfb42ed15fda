package io.tongban.engine.standard;

import io.tongban.engine.expression.Months;
import java.util.List;

/** Which papers a criterion, or an alternative of it, looks at. */
public sealed interface Asked {

    /** No paper. */
    record Nothing() implements Asked {}

    /** All of these papers are needed. */
    record Papers(List<Demand> demands) implements Asked {

        public Papers {
            demands = List.copyOf(demands);
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
    }
}
