package io.tongban.engine.standard;

import io.tongban.engine.expression.FactType;
import io.tongban.engine.expression.FactValues;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The questions that a standard puts to the applicant. */
public record Questions(List<Question> all) {

    private static final String ANSWER = "answers.";
    private static final String ANSWERED = "answered.";

    public Questions {
        all = List.copyOf(all);
    }

    public Optional<Question> find(String id) {
        return all.stream().filter(question -> question.id().equals(id)).findFirst();
    }

    public Map<String, FactType> types() {
        Map<String, FactType> types = new LinkedHashMap<>();
        all.forEach(question -> {
            types.put(ANSWER + question.id(), question.type());
            types.put(ANSWERED + question.id(), FactType.FLAG);
        });
        return types;
    }

    /**
     * The facts that answers are.
     *
     * @throws IllegalArgumentException if an answer is none to its question, or there is no such question
     */
    public FactValues facts(Map<String, String> answers, LocalDate appliedOn) {
        answers.forEach((id, answer) -> {
            if (find(id).filter(question -> question.accepts(answer)).isEmpty()) {
                throw new IllegalArgumentException("there is no question " + id + ", or not with that answer");
            }
        });
        FactValues facts = FactValues.none();
        for (Question question : all) {
            String answer = answers.get(question.id());
            Object value = answer == null ? question.unanswered(appliedOn) : question.value(answer);
            facts = facts.with(ANSWER + question.id(), question.type(), value)
                    .with(ANSWERED + question.id(), FactType.FLAG, answer != null);
        }
        return facts;
    }
}
