package io.tongban.permit.message;

import io.tongban.permit.casefile.contact.Contacts;
import io.tongban.platform.outbox.Recipients;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Messages about a case go to the telephone number that the applicant gave with it. */
@Component
class CaseRecipients implements Recipients {

    private final Contacts contacts;

    CaseRecipients(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public Optional<Recipient> of(UUID caseId) {
        return contacts.of(caseId).map(contact -> new Recipient(contact.phone(), contact.language()));
    }
}
