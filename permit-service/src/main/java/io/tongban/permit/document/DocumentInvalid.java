package io.tongban.permit.document;

/** A document says something that it must not; the message names file, line, problem and remedy. */
public final class DocumentInvalid extends RuntimeException {

    public DocumentInvalid(String file, int line, String problem, String remedy) {
        super(file + ":" + line + ": " + problem + "\n  remedy: " + remedy);
    }
}
