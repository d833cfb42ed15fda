package io.tongban.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One line says what cannot be used, why, and what to do; no name of a class. */
class UnusableTests {

    static Arguments[] failures() {
        return new Arguments[] {
            Arguments.of(new AccessDeniedException("/a"), "permission denied"),
            Arguments.of(new NotDirectoryException("/a"), "/a is not a folder"),
            Arguments.of(new FileAlreadyExistsException("/a"), "/a is in the way"),
            Arguments.of(new NoSuchFileException("/a"), "there is no /a and it cannot be made"),
            Arguments.of(new FileSystemException("/a", null, "Read-only file system"), "Read-only file system"),
            Arguments.of(new IOException("No space left on device"), "No space left on device"),
            Arguments.of(new IOException(), "unknown reason"),
        };
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysWhyAFolderCannotBeWritten(IOException failure, String reason) {
        assertThat(Unusable.folder(Path.of("/a/b"), failure))
                .hasMessage("/a/b cannot be written (" + reason
                        + "); name a folder that you may write, or one that is yet to be made.");
    }
}
