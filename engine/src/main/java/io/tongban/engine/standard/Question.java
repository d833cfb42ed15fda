package io.tongban.engine.standard;

import io.tongban.engine.basis.Origin;
import io.tongban.engine.expression.FactType;
import io.tongban.engine.rule.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/**
 * A question that the applicant answers, for what no paper and no source says.
 *
 * @param allowed the answers to choose from; none: the answer is of the kind alone
 */
public record Question(
        String id, Text text, Kind kind, List<String> allowed, int smallest, int largest, Origin origin) {

    /** What an answer is. */
    public enum Kind {
        WORD,
        FLAG,
        DATE,
        NUMBER
    }

    public Question {
        allowed = List.copyOf(allowed);
    }

    /** Whether this is an answer to it. */
    public boolean accepts(String answer) {
        return switch (kind) {
            case WORD -> allowed.contains(answer);
            case FLAG -> answer.equals("true") || answer.equals("false");
            case DATE -> isDate(answer);
            case NUMBER ->
                answer.matches("\\d{1,6}")
                        && Integer.parseInt(answer) >= smallest
                        && Integer.parseInt(answer) <= largest;
        };
    }

    FactType type() {
        return switch (kind) {
            case WORD -> FactType.WORD;
            case FLAG -> FactType.FLAG;
            case DATE -> FactType.DATE;
            case NUMBER -> FactType.NUMBER;
        };
    }

    Object value(String answer) {
        return switch (kind) {
            case WORD -> answer;
            case FLAG -> Boolean.valueOf(answer);
            case DATE -> LocalDate.parse(answer);
            case NUMBER -> Long.valueOf(answer);
        };
    }

    /** What expressions see where the question was not answered; {@code answered.id} says that it was not. */
    Object unanswered(LocalDate appliedOn) {
        return switch (kind) {
            case WORD -> "";
            case FLAG -> false;
            case DATE -> appliedOn;
            case NUMBER -> 0L;
        };
    }

    private static boolean isDate(String answer) {
        try {
            return answer.matches("\\d{4}-\\d{2}-\\d{2}")
                    && LocalDate.parse(answer).getYear() >= 1900;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
