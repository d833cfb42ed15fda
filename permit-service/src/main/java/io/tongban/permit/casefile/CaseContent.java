package io.tongban.permit.casefile;

import io.tongban.permit.casefile.CaseState.DecisionReason;
import io.tongban.permit.casefile.check.CaseFacts;
import io.tongban.permit.casefile.check.Check;
import io.tongban.platform.crypto.FieldEncryption;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

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

    byte[] seal(CaseId id, Check check) {
        return seal(id, "check", check);
    }

    byte[] seal(CaseId id, List<DecisionReason> reasons) {
        return seal(id, "reasons", reasons);
    }

    CaseFacts facts(CaseId id, byte[] sealed) {
        return JSON.readValue(open(id, "facts", sealed), CaseFacts.class);
    }

    Check check(CaseId id, byte[] sealed) {
        return JSON.readValue(open(id, "check", sealed), Check.class);
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
