package io.tongban.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code NOTICE} names each font that is shipped, with its copyright and a licence that lies beside the font. */
class NoticeTests {

    private static final String FONTS = "src/main/resources/fonts/";
    private static final String NOTICE = """
            Product

            plain.ttf, bold.ttf
                Copyright 2020 Somebody
                OFL-1.1: LICENSE-plain.txt
            """;

    @TempDir
    private Path root;

    @Test
    void namesTheFontsThatAreShipped() {
        Repository repository = Repository.ofThisModule();

        assertThat(fonts(repository)).isNotEmpty();
        assertThat(unnamed(repository)).isEmpty();
    }

    @Test
    void saysWhichFontIsNotNamedOrHasNoLicenceBesideIt() throws IOException {
        write("NOTICE", NOTICE);
        write(FONTS + "plain.ttf", "");
        assertThat(unnamed(new Repository(root))).containsExactly(FONTS + "plain.ttf");

        write(FONTS + "LICENSE-plain.txt", "Copyright 2019 Somebody else");
        assertThat(unnamed(new Repository(root))).containsExactly(FONTS + "plain.ttf");

        write(FONTS + "LICENSE-plain.txt", "Copyright 2020 Somebody");
        assertThat(unnamed(new Repository(root))).isEmpty();

        write(FONTS + "other.ttf", "");
        assertThat(unnamed(new Repository(root))).containsExactly(FONTS + "other.ttf");
    }

    private static List<Path> fonts(Repository repository) {
        return repository.filesEndingIn(".ttf", ".otf", ".ttc", ".woff", ".woff2");
    }

    private static List<String> unnamed(Repository repository) {
        List<String> unnamed = new ArrayList<>();
        String notice = repository.read(Path.of("NOTICE"));
        for (Path font : fonts(repository)) {
            Pattern entry = Pattern.compile(
                    "(?m)^(?:\\S+, )*" + Pattern.quote(font.getFileName().toString())
                            + "\\b.*\\n(?: {4}.*\\n)*? {4}(Copyright .*)\\n {4}.*: (\\S+)$");
            Matcher found = entry.matcher(notice);
            if (!found.find()
                    || !licenceBeside(repository, font, found.group(2)).contains(found.group(1))) {
                unnamed.add(font.toString());
            }
        }
        return unnamed;
    }

    private static String licenceBeside(Repository repository, Path font, String name) {
        Path licence = font.resolveSibling(name);
        return Files.exists(repository.root().resolve(licence)) ? repository.read(licence) : "";
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
