package io.tongban.permit.casefile.look;

import io.tongban.permit.casefile.look.Examination.Evidence;
import io.tongban.permit.casefile.look.StoredLook.Role;
import io.tongban.platform.crypto.FieldEncryption;
import io.tongban.platform.crypto.SealedJson;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The parts of a look that are stored encrypted, each bound to its case, its number and its role. */
@Component
public class SealedLooks {

    private final SealedJson json;
    private final FieldEncryption encryption;

    SealedLooks(SealedJson json, FieldEncryption encryption) {
        this.json = json;
        this.encryption = encryption;
    }

    byte[] seal(UUID caseId, int number, CaseFacts facts) {
        return json.seal(facts, context(caseId, number, "facts"));
    }

    byte @Nullable [] seal(UUID caseId, int number, @Nullable Evidence evidence) {
        return json.sealNullable(evidence, context(caseId, number, "evidence"));
    }

    byte[] seal(UUID caseId, int number, Role role, Look look) {
        return json.seal(look, context(caseId, number, "look:" + role));
    }

    public CaseFacts facts(UUID caseId, int number, byte[] sealed) {
        return json.open(sealed, context(caseId, number, "facts"), CaseFacts.class);
    }

    Evidence evidence(UUID caseId, int number, byte[] sealed) {
        return json.open(sealed, context(caseId, number, "evidence"), Evidence.class);
    }

    public Look look(UUID caseId, int number, Role role, byte[] sealed) {
        return json.open(sealed, context(caseId, number, "look:" + role), Look.class);
    }

    /** The assessment of a look that was kept before looks were kept whole. */
    String assessment(UUID caseId, int number, Role role, byte[] sealed) {
        return encryption.decryptLargeText(sealed, context(caseId, number, role.name()));
    }

    private static String context(UUID caseId, int number, String part) {
        return "case:" + caseId + ":check:" + number + ":" + part;
    }
}
