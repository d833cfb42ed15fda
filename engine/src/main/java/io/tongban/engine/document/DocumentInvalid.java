package io.tongban.engine.document;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** One or several documents say what they must not; the message names file, line, problem and remedy of each mistake. */
public final class DocumentInvalid extends RuntimeException {

    private static final Comparator<Mistake> BY_PLACE =
            Comparator.comparing(Mistake::file).thenComparingInt(Mistake::line);

    private final List<Mistake> mistakes;

    public DocumentInvalid(String file, int line, String problem, String remedy) {
        this(List.of(new Mistake(file, line, problem, remedy)));
    }

    /** Shown in the order of files and lines. */
    DocumentInvalid(List<Mistake> mistakes) {
        super(mistakes.stream().sorted(BY_PLACE).map(Mistake::toString).collect(Collectors.joining("\n")));
        if (mistakes.isEmpty()) {
            throw new IllegalArgumentException("a document without a mistake is not invalid");
        }
        this.mistakes = mistakes.stream().sorted(BY_PLACE).toList();
    }

    /** All that was found, at least one. */
    public List<Mistake> mistakes() {
        return mistakes;
    }

    public String file() {
        return mistakes.getFirst().file();
    }

    public int line() {
        return mistakes.getFirst().line();
    }

    public String problem() {
        return mistakes.getFirst().problem();
    }

    public String remedy() {
        return mistakes.getFirst().remedy();
    }
}
