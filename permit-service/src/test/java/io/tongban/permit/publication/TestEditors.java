package io.tongban.permit.publication;

import io.tongban.permit.TestWindow;
import io.tongban.permit.TestWindow.Answer;
import io.tongban.permit.TestWindow.Call;
import io.tongban.platform.test.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** People who edit and approve standards over HTTP. */
public record TestEditors(TestWindow window, TestTokens tokens) {

    static final String STANDARDS = "/api/v1/standards";

    public Call editor(String subject) {
        return with(subject, "standards-editor");
    }

    Call approver(String subject) {
        return with(subject, "standards-approver");
    }

    Call with(String subject, String... roles) {
        return window.call().token(tokens.token().subject(subject).roles(roles).sign());
    }

    public Answer draft(String subject, String document, String... suites) {
        return editor(subject)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(STANDARDS, Map.of("document", document, "suites", List.of(suites)));
    }

    public Answer draft(String subject, LibraryCard card) {
        return draft(subject, card.document(), card.suite());
    }

    public Answer check(LibraryCard card) {
        return editor("lin").post(path(card) + "/check", Map.of());
    }

    public Answer test(LibraryCard card) {
        return editor("lin").post(path(card) + "/test", Map.of());
    }

    public Answer approve(String subject, LibraryCard card) {
        return approver(subject)
                .ifMatch(approver(subject).get(path(card) + "/draft").expect(200))
                .post(path(card) + "/approval", Map.of());
    }

    Answer publish(LibraryCard card) {
        return editor("lin").post(path(card) + "/publication", Map.of());
    }

    /** All steps up to the approval. */
    public void approved(LibraryCard card) {
        draft("lin", card).expect(201);
        check(card).expect(200);
        test(card).expect(200);
        approve("zhou", card).expect(200);
    }

    /** All steps. */
    Answer published(LibraryCard card) {
        approved(card);
        return publish(card).expect(200);
    }

    static String path(LibraryCard card) {
        return STANDARDS + "/" + card.item() + "/" + card.version();
    }
}
