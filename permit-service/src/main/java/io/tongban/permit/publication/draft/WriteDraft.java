package io.tongban.permit.publication.draft;

import io.tongban.permit.publication.DraftedText;
import java.util.List;
import org.springframework.stereotype.Service;

/** Keeps the text of a version that is to be published; a mistake in its rules is found when it is checked. */
@Service
public class WriteDraft {

    private final DraftDesk desk;

    WriteDraft(DraftDesk desk) {
        this.desk = desk;
    }

    public Draft write(String document, List<String> suites, String drafter) {
        DraftedText text = DraftExamination.text(document);
        return desk.write(text.item(), text.version(), text.layer(), document, suites, drafter);
    }
}
