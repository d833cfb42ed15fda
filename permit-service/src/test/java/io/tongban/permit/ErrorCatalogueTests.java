package io.tongban.permit;

import io.tongban.permit.casefile.CaseProblem;
import io.tongban.permit.casefile.consent.ConsentProblem;
import io.tongban.permit.casefile.precheck.PreCheckProblem;
import io.tongban.permit.casefile.visitpass.VisitPassProblem;
import io.tongban.permit.event.EventProblem;
import io.tongban.permit.event.webhook.WebhookProblem;
import io.tongban.permit.law.LawProblem;
import io.tongban.permit.publication.PublicationProblem;
import io.tongban.permit.publication.guide.GuideProblem;
import io.tongban.platform.test.description.ErrorCatalogue;
import org.junit.jupiter.api.Test;

class ErrorCatalogueTests {

    @Test
    void everyErrorIsInTheCatalogueAndHasItsTexts() {
        ErrorCatalogue.check(
                CaseProblem.class,
                PreCheckProblem.class,
                VisitPassProblem.class,
                ConsentProblem.class,
                EventProblem.class,
                WebhookProblem.class,
                PublicationProblem.class,
                GuideProblem.class,
                LawProblem.class);
    }
}
