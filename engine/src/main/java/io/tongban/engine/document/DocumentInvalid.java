package io.tongban.engine.document;

/** A document says something that it must not; the message names file, line, problem and remedy. */
public final class DocumentInvalid extends RuntimeException {

    private final String file;
    private final int line;
    private final String problem;
    private final String remedy;

    public DocumentInvalid(String file, int line, String problem, String remedy) {
        super(file + ":" + line + ": " + problem + "\n  remedy: " + remedy);
        this.file = file;
        this.line = line;
        this.problem = problem;
        this.remedy = remedy;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public String problem() {
        return problem;
    }

    public String remedy() {
        return remedy;
    }
}
