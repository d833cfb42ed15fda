package io.tongban.engine.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that a person named; what hinders its reading or writing is said in one line. */
public final class TextFile {

    /** No document may have so many bytes, so none is read into memory. */
    private static final long MOST_BYTES = 256L * 1024 * 1024;

    private TextFile() {}

    /**
     * The text of a file in UTF-8.
     *
     * @throws UncheckedIOException saying file and reason
     */
    public static String read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException("it has " + Files.size(file) + " bytes, more than the " + MOST_BYTES
                        + " that are read; split it");
            }
            return Files.readString(file);
        } catch (IOException cause) {
            throw new UncheckedIOException(file + ": cannot be read: " + reason(file, cause), cause);
        }
    }

    /**
     * Writes a text in UTF-8.
     *
     * @throws UncheckedIOException saying file and reason
     */
    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes bytes as they are.
     *
     * @throws UncheckedIOException saying file and reason
     */
    public static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException cause) {
            throw new UncheckedIOException(file + ": cannot be written: " + reason(file, cause), cause);
        }
    }

    /** Why a file or folder cannot be used, in words. */
    public static String reason(Path file, IOException cause) {
        if (Files.isDirectory(file)) {
            return cause instanceof AccessDeniedException ? "the folder may not be read" : "it is a folder";
        }
        return switch (cause) {
            case NoSuchFileException missing -> "there is no such file or folder";
            case AccessDeniedException denied -> "access is denied";
            case CharacterCodingException other -> "it is no UTF-8 text";
            default -> String.valueOf(cause.getMessage());
        };
    }
}
