package io.tongban.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.engine.EngineCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code standards guide} as it is typed. */
class GuideCommandTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesThePageOnTheConsole() {
        assertThat(guide("residence-permit", "R1")).isZero();

        assertThat(out.toString())
                .contains("<html", "lang=\"zh-Hans\"", "劳动合同", "href=\"/api/v1/windows?item=residence-permit\"");
        assertThat(err.toString()).isEqualTo("standards: those that are built in" + System.lineSeparator());
    }

    @Test
    void speaksEnglishAndNamesTheNetwork() {
        assertThat(guide("residence-permit", "R1", "--lang", "en", "--address", "https://tongban.example"))
                .isZero();

        assertThat(out.toString()).contains("lang=\"en\"", "labour contract", "https://tongban.example/api/v1/windows");
    }

    @Test
    void printsIntoAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("guide.pdf");

        assertThat(guide("residence-permit", "R1", "--format", "pdf", "--out", file.toString()))
                .isZero();

        try (PDDocument printed = Loader.loadPDF(Files.readAllBytes(file))) {
            assertThat(Normalizer.normalize(new PDFTextStripper().getText(printed), Normalizer.Form.NFKC))
                    .contains("劳动合同");
        }
    }

    @Test
    void describesTheServiceForOtherSystems() {
        assertThat(guide("residence-permit", "R1", "--format", "jsonld")).isZero();

        assertThat(out.toString()).startsWith("{\"@context\":").contains("\"PublicService\"");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(guide("residence-permit", "R0")).isEqualTo(2);
        assertThat(guide("residence-permit", "R1", "--lang", "fr")).isEqualTo(2);
        assertThat(guide("residence-permit", "R1", "--format", "docx")).isEqualTo(2);
        assertThat(guide("residence-permit", "R1", "--format", "pdf")).isEqualTo(2);
        assertThat(guide("residence-permit", "R1", "--out", "/there/is/no/such/folder/x.html"))
                .isEqualTo(2);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("R0", "write zh or en", "write html, pdf or jsonld", "--out", "no/such/folder");
    }

    private int guide(String... arguments) {
        String[] typed = new String[arguments.length + 2];
        typed[0] = "standards";
        typed[1] = "guide";
        System.arraycopy(arguments, 0, typed, 2, arguments.length);
        try (PrintWriter output = new PrintWriter(out);
                PrintWriter errors = new PrintWriter(err)) {
            return EngineCommand.run(output, errors, typed);
        }
    }
}
