package io.tongban.permit.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.permit.PermitServiceTest;
import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.permit.casefile.ledger.CaseId;
import io.tongban.platform.crypto.FieldEncryption;
import io.tongban.platform.test.TestDatabase;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** A case names the look that it goes by; one whose row repeats it, as rows did before, is read and goes on all the same. */
@PermitServiceTest
class RepeatedLookTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private TestWindow window;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Cases cases;

    @Autowired
    private FieldEncryption encryption;

    @Test
    void aCaseNamesItsLookAndRepeatsNothing() {
        Answer opened = window.openCase("clerk-1");
        assertThat(row(opened)).isEqualTo("1 f f");

        Answer accepted = accept(papers(opened));
        assertThat(row(accepted))
                .as("of the papers; acceptance looked at nothing")
                .isEqualTo("2 f f");
    }

    @Test
    void aCaseWhoseRowRepeatsItsLookIsReadAndAccepted() {
        Answer opened = window.openCase("clerk-1");
        repeat(opened);

        assertThat(window.applicant(TestWindow.ID_NUMBER)
                        .get(opened.path())
                        .expect(200)
                        .json()
                        .at("/assessment"))
                .isEqualTo(opened.json().at("/assessment"));
        Answer accepted = accept(opened);
        assertThat(accepted.at("/state")).isEqualTo("ACCEPTED");
        assertThat(row(accepted)).as("no look was made").isEqualTo("- t t");
    }

    @Test
    void aCaseWhoseRowRepeatsItsLookNamesTheNextOne() {
        Answer opened = window.openCase("clerk-1");
        repeat(opened);

        assertThat(row(papers(opened))).isEqualTo("2 f f");
    }

    @Test
    void aLookThatACaseWentByBeforeDoesNotComeBack() {
        Answer seen = papers(window.openCase("clerk-1"));

        assertThatThrownBy(() -> database.asRuntime()
                        .sql("update case_file set look_number = 1 where id = :id")
                        .param("id", id(seen))
                        .update())
                .hasStackTraceContaining("looks only follow");
    }

    /** As an earlier release left it, before large values were packed. */
    private void repeat(Answer seen) {
        CaseFile file = cases.find(new CaseId(id(seen))).orElseThrow();
        new Tampering(database, id(seen))
                .row("look_number = null, facts = %s, last_check = %s"
                        .formatted(
                                sealed(file.facts(), "case:" + file.id() + ":facts"),
                                sealed(file.look(), "case:" + file.id() + ":check")));
    }

    private String sealed(Object content, String context) {
        return "decode('" + HexFormat.of().formatHex(encryption.encrypt(JSON.writeValueAsString(content), context))
                + "', 'hex')";
    }

    private String row(Answer seen) {
        return database.asOwner()
                .sql("""
                        select concat_ws(' ', coalesce(look_number::text, '-'), facts is not null, last_check is not null)
                        from case_file where id = :id
                        """)
                .param("id", id(seen))
                .query(String.class)
                .single();
    }

    private static UUID id(Answer seen) {
        return UUID.fromString(seen.at("/id"));
    }

    private Answer papers(Answer seen) {
        return window.clerk("clerk-1")
                .ifMatch(seen)
                .post(seen.path() + "/papers", Map.of("papers", List.of(Map.of("kind", "photo"))))
                .expect(200);
    }

    private Answer accept(Answer seen) {
        return window.clerk("clerk-1")
                .ifMatch(seen)
                .post(seen.path() + "/acceptance", Map.of())
                .expect(200);
    }
}
