package io.tongban.permit.casefile.contact;

import io.tongban.platform.crypto.FieldEncryption;
import io.tongban.platform.problem.Language;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The telephone numbers that applicants gave with their cases, encrypted in the database. */
@Repository
public class Contacts {

    private final JdbcClient jdbc;
    private final FieldEncryption encryption;

    Contacts(JdbcClient jdbc, FieldEncryption encryption) {
        this.jdbc = jdbc;
        this.encryption = encryption;
    }

    /** Keeps what an applicant gave with a case, within the transaction that opens it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(UUID caseId, Contact contact) {
        jdbc.sql("insert into case_contact (case_id, phone, language) values (:caseId, :phone, :language)")
                .param("caseId", caseId)
                .param("phone", encryption.encrypt(contact.phone(), context(caseId)))
                .param("language", contact.language().tag())
                .update();
    }

    /** Empty if the applicant gave none. */
    public Optional<Contact> of(UUID caseId) {
        return jdbc.sql("select phone, language from case_contact where case_id = :caseId")
                .param("caseId", caseId)
                .query((row, number) -> new Contact(
                        encryption.decryptText(row.getBytes("phone"), context(caseId)),
                        Language.tagged(row.getString("language"))))
                .optional();
    }

    private static String context(UUID caseId) {
        return "case:" + caseId + ":contact";
    }
}
