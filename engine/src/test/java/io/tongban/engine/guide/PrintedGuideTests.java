package io.tongban.engine.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tongban.engine.deadline.Deadline;
import io.tongban.engine.library.StandardsLibrary;
import io.tongban.engine.standard.Standard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintedGuideTests {

    private static final float POINTS_PER_MILLIMETRE = 72 / 25.4f;
    private static final Guides GUIDES = new Guides(new Surroundings(
            "https://tongban.example", StandardsLibrary.builtIn().remedy()));

    @Test
    void namesThePapersInBothLanguages() throws IOException {
        Standard standard = StandardsLibrary.builtIn().standards().version("residence-permit", "R1");
        for (GuideLanguage language : GuideLanguage.values()) {
            try (PDDocument printed = print(standard, language)) {
                String text = text(printed);

                for (String paper :
                        List.of("labour-contract", "farm-contract", "business-licence", "supervision-card", "photo")) {
                    assertThat(text)
                            .contains(normal(
                                    language.of(standard.words().paper(paper).name())));
                }
            }
        }
    }

    @Test
    void isA4WithItsFontsInside() throws IOException {
        try (PDDocument printed =
                print(StandardsLibrary.builtIn().standards().version("residence-permit", "R1"), GuideLanguage.EN)) {
            Set<String> fonts = new HashSet<>();
            for (PDPage page : printed.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isCloseTo(210 * POINTS_PER_MILLIMETRE, within(0.1f));
                assertThat(page.getMediaBox().getHeight()).isCloseTo(297 * POINTS_PER_MILLIMETRE, within(0.1f));
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    fonts.add(font.getName().replaceFirst("^[A-Z]{6}\\+", ""));
                }
            }
            assertThat(fonts).containsExactlyInAnyOrder("TongbanSans-Regular", "TongbanSans-Bold");
        }
    }

    @Test
    void isTaggedNamedAndPaged() throws IOException {
        Standard standard = StandardsLibrary.builtIn().standards().version("residence-permit", "R1");
        try (PDDocument printed = print(standard, GuideLanguage.ZH)) {
            assertThat(printed.getDocumentCatalog().getLanguage()).isEqualTo("zh-Hans");
            assertThat(printed.getDocumentInformation().getTitle())
                    .contains(standard.name().zh());
            assertThat(printed.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(tags(printed.getDocumentCatalog().getStructureTreeRoot()))
                    .contains("H1", "H2", "H3", "Table", "TH", "TD", "L", "LI", "Link");
            assertThat(printed.getDocumentCatalog().getDocumentOutline().children())
                    .hasSizeGreaterThan(3);
            assertThat(text(printed)).contains("1 / " + printed.getNumberOfPages());
        }
    }

    @Test
    void printsRareCharacters(@TempDir Path folder) throws IOException {
        List<TextPosition> written = new ArrayList<>();
        // Beyond GB 2312, of extension A, of extension B: in paper names, which are bold.
        try (PDDocument printed = print(withPaperNamed("䶮㐂𠮷合同", folder), GuideLanguage.ZH)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition position) {
                    written.add(position);
                    super.processTextPosition(position);
                }
            }.getText(printed);
        }

        for (String rare : List.of("䶮", "㐂", "𠮷")) {
            assertThat(written)
                    .as(rare)
                    .filteredOn(position -> position.getUnicode().equals(rare))
                    .isNotEmpty()
                    // Glyph 0 is the box that stands for what a font has not.
                    .allMatch(position -> position.getCharacterCodes()[0] != 0);
        }
    }

    @Test
    void saysWhichCharacterNoFontHas(@TempDir Path folder) throws IOException {
        try (PDDocument printed = print(withPaperNamed("𠀃合同", folder), GuideLanguage.ZH)) {
            assertThat(text(printed)).contains("U+20003〕合同");
        }
    }

    private static Standard withPaperNamed(String name, Path folder) throws IOException {
        Path published = Path.of("..", "standards", "residence-permit");
        Files.copy(published.resolve("Z1.yaml"), folder.resolve("Z1.yaml"));
        Files.writeString(
                folder.resolve("R1.yaml"),
                Files.readString(published.resolve("R1.yaml")).replace("{zh: 劳动合同,", "{zh: " + name + ","));
        Files.writeString(folder.resolve("index.yaml"), "standards: [Z1.yaml, R1.yaml]\ncalendar: workdays.csv\n");
        return StandardsLibrary.in(folder).standards().version("residence-permit", "R1");
    }

    private static Set<String> tags(PDStructureNode node) {
        Set<String> tags = new HashSet<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tags.add(element.getStructureType());
                tags.addAll(tags(element));
            }
        }
        return tags;
    }

    private static PDDocument print(Standard standard, GuideLanguage language) throws IOException {
        return Loader.loadPDF(GUIDES.write(standard, GuideForm.PDF, language, Deadline.NONE));
    }

    private static String text(PDDocument printed) throws IOException {
        return normal(new PDFTextStripper().getText(printed));
    }

    /** Text taken out of a PDF may name compatibility forms of a character. */
    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", " ");
    }
}
