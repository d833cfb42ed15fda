package io.tongban.permit.casefile;

import io.tongban.engine.standard.StandardReference;
import io.tongban.permit.casefile.CaseState.DecisionReason;
import io.tongban.permit.casefile.ledger.CaseId;
import io.tongban.permit.casefile.look.CaseFacts;
import io.tongban.permit.casefile.look.Look;
import io.tongban.permit.casefile.look.SealedLooks;
import io.tongban.permit.casefile.look.StoredLook.Role;
import io.tongban.platform.crypto.SealedJson;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/**
 * The parts of a case that are stored encrypted, each bound to its case and its column.
 *
 * <p>Facts and checks are in the look that a case goes by; the row of a case repeats them only where an earlier release wrote it last.
 */
@Component
class CaseContent {

    private final SealedJson json;
    private final SealedLooks looks;

    CaseContent(SealedJson json, SealedLooks looks) {
        this.json = json;
        this.looks = looks;
    }

    /** Of the look that a case goes by. */
    CaseFacts facts(CaseId id, int look, byte[] sealed) {
        return looks.facts(id.value(), look, sealed);
    }

    /** What the look that a case goes by came to. */
    Look look(CaseId id, int number, Role role, byte[] sealed) {
        return looks.look(id.value(), number, role, sealed);
    }

    byte[] seal(CaseId id, Look look) {
        return seal(id, "check", look);
    }

    byte[] sealOther(CaseId id, Look look) {
        return seal(id, "other-check", look);
    }

    byte[] seal(CaseId id, List<DecisionReason> reasons) {
        return seal(id, "reasons", reasons);
    }

    CaseFacts facts(CaseId id, byte[] sealed) {
        return json.open(sealed, context(id, "facts"), CaseFacts.class);
    }

    /** A check under the standard that the case goes by. */
    Look look(CaseId id, byte[] sealed, StandardReference standard) {
        return json.open(sealed, context(id, "check"), Look.class, look -> {
            if (!look.has("standard")) { // sealed when a case knew one standard
                look.putObject("standard")
                        .put("item", standard.item())
                        .put("version", standard.version())
                        .put("digest", standard.digest());
            }
        });
    }

    Look otherCheck(CaseId id, byte[] sealed) {
        return json.open(sealed, context(id, "other-check"), Look.class);
    }

    List<DecisionReason> reasons(CaseId id, byte[] sealed) {
        return json.open(sealed, context(id, "reasons"), new TypeReference<List<DecisionReason>>() {});
    }

    private byte[] seal(CaseId id, String part, Object content) {
        return json.seal(content, context(id, part));
    }

    private static String context(CaseId id, String part) {
        return "case:" + id + ":" + part;
    }
}
