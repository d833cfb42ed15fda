package io.tongban.platform.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Objects;

/** Something that was named on the command line and cannot be used; the message is one line, with a remedy. */
public final class Unusable extends RuntimeException {

    public Unusable(String problem, String remedy) {
        super(problem + "; " + remedy + ".");
    }

    /** A folder that is to be written, and the attempt that failed. */
    public static Unusable folder(Path folder, IOException failure) {
        return new Unusable(
                folder + " cannot be written (" + reason(failure) + ")",
                "name a folder that you may write, or one that is yet to be made");
    }

    /** Why a file or a folder could not be used, in words. */
    public static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "permission denied";
            case NotDirectoryException file -> file.getFile() + " is not a folder";
            case FileAlreadyExistsException file -> file.getFile() + " is in the way";
            case NoSuchFileException missing -> "there is no " + missing.getFile() + " and it cannot be made";
            case FileSystemException other -> Objects.requireNonNullElse(other.getReason(), other.getMessage());
            default -> Objects.requireNonNullElse(failure.getMessage(), "unknown reason");
        };
    }
}
