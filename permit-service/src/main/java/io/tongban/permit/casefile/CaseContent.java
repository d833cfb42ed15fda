package io.tongban.permit.casefile;

import io.tongban.engine.standard.StandardReference;
import io.tongban.permit.casefile.CaseState.DecisionReason;
import io.tongban.permit.casefile.look.CaseFacts;
import io.tongban.permit.casefile.look.Look;
import io.tongban.platform.crypto.FieldEncryption;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The parts of a case that are stored encrypted, each bound to its case and its column. */
@Component
class CaseContent {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FieldEncryption encryption;

    CaseContent(FieldEncryption encryption) {
        this.encryption = encryption;
    }

    byte[] seal(CaseId id, CaseFacts facts) {
        return seal(id, "facts", facts);
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
        return JSON.readValue(open(id, "facts", sealed), CaseFacts.class);
    }

    /** A check under the standard that the case goes by. */
    Look look(CaseId id, byte[] sealed, StandardReference standard) {
        ObjectNode look = (ObjectNode) JSON.readTree(open(id, "check", sealed));
        if (!look.has("standard")) { // sealed when a case knew one standard
            look.set("standard", JSON.valueToTree(standard));
        }
        return JSON.treeToValue(look, Look.class);
    }

    Look otherCheck(CaseId id, byte[] sealed) {
        return JSON.readValue(open(id, "other-check", sealed), Look.class);
    }

    List<DecisionReason> reasons(CaseId id, byte[] sealed) {
        return JSON.readValue(open(id, "reasons", sealed), new TypeReference<List<DecisionReason>>() {});
    }

    private byte[] seal(CaseId id, String part, Object content) {
        return encryption.encrypt(JSON.writeValueAsString(content), context(id, part));
    }

    private String open(CaseId id, String part, byte[] sealed) {
        return encryption.decryptText(sealed, context(id, part));
    }

    private static String context(CaseId id, String part) {
        return "case:" + id + ":" + part;
    }
}
