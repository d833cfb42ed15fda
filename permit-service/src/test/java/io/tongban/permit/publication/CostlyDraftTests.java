package io.tongban.permit.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A service that has no time to spare: costly work is given up and the answer says what it was. */
@PermitServiceTest
@TestPropertySource(
        properties = {"tongban.drafts.test-within=0s", "tongban.drafts.most-cases=2", "tongban.guide.write-within=0s"})
class CostlyDraftTests {

    @Autowired
    private TestWindow window;

    @Autowired
    private TestTokens tokens;

    @Test
    void suitesThatRunTooLongAreGivenUp() {
        TestEditors editors = new TestEditors(window, tokens);
        LibraryCard card = LibraryCard.of(LibraryCard.newItem(), "L1", "2018-01-01");
        editors.draft("lin", card.document(), head(card) + oneCase("A")).expect(201);
        editors.check(card).expect(200);

        Answer given = editors.test(card).expect(422);

        assertThat(given.at("/type")).isEqualTo("/errors/suite-too-long");
        assertThat(given.at("/at")).isEqualTo("suite 1:4");
        assertThat(given.at("/cases")).isEqualTo("1");
        assertThat(given.at("/withinSeconds")).isEqualTo("0");
    }

    @Test
    void theFirstCaseTooManyIsNamed() {
        TestEditors editors = new TestEditors(window, tokens);
        LibraryCard card = LibraryCard.of(LibraryCard.newItem(), "L1", "2018-01-01");
        editors.draft("lin", card.document(), head(card) + oneCase("A"), head(card) + oneCase("B") + oneCase("C"))
                .expect(201);
        editors.check(card).expect(200);

        Answer refused = editors.test(card).expect(422);

        assertThat(refused.at("/type")).isEqualTo("/errors/document-invalid");
        assertThat(refused.at("/file")).isEqualTo("suite 2");
        assertThat(refused.at("/line")).isEqualTo("5");
    }

    @Test
    void aGuideThatTakesTooLongIsGivenUp() {
        Answer given = window.call()
                .get("/api/v1/standards/residence-permit/R1/guide.pdf?lang=en")
                .expect(503);

        assertThat(given.at("/type")).isEqualTo("/errors/guide-too-long");
        assertThat(given.at("/format")).isEqualTo("pdf");
        assertThat(given.header("Retry-After")).isEqualTo("10");
        assertThat(given.header("Cache-Control")).contains("no-store");
    }

    private static String head(LibraryCard card) {
        return "standard: %s\nversion: %s\ncases:\n".formatted(card.item(), card.version());
    }

    private static String oneCase(String id) {
        return "- {id: %s, appliedOn: \"2018-05-08\", expect: {outcome: ELIGIBLE}}\n".formatted(id);
    }
}
